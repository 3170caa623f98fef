// The days that a place in a sentence names: weekdays that come again, one day of the calendar, or a stretch of days.

import { months, nearbyDays, shortNames, weekdays, welshNames } from './date-names.ts';
import { daysAfter, today } from './day.ts';
import { firstDay } from './first-day.ts';

/** 0 Monday to 6 Sunday. */
export type Weekday = number;

/** First and last day, as `2026-12-03`. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

export type Day = Weekday | Stretch;

export interface NamedDays {
  readonly days: readonly Day[];
  readonly length: number;
}

/** Later than anybody makes an appointment. */
export const noEnd = '9999-12-31';
export const noStart = '0000-01-01';

const either = (names: Iterable<string>): string =>
  [...names].sort((one, other) => other.length - one.length).join('|');
const end = '(?![\\p{L}\\d])';
const welsh = `(?:(?:d?dydd(?:iau)? )(?:${either(welshNames.keys())})|(?<=(?:bore|prynhawn|p'nawn|pnawn|nos) )(?:${either(welshNames.keys())})|nos (?=(?:${either(welshNames.keys())})))`;
const short = `(?:${either(shortNames.keys())})(?=\\.|s?(?: (?:am|pm|morning|afternoon|evening|eve|or|and|at|after|before|only|please|pls|week|\\d)|[,/;-]| ?&|$))`;
const weekday = `(?:(?:${either(weekdays.keys())})s?|${welsh}|${short}s?)${end}`;
const month = `(?:${either([...months.keys()].filter((name) => name.length > 2))})${end}`;
/** After Polish prepositions that are English words too: "can’t do Wednesdays" ends no stretch. */
const polishEndings = [
  'poniedzialku',
  'wtorku',
  'srod[yae]',
  'czwartku',
  'piatku',
  'sobo[ty]\\w',
  'niedziel\\w',
  'jutr\\w',
];
const inFull = `(?:(?:the )?\\d{1,2}(?:st|nd|rd|th)(?! (?:floor|time|day|week))(?: (?:of )?${month})?|\\d{1,2} (?:of |o )?${month}|${month} (?:the )?\\d{1,2}(?:st|nd|rd|th)?${end}|(?<![\\d/.-])\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?![\\d/]))`;
const nearby = `(?:${either([...nearbyDays.entries()].filter(([name, days]) => days >= 0 && !name.includes('this ')).map(([name]) => name))})${end}`;
const counted = `(?:in|za|mewn|ymhen) (?:(?:a|about|two|three|four|five|six|dwa|trzy|cztery|dau|tri|\\d{1,2}) )*(?:days?|weeks?|fortnight|dni|tydzien|tygodnie|tygodni|diwrnod|wythnos|[bp]ythefnos)${end}`;
const told = `(?:(?:(?:a|1|one|two|2) )?(?:weeks?|fortnight|wythnos|tydzien) (?:on |from |i |this |come )?(?:next )?(?:${weekday}|${nearby})|(?:w )?(?:next|przyszl\\w+|nastepn\\w+) ${weekday}|${weekday} (?:week|fortnight|next week|nesaf|wythnos nesaf|w przyszlym tygodniu)(?! ?end)${end}|${counted}|${nearby}|${inFull})`;

const sticky = (source: string): RegExp => new RegExp(source, 'uy');

const isoStretch = sticky('(?<from>\\d{4}-\\d\\d-\\d\\d)/(?<to>\\d{4}-\\d\\d-\\d\\d)');
const iso = sticky('(?<from>\\d{4}-\\d\\d-\\d\\d)(?![\\d-])');
const weekdayRange = sticky(
  `(?:from |between |od |rhwng |o )?(?<first>${weekday}) ?(?:-|to|thru|through|til|till|until|do|i|tan)${' ?'}(?<last>${weekday})`,
);
const inWeek = sticky(
  '(?:on |at |over )?(?:the )?(?:week ?days?|(?:in|during) the week|dyddiau.r wythnos|dni robocze|w dni robocze|w tygodniu)(?![\\p{L}])',
);
const weekend = sticky(
  '(?:on |at |over )?(?:the |a |this )?(?:week ?-?ends?|w/e|y penwythnos|penwythnos(?:au)?|w weekendy?|weekend\\w*)(?![\\p{L}])',
);
const thisDay = sticky(`this (?=(?:morning|afternoon|evening|arvo)${end})`);
const week = sticky(
  '(?<which>next week|week after next|this week|yr wythnos (?:hon|nesaf)|wythnos nesaf|(?:w )?przyszly(?:m)? tyd\\w+|(?:w )?tym tygodniu)(?! ?end)(?! (?:on )?(?:mon|tue|wed|thu|fri|sat|sun))',
);
const bound = sticky(
  `(?<side>after|from|starting|not before|before|until|till|til|by|ar ol|(?:o|od|po|przed|do)(?= (?:\\d|${either(polishEndings)}))|cyn|erbyn) (?<day>\\d{4}-\\d\\d-\\d\\d(?!\\d)|(?:next |w/c |week (?:commencing|of) )?(?:${told}|${weekday}))`,
);
const one = sticky(`(?:on )?(?<day>${told})`);
const bare = sticky(`(?:on |this (?:coming )?|ar |we? )?(?<day>${weekday})`);

type Reader = (line: string, at: number, now: Date) => NamedDays | undefined;

const readers: readonly Reader[] = [
  (line, at) =>
    matched(isoStretch, { line, at }, ({ from = '', to = '' }) => (from <= to ? [{ from, to }] : undefined)),
  (line, at) => matched(iso, { line, at }, ({ from = '' }) => (isDay(from) ? [{ from, to: from }] : undefined)),
  (line, at) => matched(weekdayRange, { line, at }, ({ first, last }) => between(nameOf(first), nameOf(last))),
  (line, at) => matched(inWeek, { line, at }, () => [0, 1, 2, 3, 4]),
  (line, at) => matched(weekend, { line, at }, () => [5, 6]),
  (line, at, now) => matched(thisDay, { line, at }, () => [oneDay(daysAfter(today(now), 0))]),
  (line, at, now) => matched(week, { line, at }, ({ which = '' }) => [weekOf(which, now)]),
  (line, at, now) => matched(bound, { line, at }, ({ side = '', day = '' }) => bounded(side, firstDay(day, now))),
  (line, at, now) =>
    matched(one, { line, at }, ({ day = '' }) => {
      const date = firstDay(day, now);
      return date === undefined ? undefined : [oneDay(date)];
    }),
  (line, at) =>
    matched(bare, { line, at }, ({ day }) => {
      const name = nameOf(day);
      return name === undefined ? undefined : [name];
    }),
];

/** The days named at this place of the line, if any. */
export function daysAt(line: string, at: number, now: Date): NamedDays | undefined {
  for (const reader of readers) {
    const found = reader(line, at, now);
    if (found !== undefined) return found;
  }
  return undefined;
}

function matched(
  pattern: RegExp,
  { line, at }: { readonly line: string; readonly at: number },
  read: (groups: Readonly<Record<string, string | undefined>>) => readonly Day[] | undefined,
): NamedDays | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(line);
  const days = found === null ? undefined : read(found.groups ?? {});
  return found === null || days === undefined ? undefined : { days, length: found[0].length };
}

const oneDay = (date: string): Stretch => ({ from: date, to: date });

function isDay(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

function nameOf(said = ''): Weekday | undefined {
  const word = said.replace(/^(?:d?dydd(?:iau)?|nos) /, '').replace(/\.$/, '');
  const names = [weekdays, shortNames, welshNames];
  for (const form of [word, word.replace(/s$/, '')]) {
    const found = names.map((index) => index.get(form)).find((each) => each !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function between(first: Weekday | undefined, last: Weekday | undefined): readonly Day[] | undefined {
  if (first === undefined || last === undefined) return undefined;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => (first + step) % 7);
}

/** Weeks begin on Monday. */
function weekOf(which: string, now: Date): Stretch {
  const day = today(now);
  const monday = -((day.getUTCDay() + 6) % 7);
  const isThis = /this|hon|tym/.test(which);
  const weeks = isThis ? 0 : /after/.test(which) ? 2 : 1;
  return { from: daysAfter(day, isThis ? 0 : monday + weeks * 7), to: daysAfter(day, monday + weeks * 7 + 6) };
}

function bounded(side: string, date: string | undefined): readonly Day[] | undefined {
  if (date === undefined) return undefined;
  const day = new Date(`${date}T00:00:00Z`);
  if (/^(?:from|starting|not before|o|od)$/.test(side)) return [{ from: date, to: noEnd }];
  if (/^(?:after|ar ol|po)$/.test(side)) return [{ from: daysAfter(day, 1), to: noEnd }];
  return [{ from: noStart, to: /^(?:before|cyn|przed)$/.test(side) ? daysAfter(day, -1) : date }];
}
