// The times at which somebody is not to be disturbed, as they stand on file in their own words: "not on Fridays after 12, I pray",
// "school run 3 to 4", "Friday 12:00-15:00". What cannot be read as a time is left to the hours in which everybody is left in peace.

import { type ContactHours, contactAt } from '../contact-hours.ts';
import { localTime } from '../london-time.ts';
import type { Times, Window } from './time-windows.ts';
import { readTimes } from './times.ts';
import { covers } from './times-fit.ts';

/** Who would be left in peace for longer than this would never hear of anything. */
const longestHours = 72;
const stepMs = 30 * 60_000;

/**
 * Whether they are to be left in peace at an instant.
 *
 * @param avoid times to avoid, as they are on file
 */
export function isLeftInPeace(at: Date, avoid: readonly string[], timeZone = 'Europe/London'): boolean {
  const windows = avoid.flatMap((each) => avoidedBy(readTimes(each, at)));
  if (windows.length === 0 || !isWithin(windows, at, timeZone)) return false;
  return laterThan(at).some((each) => !isWithin(windows, each, timeZone));
}

function laterThan(at: Date): readonly Date[] {
  const steps = (longestHours * 3_600_000) / stepMs;
  return Array.from({ length: steps }, (_, step) => new Date(at.getTime() + (step + 1) * stepMs));
}

export interface ReachedBest {
  /** When they are reached best, as it is on file. */
  readonly best: string | undefined;
  readonly avoid: readonly string[];
  readonly hours: ContactHours;
}

/**
 * Whether what we begin by ourselves waits for a time that suits better. A wish keeps nobody from news for longer than a bad time does:
 * where none of their best times comes soon, within the hours in which we write to anybody, it is told now.
 */
export function isBetterSoon(at: Date, { best, avoid, hours }: ReachedBest, timeZone = 'Europe/London'): boolean {
  const windows = best === undefined ? [] : (readTimes(best, at)?.wanted ?? []);
  if (windows.length === 0 || isWithin(windows, at, timeZone)) return false;
  return laterThan(at).some(
    (each) =>
      isWithin(windows, each, timeZone) &&
      contactAt(each, hours, timeZone) <= each &&
      !isLeftInPeace(each, avoid, timeZone),
  );
}

/** Among the times to avoid a bare "Friday afternoon" is one of them. */
function avoidedBy(times: Times | undefined): readonly Window[] {
  if (times === undefined) return [];
  return times.avoided.length > 0 ? times.avoided : times.wanted;
}

function isWithin(windows: readonly Window[], at: Date, timeZone: string): boolean {
  const { date, time } = localTime(at, timeZone);
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return windows.some((window) => covers(window, date, minute));
}
