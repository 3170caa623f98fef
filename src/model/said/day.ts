// The calendar day in Europe/London, kept as midnight UTC so that adding days is adding days, whatever the clocks do.

import { localTime } from '../london-time.ts';

export function today(now: Date): Date {
  return new Date(`${localTime(now).date}T00:00:00Z`);
}

export function daysAfter(day: Date, days: number): string {
  return new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Times of day taken out, so that "at 10.30" or "2-4pm" is not read as a date. */
export function withoutTime(line: string): string {
  return line
    .replace(/\b(?:at|by|from|after|before|until|till|o|am|erbyn) \d{1,2}[.:]\d{2}\b(?![./-]\d)/g, ' ')
    .replace(/\b\d{1,2}(?:[.:]\d{2})? ?(?:-|to) ?\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m\b/g, ' ')
    .replace(/\b\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m\b/g, ' ')
    .replace(/\b\d{1,2}:\d{2}\b/g, ' ');
}
