// The queue as it is now, read once for however many agents look at it.

import type { Agent, DeskStore, Handover, Reservations } from './ports.ts';
import type { Presences } from './presence.ts';
import { isOffered, maySee, type QueueLine, queueLine } from './visible.ts';

export interface QueueSources {
  readonly store: Pick<DeskStore, 'waiting' | 'accepted'>;
  readonly reservations: Pick<Reservations, 'open'>;
  readonly presence: Pick<Presences, 'all'>;
  readonly clock: () => Date;
}

export interface QueueView {
  readonly present: Awaited<ReturnType<Presences['all']>>;
  /** What an agent sees of it. */
  of(agent: Agent): { readonly waiting: readonly QueueLine[]; readonly mine: readonly QueueLine[] };
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
  const now = clock();
  const line = (each: Handover) => queueLine(each, now, reserved.get(each.id));
  return {
    present,
    of: (agent) => ({
      waiting: waiting.filter((each) => maySee(agent, each) && isOffered(agent, each, present)).map(line),
      mine: accepted
        .filter((each) => each.agent === agent.id && maySee(agent, each))
        .toSorted(byReturn)
        .map(line),
    }),
  };
}
