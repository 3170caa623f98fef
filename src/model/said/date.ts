// A day in what somebody wrote, when one is meant: "any day but Friday" and "Monday or Wednesday" name days and mean no one of them.
// Then the question is asked again rather than guessed.

import { weekday } from '../london-time.ts';
import { daysAfter, today } from './day.ts';
import type { Day } from './days-named.ts';
import { firstDay } from './first-day.ts';
import type { Window } from './time-windows.ts';
import { readTimes } from './times.ts';

/**
 * The day that the text means, as `2026-12-03`.
 *
 * @param now for "tomorrow", weekdays and dates without a year, which mean the nearest such day; without it only full dates are found.
 *            Days are those of Europe/London.
 */
export function parseDate(text: string, now?: Date): string | undefined {
  const day = firstDay(text, now);
  if (day === undefined || now === undefined) return day;
  const times = readTimes(text, now);
  const wanted = daysOf(times?.wanted ?? []);
  if (wanted.length === 0) return daysOf(times?.avoided ?? []).length > 0 ? undefined : day;
  const names = [...new Set(wanted.filter((each) => typeof each === 'number'))];
  if (names.length < wanted.length) return day;
  const [only, another] = names;
  return only === undefined || another !== undefined ? undefined : onWeekday(only, day, now);
}

const daysOf = (windows: readonly Window[]): readonly Day[] => windows.flatMap((window) => window.days);

/** "Friday is no good, Thursday": the first day named is not the one that is meant. */
function onWeekday(name: number, day: string, now: Date): string {
  const indexOf = (date: string): number => (weekday(date) + 6) % 7;
  if (indexOf(day) === name) return day;
  const from = today(now);
  return daysAfter(from, (name - indexOf(daysAfter(from, 0)) + 7) % 7 || 7);
}
