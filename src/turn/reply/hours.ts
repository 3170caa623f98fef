// Opening hours in words: days in a row with the same hours are told together. The words are phrases of the catalogue.

import type { Hours } from '../../model/landlord.ts';
import type { Phrases } from './ports.ts';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type Day = (typeof days)[number];

/** "Monday to Friday, 08:00 to 18:00; Saturday, 09:00 to 12:00". Days on which it is closed are left out. */
export function sayHours(from: { readonly hours: Hours; readonly phrases: Phrases }, language: string): string {
  const { hours } = from;
  const say = (key: string, values: Record<string, string>) => from.phrases.say(key, language, 'web', values);
  const told = runsOf(
    days.filter((day) => hours[day].length > 0),
    (day) => hours[day].join(' '),
  ).map((run) => {
    const [first, last] = [run[0] ?? 'monday', run.at(-1) ?? 'monday'];
    const times = hours[first].map(timesWith(say)).reduce((one, two) => say('hours.and', { one, two }));
    if (first === last) return say('hours.day', { day: dayName(first, language), times });
    return say('hours.range', { first: dayName(first, language), last: dayName(last, language), times });
  });
  return told.length > 0 ? told.join('; ') : say('hours.closed', {});
}

function timesWith(say: (key: string, values: Record<string, string>) => string) {
  return (span: string): string => {
    const [open = '', close = ''] = span.split('-');
    return say('hours.times', { open, close });
  };
}

/** Days next to each other with the same hours. */
function runsOf(open: readonly Day[], sameAs: (day: Day) => string): readonly (readonly Day[])[] {
  const runs: Day[][] = [];
  for (const day of open) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const follows = before !== undefined && days.indexOf(day) === days.indexOf(before) + 1;
    if (run && before && follows && sameAs(before) === sameAs(day)) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

function dayName(day: Day, language: string): string {
  // 5 January 2026 was a Monday.
  const at = new Date(Date.UTC(2026, 0, 5 + days.indexOf(day)));
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(at);
}
