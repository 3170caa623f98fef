// Who may see and take what at the desk: a restricted handover is there for its own team alone, in lists, views and acts, and who asked for a
// woman, a man or somebody LGBT-aware is offered to those who say that they are, while one of them is there.

import type { OpenPromise } from '../turn/act.ts';
import type { Agent, Handover, PresentAgent, Reservation } from './ports.ts';

export function maySee(agent: Agent, handover: Handover): boolean {
  return !handover.restricted || agent.teams.includes(handover.team);
}

/**
 * A conversation is shown to agents once it was handed over, unless its last handover, or one that is still open, is a restricted one of
 * another team. What was said while another team had it before is not shown (`secrecy.ts`).
 */
export function mayOpen(agent: Agent, handovers: readonly Handover[]): boolean {
  const last = handovers.toSorted((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime()).at(-1);
  const isOpenTo = (each: Handover) => maySee(agent, each) || (each.state === 'ended' && each.id !== last?.id);
  return last !== undefined && handovers.every(isOpenTo);
}

/** What hangs on a restricted case is there for the case's team alone. */
export function maySeePromise(
  agent: Agent,
  { restricted, enquiry = 'default' }: OpenPromise,
  teamOf: (enquiry: string) => string,
): boolean {
  return !restricted || agent.teams.includes(teamOf(enquiry));
}

/** There to take it: who is busy will be free again, and the wait has a limit; who is away may not come back today. */
export function takes(agent: PresentAgent, { team, skills }: Pick<Handover, 'team' | 'skills'>): boolean {
  const isThere = agent.state === 'available' || agent.state === 'busy';
  return isThere && agent.teams.includes(team) && skills.every((each) => agent.skills.includes(each));
}

/** When nobody of those whom the tenant asked for is there any more, it is everybody's, so that nobody waits for nothing. */
export function isOffered(agent: Agent, handover: Handover, present: ReadonlyMap<string, PresentAgent>): boolean {
  if (handover.skills.length === 0) return true;
  const wanted = [...present].filter(([, each]) => takes(each, handover));
  return wanted.length === 0 || wanted.some(([id]) => id === agent.id);
}

/** A handover as the queue list shows it, with the agent whose turn it is. */
export function queueLine(handover: Handover, now: Date, reserved?: Reservation) {
  return {
    id: handover.id,
    conversation: handover.conversation,
    channel: handover.channel,
    team: handover.team,
    priority: handover.priority,
    reason: handover.reason,
    enquiry: handover.enquiry,
    ...(handover.about === undefined ? {} : { about: handover.about }),
    language: handover.language,
    skills: handover.skills,
    restricted: handover.restricted,
    state: handover.state,
    ...(handover.agent === undefined ? {} : { agent: handover.agent }),
    ...(handover.held === undefined
      ? {}
      : { held: { until: handover.held.until.toISOString(), because: handover.held.because } }),
    ...(handover.resumedAt === undefined ? {} : { resumedAt: handover.resumedAt.toISOString() }),
    requestedAt: handover.requestedAt.toISOString(),
    waitedSeconds: Math.max(0, Math.floor((now.getTime() - handover.requestedAt.getTime()) / 1_000)),
    ...(reserved !== undefined && {
      reserved: {
        agent: reserved.agent,
        until: reserved.until.toISOString(),
        secondsLeft: Math.max(0, Math.ceil((reserved.until.getTime() - now.getTime()) / 1_000)),
      },
    }),
  };
}
export type QueueLine = ReturnType<typeof queueLine>;
