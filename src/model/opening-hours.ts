// When the landlord's desk is open: weekly hours, without bank holidays and the landlord's own closed days.

import type { Hours, Landlord } from './landlord.ts';
import { addDays, localTime, weekday } from './london-time.ts';
import type { NationRules } from './nation-rules.ts';
import type { Holidays } from './working-days.ts';

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** All that decides whether somebody is there. */
export interface Openings {
  readonly hours: Hours;
  readonly closedOn: readonly { readonly on: string }[];
  readonly bankHolidays: Readonly<Record<string, string>>;
  readonly timeZone: string;
}

export function openingsOf(from: { readonly landlord: Landlord; readonly rules: NationRules }): Openings {
  const { hours, closedOn, timeZone } = from.landlord;
  return { hours, closedOn, timeZone, bankHolidays: from.rules.bankHolidays };
}

/** Days on which nobody is there beside weekends, by ISO date: what the landlord promises by itself is not due on them. */
export function closedDays({
  landlord,
  rules,
}: {
  readonly landlord: Landlord;
  readonly rules: NationRules;
}): Holidays {
  return { ...rules.bankHolidays, ...Object.fromEntries(landlord.closedOn.map(({ on, why }) => [on, why])) };
}

/** The open spans of a date, `08:00-18:00`; none when it is closed. */
function spansOn(date: string, openings: Openings): readonly string[] {
  const closed = Object.hasOwn(openings.bankHolidays, date) || openings.closedOn.some((day) => day.on === date);
  return closed ? [] : openings.hours[days[weekday(date)] ?? 'sunday'];
}

/** The end of a span is outside of it: at 18:00 the desk is closed. */
export function isOpen(at: Date, openings: Openings): boolean {
  const { date, time } = localTime(at, openings.timeZone);
  return spansOn(date, openings).some((span) => {
    const [from = '', to = ''] = span.split('-');
    return from <= time && time < to;
  });
}

/** When it closes, seen from an instant at which it is open: the end of the span that it is in. */
export function closesAt(at: Date, openings: Openings): string | undefined {
  const { date, time } = localTime(at, openings.timeZone);
  return spansOn(date, openings)
    .map((span) => span.split('-'))
    .find(([from = '', to = '']) => from <= time && time < to)?.[1];
}

/** When it next opens, seen from an instant at which it is closed; undefined when it does not within a month. */
export function nextOpening(at: Date, openings: Openings): { readonly on: string; readonly time: string } | undefined {
  const now = localTime(at, openings.timeZone);
  for (let ahead = 0; ahead <= 31; ahead += 1) {
    const date = addDays(now.date, ahead);
    const from = spansOn(date, openings)
      .map((span) => span.slice(0, 5))
      .find((start) => ahead > 0 || start > now.time);
    if (from !== undefined) return { on: date, time: from };
  }
  return undefined;
}
