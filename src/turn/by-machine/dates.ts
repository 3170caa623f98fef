// Days that we name are not left to a machine: they are taken out of the English as they stand, and put back as the tenant's language writes them.

import { languageOf } from '../../model/language-tag.ts';

const days = ['Sun', 'Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const written =
  /(?:(?<weekday>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day),? )?(?<day>\d{1,2}) (?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?<rest>[a-z]*)(?: (?<year>\d{4}))?(?![\p{L}\d])/gu;

/** Dates in an English text as our phrases write them, each with what it is in another language; none that the language has no words for here. */
export function datesIn(text: string, tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(written)) {
    const said = inLanguage(match.groups ?? {}, tag);
    if (said !== undefined) found.set(match[0], said);
  }
  return found;
}

function inLanguage(
  { weekday, day, month, rest, year }: Readonly<Record<string, string | undefined>>,
  tag: string,
): string | undefined {
  const date = dateOf({ weekday, day, month, year });
  if (date === undefined) return undefined;
  const format = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: rest === '' && month !== 'May' ? 'short' : 'long',
    ...(weekday !== undefined && { weekday: 'long' }),
    ...(year !== undefined && { year: 'numeric' }),
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  });
  const isTheirs = languageOf(format.resolvedOptions().locale) === languageOf(tag);
  return isTheirs ? format.format(date) : undefined;
}

/** A weekday without its year tells the year: within six of them each date falls on each weekday. */
function dateOf({ weekday, day, month, year }: Readonly<Record<string, string | undefined>>): Date | undefined {
  const at = (each: number) => new Date(Date.UTC(each, months.indexOf(month ?? ''), Number(day)));
  if (year !== undefined || weekday === undefined) return at(Number(year ?? 2024));
  const wanted = days.indexOf(weekday.replace(/day$/, ''));
  return Array.from({ length: 12 }, (_, more) => at(2024 + more)).find((date) => date.getUTCDay() === wanted);
}
