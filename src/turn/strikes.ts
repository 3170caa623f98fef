// Insults, by when they were: a conversation by text goes on for years, and what was written long ago is held against nobody.

import type { ConversationState } from '../model/conversation.ts';
import type { Landlord } from '../model/landlord.ts';
import { addMonths, localTime } from '../model/london-time.ts';
import { type Course, withState } from './course.ts';

/** Older ones are not needed to tell how often. */
const mostKept = 20;

type Terms = Pick<Landlord, 'persistentContact' | 'timeZone'>;

/** When those were that still count (ISO instants), the oldest first. */
export function strikesOn(
  state: ConversationState,
  now: Date,
  { persistentContact, timeZone }: Terms,
): readonly string[] {
  const today = localTime(now, timeZone).date;
  const lasts = (at: string) =>
    addMonths(localTime(new Date(at), timeZone).date, persistentContact.strikeMonths) > today;
  return datedStrikes(state).filter(lasts);
}

/** Before each had its time they were only counted: those are as old as the last message. */
function datedStrikes({ abuse, abusedAt = [], lastAt }: ConversationState): readonly string[] {
  return [...(lastAt === undefined ? [] : Array<string>(abuse).fill(lastAt)), ...abusedAt];
}

export function withStrike(course: Course, at: Date): Course {
  const abusedAt = [...datedStrikes(course.state), at.toISOString()].slice(-mostKept);
  return withState(course, { abuse: 0, abusedAt });
}
