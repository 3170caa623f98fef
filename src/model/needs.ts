// When a need is asked about again, and when it is over. None lapses by itself: what was for a time holds until somebody was asked.

import type { Need, Person } from './person.ts';

/** What a customer answered when they were asked whether it is still right. */
export interface Reviewed {
  readonly on: string;
  readonly is: 'right' | 'over';
  /** When it is asked about again. */
  readonly next: string;
}

export function isReviewDue({ review, until, endedOn }: Need, today: string): boolean {
  if (endedOn !== undefined) return false;
  const day = review ?? (until === 'long-term' ? undefined : until);
  return day !== undefined && day <= today;
}

/** The person with the needs that hold today; those that are over stay in the housing system. */
export function withNeedsHeld(person: Person): Person {
  const isOver = person.needs.some(({ endedOn }) => endedOn !== undefined);
  return isOver ? { ...person, needs: person.needs.filter(({ endedOn }) => endedOn === undefined) } : person;
}

/** Those that were due are right until the next review, or over. */
export function afterReview(need: Need, { on, is, next }: Reviewed): Need {
  if (!isReviewDue(need, on)) return need;
  if (is === 'over') return { ...need, until: on, endedOn: on };
  const isShort = need.until !== undefined && need.until !== 'long-term';
  const until = isShort && (need.until ?? '') <= next ? { until: next } : {};
  return { ...need, ...until, review: next };
}
