// Who is offered what. Nobody is passed over: a conversation stays without an offer only when everybody who could take it is
// offered one that stands before it.

import type { Landlord } from '../../model/landlord.ts';
import type { Offer, PresentAgent, Waiting } from '../ports.ts';
import { takes } from '../visible.ts';

/** An agent who can be offered one more now. */
export interface FreeAgent extends PresentAgent {
  readonly id: string;
  /** How many conversations they have, and may have at most. */
  readonly load: number;
  readonly most: number;
  /** Channels of which they can have one more. */
  readonly room: ReadonlySet<string>;
  /** Let an offer run out a moment ago: they are asked last, for they may not be looking. */
  readonly isResting: boolean;
}

export interface Known {
  readonly teams: Landlord['teams'];
  /** Everybody at the desk, whether free or not. */
  readonly present: readonly PresentAgent[];
  readonly now: Date;
}

/**
 * One offer at most for each agent and each handover.
 *
 * @param waiting without an offer, in the order of the queue
 */
export function assign(waiting: readonly Waiting[], free: readonly FreeAgent[], known: Known): readonly Offer[] {
  const left = new Map(free.map((agent) => [agent.id, agent]));
  const offers: Offer[] = [];
  for (const handover of waiting) {
    if (left.size === 0) break;
    const [best] = [...left.values()]
      .filter((agent) => mayBeOffered(agent, handover, known))
      .toSorted((a, b) => compare(rank(a, handover), rank(b, handover)));
    if (best === undefined) continue;
    left.delete(best.id);
    offers.push({ handover: handover.id, agent: best.id });
  }
  return offers;
}

export function mayBeOffered(agent: FreeAgent, handover: Waiting, { teams, present, now }: Known): boolean {
  if (handover.declinedBy.includes(agent.id) || !agent.room.has(handover.channel)) return false;
  const { team, skills, restricted } = handover;
  const overflow = restricted ? undefined : teams[team]?.overflow;
  const waitedMinutes = (now.getTime() - handover.requestedAt.getTime()) / 60_000;
  const isOverflowing = overflow !== undefined && waitedMinutes >= overflow.afterMinutes;
  const isOfTeam = agent.teams.includes(team) || (isOverflowing && agent.teams.includes(overflow.to));
  if (!isOfTeam) return false;
  // Asked for by the tenant: theirs alone while one of them is at the desk, everybody's when none is there any more.
  const isAsked = skills.length > 0 && present.some((each) => takes(each, { team, skills }));
  return !isAsked || skills.every((skill) => agent.skills.includes(skill));
}

type Rank = readonly [
  isResting: number,
  isStranger: number,
  needsTranslation: number,
  isNoExpert: number,
  load: number,
  id: string,
];

/** Lower is asked first. */
function rank(agent: FreeAgent, handover: Waiting): Rank {
  const topic = handover.about ?? handover.enquiry;
  const knowsTopic = [topic, topic.split('.')[0] ?? ''].some((each) => agent.skills.includes(each));
  const isResting = agent.isResting || handover.missedBy.includes(agent.id);
  return [
    Number(isResting),
    Number(handover.knownTo !== agent.id),
    Number(!agent.languages.includes(handover.language)),
    Number(!knowsTopic),
    agent.load / Math.max(1, agent.most),
    agent.id,
  ];
}

function compare(a: Rank, b: Rank): number {
  for (const [at, value] of a.entries()) {
    const other = b[at] as typeof value;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
