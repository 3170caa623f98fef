// The agreed route of a customer whose contact is unreasonably persistent or abusive: who answers them, how, and until when. Set by a
// manager with a reason; it lapses by itself, and stands in the way of nothing but other people’s time.

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

export interface ContactRoute {
  readonly id: string;
  /** Id on file. */
  readonly person: string;
  readonly route: 'named-contact' | 'written-weekly';
  /** Who answers, as the customer is told. */
  readonly contact: string;
  /** Of the weekly answer. */
  readonly weekday?: Weekday;
  /** The last day on which it holds, ISO date. */
  readonly until: string;
}

/** The next day of the weekly answer after a day (ISO dates). */
export function nextAnswer(after: string, weekday: Weekday): string {
  const day = new Date(`${after}T00:00:00Z`);
  // Sunday is 0 in JavaScript and last in ours.
  const wanted = (weekdays.indexOf(weekday) + 1) % 7;
  const days = ((wanted - day.getUTCDay() + 6) % 7) + 1;
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
