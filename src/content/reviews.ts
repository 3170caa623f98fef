// Who looks after each file of texts and dialogs, and when they last went through it. What was not looked at for a year is past its review.

import { z } from 'zod';

/** At the top of each file of `locales/`, under `_about`; a dialog has the same two in its head. */
export const About = z.strictObject({ owner: z.string().min(2), reviewedOn: z.iso.date() });

export interface Reviewed extends z.infer<typeof About> {
  /** Relative to the project's folder. */
  readonly file: string;
}

const monthsBetween = 12;

/**
 * Those whose review is due, the longest waiting first.
 *
 * @param today ISO date
 */
export function pastReview(reviewed: readonly Reviewed[], today: string): readonly Reviewed[] {
  return reviewed
    .filter(({ reviewedOn }) => dueOn(reviewedOn) < today)
    .toSorted((one, other) => one.reviewedOn.localeCompare(other.reviewedOn));
}

function dueOn(reviewedOn: string): string {
  const due = new Date(`${reviewedOn}T12:00:00Z`);
  due.setUTCMonth(due.getUTCMonth() + monthsBetween);
  return due.toISOString().slice(0, 10);
}
