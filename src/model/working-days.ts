// Working days as the law of complaints counts them: Monday to Friday, without the bank holidays of the nation.
// The day of receipt is day zero; day one is the next working day.

import { addDays, weekday } from './london-time.ts';

/** Bank holidays by ISO date. */
export type Holidays = Readonly<Record<string, unknown>>;

export function isWorkingDay(date: string, holidays: Holidays): boolean {
  const day = weekday(date);
  return day !== 0 && day !== 6 && !Object.hasOwn(holidays, date);
}

/** The date on which the nth working day after `from` falls. With 0: `from` itself, or the next working day when it is none. */
export function addWorkingDays(from: string, days: number, holidays: Holidays): string {
  let date = from;
  for (let counted = 0; counted < days || !isWorkingDay(date, holidays); ) {
    date = addDays(date, 1);
    if (isWorkingDay(date, holidays)) counted += 1;
  }
  return date;
}

/** The working day so many before `to`. */
export function workingDaysBefore(to: string, days: number, holidays: Holidays): string {
  let date = to;
  for (let counted = 0; counted < days; ) {
    date = addDays(date, -1);
    if (isWorkingDay(date, holidays)) counted += 1;
  }
  return date;
}

/** How many working days from one day until another (ISO dates): below 0 where that one has passed. */
export function workingDaysUntil(from: string, to: string, holidays: Holidays): number {
  const [first, last] = from <= to ? [from, to] : [to, from];
  let counted = 0;
  for (let date = first; date < last; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date, holidays)) counted += 1;
  }
  return from <= to ? counted : -counted;
}
