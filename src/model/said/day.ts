// The calendar day in Europe/London, kept as midnight UTC so that adding days is adding days, whatever the clocks do.

import { localTime } from '../london-time.ts';

export function today(now: Date): Date {
  return new Date(`${localTime(now).date}T00:00:00Z`);
}

export function daysAfter(day: Date, days: number): string {
  return new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** A day that is in the calendar, else undefined: 31 April is a slip, not 1 May. Months from 0; those beyond the year count on. */
export function realDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month, day));
  if (date.getUTCDate() !== day || date.getUTCMonth() !== ((month % 12) + 12) % 12 || year < 1900) return undefined;
  return date.toISOString().slice(0, 10);
}

/** The same day so many months later, or the last of a month that is too short for it. */
export function monthsAfter(day: Date, months: number): string {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months];
  return realDay(year, month, day.getUTCDate()) ?? lastOf(year, month);
}

export function lastOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
}

/** Times of day taken out, so that "at 10.30" or "2-4pm" is not read as a date. */
export function withoutTime(line: string): string {
  return line
    .replace(/\b(?:at|by|from|after|before|until|till|o|am|erbyn) \d{1,2}[.:]\d{2}\b(?![./-]\d)/g, ' ')
    .replace(/\b\d{1,2}(?:[.:]\d{2})? ?(?:-|to) ?\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m\b/g, ' ')
    .replace(/\b\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m\b/g, ' ')
    .replace(/\b\d{1,2}:\d{2}\b/g, ' ');
}
