// The first day that a text names, as British tenants say it: day before month, weeks counted from weekdays, Welsh and Polish names.
// A vague one ("next week", "soon") is none. Whether the day is wanted is told in `date.ts`.

import { calendarDay, withOrdinalsInDigits } from './calendar-words.ts';
import { months } from './date-names.ts';
import { realDay, today, withoutTime } from './day.ts';
import { folded, plainStart } from './plain.ts';
import { spokenDay } from './spoken-day.ts';
import { whenInEnglish } from './when-in-english.ts';

/** Day, month and perhaps year in numbers, with spaces around the separators or none. `24/7` is no date, nor is `1/2 of` anything. */
const numeric =
  /(?<![\d£$€./:-])(?<day>\d{1,2})(?<separator> ?[/.-] ?| )(?<month>\d{1,2})(?:\k<separator>(?<year>\d{4}|\d{2}))?(?![\d/:]|[.-]\d| of\b|[ap]m\b| ?%)/g;
/** `12/03.1984`: separators of two kinds only where the year is told in full. */
const mixed = /(?<![\d£$€./:-])(?<day>\d{1,2}) ?[/.-] ?(?<month>\d{1,2}) ?[/.-] ?(?<year>(?:19|20)\d\d)(?!\d)/;
const iso = /(?<!\d)(?<year>(?:19|20)\d\d)[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/;
/** `12031984`: eight digits in a row, as they are texted. Only as a whole answer. */
const run = /^(?<day>\d{2})(?<month>\d{2})(?<year>(?:19|20)\d{2})$/;

const monthName = `(?<name>${[...months.keys()].sort((one, other) => other.length - one.length).join('|')})`;
const year = `(?:,? ?(?:of )?(?<year>(?:19|20)\\d\\d|'?\\d\\d(?![\\d:.]| ?[ap]m)))?`;
const dayFirst = new RegExp(
  `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|ain|fed|ed|eg|af)?[ .-]{0,2}(?:of |o )?${monthName}(?!\\p{L})[.-]?${year}`,
  'u',
);
const monthFirst = new RegExp(
  `(?<!\\p{L})${monthName}\\.? (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]| ?[ap]m)${year}`,
  'u',
);
const ordinalAlone =
  /\b(?:the|on) (?:the )?(?<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:floor|time|day|week|month|year|stage|call|visit|letter))/;

type Parts = { readonly day: number; readonly month: number; readonly year: number | undefined };

/**
 * The first day that the text names, as `2026-12-03`.
 *
 * @param now for "tomorrow", weekdays and dates without a year, which mean the nearest such day; without it only full dates are found.
 *            Days are those of Europe/London.
 */
export function firstDay(text: string, now?: Date): string | undefined {
  const line = withOrdinalsInDigits(withoutTime(whenInEnglish(folded(plainStart(text)).replace(/[’']/g, "'"))));
  const from = now === undefined ? undefined : today(now);
  return (
    writtenOut(line, from) ??
    (from === undefined ? undefined : (calendarDay(line, from) ?? spokenDay(line, from))) ??
    dayOfMonth(line, from)
  );
}

function writtenOut(line: string, from: Date | undefined): string | undefined {
  for (const form of [iso, dayFirst, monthFirst, mixed, run]) {
    const day = resolved(partsOf(form.exec(line)), from);
    if (day !== undefined) return day;
  }
  for (const found of line.matchAll(numeric)) {
    if (!means(found, line)) continue;
    const day = resolved(partsOf(found), from);
    if (day !== undefined) return day;
  }
  return undefined;
}

/** Two numbers beside each other are a date only with a slash, or when they are the whole answer ("3.12" may be a price or a time). */
function means(found: RegExpExecArray, line: string): boolean {
  if (found[0] === '24/7') return false;
  return found.groups?.year !== undefined || found.groups?.separator === '/' || found[0] === line;
}

function partsOf(found: RegExpExecArray | null): Parts | undefined {
  if (found?.groups === undefined) return undefined;
  const { day, month, name, year: written } = found.groups;
  const number = name === undefined ? Number(month) - 1 : months.get(name);
  if (number === undefined) return undefined;
  return { day: Number(day), month: number, year: fullYear(written) };
}

function fullYear(written: string | undefined): number | undefined {
  return written === undefined ? undefined : Number(written.replace("'", ''));
}

function resolved(parts: Parts | undefined, from: Date | undefined): string | undefined {
  if (parts === undefined) return undefined;
  if (parts.year === undefined) return from === undefined ? undefined : nearest(parts, from);
  const year = parts.year >= 100 ? parts.year : inCentury(parts.year, from);
  return realDay(year, parts.month, parts.day);
}

/** '84 is 1984 and '27 is 2027: nobody tells us of a day more than two years ahead. */
function inCentury(year: number, from: Date | undefined): number {
  const limit = from === undefined ? 30 : (from.getUTCFullYear() % 100) + 2;
  return year > limit ? 1900 + year : 2000 + year;
}

function nearest(parts: Parts, from: Date): string | undefined {
  const thisYear = from.getUTCFullYear();
  const days = [thisYear - 1, thisYear, thisYear + 1]
    .map((each) => realDay(each, parts.month, parts.day))
    .filter((each) => each !== undefined);
  return days.sort((one, other) => distance(one, from) - distance(other, from))[0];
}

function distance(day: string, from: Date): number {
  return Math.abs(Date.parse(day) - from.getTime());
}

/** "The 3rd" is the next one, "since the 3rd" the last. */
function dayOfMonth(line: string, from: Date | undefined): string | undefined {
  const found = ordinalAlone.exec(line);
  const day = Number(found?.groups?.day ?? Number.NaN);
  if (found === null || Number.isNaN(day) || from === undefined) return undefined;
  const isPast = /\b(?:since|ers) $/.test(line.slice(0, found.index));
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth()];
  const here = realDay(year, month, day);
  const isBehind = here === undefined || Date.parse(here) < from.getTime();
  if (isPast) return isBehind && here !== undefined ? here : realDay(year, month - 1, day);
  return isBehind ? realDay(year, month + 1, day) : here;
}
