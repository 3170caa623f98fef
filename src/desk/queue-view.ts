// The queue as it is now, read once for however many agents look at it.

import type { Agent, DeskStore, Handover, Reservation, Reservations } from './ports.ts';
import type { Presences } from './presence.ts';
import { isOffered, maySee, type QueueLine, queueLine } from './visible.ts';

export interface QueueSources {
  readonly store: Pick<DeskStore, 'waiting' | 'accepted'>;
  readonly reservations: Pick<Reservations, 'open'>;
  readonly presence: Pick<Presences, 'all'>;
  readonly clock: () => Date;
}

export interface AgentsQueue {
  readonly waiting: readonly QueueLine[];
  /** How many wait, also where not all of them are shown. */
  readonly waitingTotal: number;
  readonly mine: readonly QueueLine[];
}

export interface QueueView {
  readonly present: Awaited<ReturnType<Presences['all']>>;
  /**
   * What an agent sees of it. The lines are the same objects for all who ask.
   *
   * @param most so many of those that wait, from the front, and what is offered to the agent
   */
  of(agent: Agent, most?: number): AgentsQueue;
}

/** What came back stands in front, the latest first; the rest as it was. */
function byReturn(a: Handover, b: Handover): number {
  return (b.resumedAt?.getTime() ?? 0) - (a.resumedAt?.getTime() ?? 0);
}

export async function readQueue({ store, reservations, presence, clock }: QueueSources): Promise<QueueView> {
  const [waiting, accepted, present, open] = await Promise.all([
    store.waiting(),
    store.accepted(),
    presence.all(),
    reservations.open(),
  ]);
  const reserved = new Map(open.map((each) => [each.handover, each]));
  const line = linesOf(reserved, clock());
  const seenBy = sightOf(waiting, present);
  return {
    present,
    of: (agent, most = waiting.length) => {
      const seen = seenBy(agent);
      return {
        waiting: seen.filter(({ id }, at) => at < most || reserved.get(id)?.agent === agent.id).map(line),
        waitingTotal: seen.length,
        mine: accepted
          .filter((each) => each.agent === agent.id && maySee(agent, each))
          .toSorted(byReturn)
          .map(line),
      };
    },
  };
}

/** Agents of the same teams see the same, as long as nobody has asked for somebody in particular: it is looked at once. */
function sightOf(waiting: readonly Handover[], present: QueueView['present']): (agent: Agent) => readonly Handover[] {
  const isAskedFor = waiting.some(({ skills }) => skills.length > 0);
  const seen = new Map<string, readonly Handover[]>();
  return (agent) => {
    const key = isAskedFor ? agent.id : agent.teams.join(' ');
    const theirs = seen.get(key) ?? waiting.filter((each) => maySee(agent, each) && isOffered(agent, each, present));
    seen.set(key, theirs);
    return theirs;
  };
}

/** Each made once, for however many see it. */
function linesOf(reserved: ReadonlyMap<string, Reservation>, now: Date): (handover: Handover) => QueueLine {
  const made = new Map<string, QueueLine>();
  return (handover) => {
    const line = made.get(handover.id) ?? queueLine(handover, now, reserved.get(handover.id));
    made.set(handover.id, line);
    return line;
  };
}
