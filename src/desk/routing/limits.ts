// The limits that hold now: a supervisor's where there is one, else the pack's.

import type { Landlord } from '../../model/landlord.ts';
import type { ChannelName } from '../../model/message.ts';
import type { Full, LimitsSet } from '../../model/routing-limits.ts';
import type { Load, Presence, PresentAgent } from '../ports.ts';

type Pack = Pick<Landlord, 'teams' | 'handover'>;

const none: Load = new Map();

/** By channel. */
export type Room = Readonly<Record<ChannelName, number>>;

/** The pack's is the usual; an agent says for themselves how many they take; what a supervisor set holds whatever they say. */
export function capacityOf(
  { id, said }: { readonly id: string; readonly said?: Presence | undefined },
  { handover }: Pack,
  { agents }: LimitsSet,
): Room {
  const { capacity: own } = said ?? {};
  return { ...handover.capacity, ...(own !== undefined && ofEach(own)), ...agents.get(id) };
}

const ofEach = (most: number): Room => ({ web: most, sms: most, 'bot-framework': most });

export function fullAt(team: string, pack: Pack, { teams }: LimitsSet): Full {
  return { ...pack.teams[team]?.full, ...teams.get(team) };
}

/** Whether who asks for a person now would wait longer than the team's limits allow. */
export function isFull(
  { waiting, minutes }: Full,
  wait: { readonly ahead: number; readonly minutes: number | undefined },
): boolean {
  const isLong = typeof waiting === 'number' && wait.ahead >= waiting;
  return isLong || (typeof minutes === 'number' && wait.minutes !== undefined && wait.minutes >= minutes);
}

/** How many an agent takes altogether: what they said themselves, where that is less. */
export function mostOf(said: Presence | undefined, capacity: Room): number {
  const all = Object.values(capacity).reduce((sum, each) => sum + each, 0);
  return Math.min(all, said?.capacity ?? all);
}

export function totalOf(load: Load): number {
  return [...load.values()].reduce((sum, each) => sum + each, 0);
}

/** Channels of which the agent can have one more. */
export function roomOf(said: Presence | undefined, capacity: Room, load: Load = none): ReadonlySet<string> {
  if (totalOf(load) >= mostOf(said, capacity)) return new Set();
  return new Set(Object.entries(capacity).flatMap(([each, most]) => ((load.get(each) ?? 0) < most ? [each] : [])));
}

/** Can be handed a conversation by a colleague, of this channel or of any: there, and not full. */
// biome-ignore lint/complexity/useMaxParams: reads as a sentence
export function isFree(there: PresentAgent | undefined, capacity: Room, load?: Load, channel?: string): boolean {
  const room = roomOf(there, capacity, load);
  return there?.state === 'available' && (channel === undefined ? room.size > 0 : room.has(channel));
}
