// Who may see what at the desk: a restricted handover is there for its own team alone, in lists, views and acts.

import type { OpenPromise } from '../turn/act.ts';
import type { Agent, Handover } from './ports.ts';

export function maySee(agent: Agent, handover: Handover): boolean {
  return !handover.restricted || agent.teams.includes(handover.team);
}

/** A conversation is shown to agents once it was handed over, unless it has a restricted handover of another team. */
export function mayOpen(agent: Agent, handovers: readonly Handover[]): boolean {
  return handovers.length > 0 && handovers.every((each) => maySee(agent, each));
}

/** What hangs on a restricted case is there for the case's team alone. */
export function maySeePromise(
  agent: Agent,
  { restricted, enquiry = 'default' }: OpenPromise,
  teamOf: (enquiry: string) => string,
): boolean {
  return !restricted || agent.teams.includes(teamOf(enquiry));
}

/** A handover as the queue list shows it. */
export function queueLine(handover: Handover, now: Date) {
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
    requestedAt: handover.requestedAt.toISOString(),
    waitedSeconds: Math.max(0, Math.floor((now.getTime() - handover.requestedAt.getTime()) / 1_000)),
  };
}
export type QueueLine = ReturnType<typeof queueLine>;
