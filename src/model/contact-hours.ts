// When a tenant may be written to by us of our own accord. A reply is no disturbance, and danger does not wait: neither asks here.

import { addDays, instantOf, localTime } from './london-time.ts';

/** Times of day on the landlord's clocks, `08:00`; `until` is outside. */
export interface ContactHours {
  readonly from: string;
  readonly until: string;
}

/** The instant itself where it lies within the hours, else the next one that does. */
export function contactAt(at: Date, hours: ContactHours, timeZone = 'Europe/London'): Date {
  const { date, time } = localTime(at, timeZone);
  if (hours.from <= time && time < hours.until) return at;
  return instantOf(time < hours.from ? date : addDays(date, 1), hours.from, timeZone);
}
