// What a view shows: of what the lists of the agent have, that which fits its filter and could be opened.

import type { Landlord } from '../../model/landlord.ts';
import type { Agent, DeskStore, Handover } from '../ports.ts';
import { rolesOf } from '../roles.ts';
import { mayOpen } from '../visible.ts';
import type { ViewFilter } from './ports.ts';

export interface ShownSources {
  readonly store: Pick<DeskStore, 'waiting' | 'accepted' | 'endedSince' | 'restrictedHandovers'>;
  readonly landlord: Landlord;
  readonly clock: () => Date;
}

const dayMs = 24 * 3_600_000;

/**
 * What an agent's views choose from. Read anew each time: who has left a team sees no more of it. That a line is not restricted is not
 * enough: its conversation may have become so since, and is then closed to all but that team.
 */
export async function viewable(agent: Agent, { store, landlord, clock }: ShownSources): Promise<readonly Handover[]> {
  const all = (
    await Promise.all([store.waiting(), store.accepted(), store.endedSince(new Date(clock().getTime() - dayMs))])
  ).flat();
  const seesAll = rolesOf(agent, landlord).includes('supervisor');
  const listed = all.filter((each) => seesAll || isListed(agent, each));
  const restricted = await store.restrictedHandovers([...new Set(listed.map(({ conversation }) => conversation))]);
  const byConversation = Map.groupBy(restricted, ({ conversation }) => conversation);
  return listed.filter((each) => mayOpen(agent, [each, ...(byConversation.get(each.conversation) ?? [])]));
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
