// What a view shows: of what the lists of the agent have, that which fits its filter and could be opened.

import type { Landlord } from '../../model/landlord.ts';
import { openable } from '../opened.ts';
import type { Agent, DeskStore, Handover } from '../ports.ts';
import { rolesOf } from '../roles.ts';
import type { ViewFilter } from './ports.ts';

export interface ShownSources {
  readonly store: Pick<DeskStore, 'waiting' | 'accepted' | 'endedSince' | 'restrictedHandovers'>;
  readonly landlord: Landlord;
  readonly clock: () => Date;
}

const dayMs = 24 * 3_600_000;

/** What an agent's views choose from. Read anew each time: who has left a team sees no more of it. */
export async function viewable(agent: Agent, { store, landlord, clock }: ShownSources): Promise<readonly Handover[]> {
  const all = (
    await Promise.all([store.waiting(), store.accepted(), store.endedSince(new Date(clock().getTime() - dayMs))])
  ).flat();
  const seesAll = rolesOf(agent, landlord).includes('supervisor');
  return await openable(
    agent,
    all.filter((each) => seesAll || isListed(agent, each)),
    { store },
  );
}

/** The queue is everybody's. */
function isListed({ id, teams }: Agent, { state, team, agent }: Handover): boolean {
  return state === 'waiting' || teams.includes(team) || agent === id;
}

export function fits(filter: ViewFilter, handover: Handover, { id }: Pick<Agent, 'id'>): boolean {
  const { team, channel, language, enquiry, about: topic = enquiry, agent, restricted } = handover;
  const has: Readonly<Record<keyof ViewFilter, unknown>> = {
    state: handover.held === undefined ? handover.state : 'held',
    team,
    channel,
    language,
    topic,
    urgent: handover.priority === 0,
    restricted,
    with: agent === undefined ? undefined : agent === id ? 'me' : 'colleague',
  };
  return Object.entries(filter).every(([name, wanted]) => has[name as keyof ViewFilter] === wanted);
}
