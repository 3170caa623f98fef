// Days told by their distance from today: "tomorrow", "a week on Tuesday", "in 3 days", "w przyszły wtorek", "dydd Mawrth nesaf".

import { countWords, nearbyDays, shortNames, weekdays, welshNames } from './date-names.ts';
import { daysAfter } from './day.ts';

const names = (index: ReadonlyMap<string, number>): string =>
  [...index.keys()].sort((one, other) => other.length - one.length).join('|');
const edge = '(?<![\\p{L}\\d])';
const end = '(?![\\p{L}\\d])';

const nearby = new RegExp(`${edge}(?<day>${names(nearbyDays)})${end}`, 'u');
const full = `(?:(?<welsh>(?:d?dydd|nos) (?:${names(welshNames)}))|(?<name>${names(weekdays)})s?)`;
const weekday = new RegExp(`${edge}${full}${end}`, 'u');
/** `sat` and the like, where nothing but a day can stand. */
const shortDay = new RegExp(
  `(?:^|(?:on|this|next|last|for|by|til|till|until|coming) )(?<short>${names(shortNames)})\\.?${end}`,
  'u',
);

const count = `(?<count>\\d{1,3}|${names(countWords)})`;
const ahead = new RegExp(
  `${edge}(?:(?:in|za|mewn|ymhen) (?:about )?(?:${count} )?(?<unit>days?|weeks?|fortnight|dni|dzien|tydzien|tygodnie|tygodni|diwrnod|ddiwrnod|wythnos|bythefnos|pythefnos)|${count.replace('<count>', '<count2>')} (?<unit2>days?|weeks?|wythnos|tygodnie|dni) (?:from now|from today|time|i heddiw|od dzisiaj))${end}`,
  'u',
);
const back = new RegExp(
  `${edge}(?:${count} )?(?<unit>days?|weeks?|fortnight|dni|dzien|tydzien|tygodnie|tygodni|diwrnod|wythnos|bythefnos) (?:ago|back|temu|yn ol)${end}`,
  'u',
);

/** Told from a weekday: a week, a fortnight on top of it. Before it ("a week on", "wythnos i") or behind it ("Tuesday week"). */
const weekBefore =
  /(?:\b(?<count>a|1|one|two|2) )?\b(?:weeks?|wythnos) (?:on|from|this|i|today|come)? ?(?:this |next )?$|\bw(?:k|eek) on $/u;
const fortnightBefore = /(?:fortnight|pythefnos|bythefnos) (?:on |from |i )?$/u;
const weekBehind = /^ week\b(?! ?end)/;
const fortnightBehind = /^ fortnight\b/;
const nextBefore =
  /(?:\bnext|\bprzyszla|\bprzyszly|\bprzyszlym|\bprzyszle|\bnastepny|\bnastepna) (?:week on |week )?$/u;
const nextBehind = /^ (?:next week|nesaf|wythnos nesaf|w przyszlym tygodniu)/;
const lastBefore =
  /(?:\blast|\bsince|\bers(?: d?dydd)?|\bzeszly|\bzeszla|\bostatni|\bpast|\bubiegly|\bprevious) (?:week on |week )?$/u;
const lastBehind = /^ (?:last week|diwethaf|wythnos diwethaf|w zeszlym tygodniu)/;

const weekUnits = /^(?:w|t)/;
const fortnightUnits = /^(?:fortnight|[bp]ythefnos)/;

/** @param from today, as midnight UTC */
export function spokenDay(line: string, from: Date): string | undefined {
  return byWeekday(line, from) ?? byCount(line, from) ?? byName(line, from);
}

function byName(line: string, from: Date): string | undefined {
  const found = nearby.exec(line);
  const days = nearbyDays.get(found?.groups?.day ?? '');
  if (found === null || days === undefined) return undefined;
  const before = line.slice(0, found.index);
  return daysAfter(from, /\b(?:a )?week (?:from )?$/.test(before) ? days + 7 : days);
}

function byCount(line: string, from: Date): string | undefined {
  const past = back.exec(line)?.groups;
  if (past !== undefined) return daysAfter(from, -span(past.count, past.unit));
  const next = ahead.exec(line)?.groups;
  if (next === undefined) return undefined;
  return daysAfter(from, span(next.count ?? next.count2, next.unit ?? next.unit2));
}

function span(counted: string | undefined, unit = ''): number {
  const times = counted === undefined ? 1 : (countWords.get(counted) ?? Number(counted));
  return times * (fortnightUnits.test(unit) ? 14 : weekUnits.test(unit) ? 7 : 1);
}

function byWeekday(line: string, from: Date): string | undefined {
  const found = weekday.exec(line);
  if (found !== null)
    return told(line, { at: found.index, length: found[0].length, day: dayOf(found.groups ?? {}) }, from);
  const short = shortDay.exec(line);
  if (short?.groups?.short === undefined) return undefined;
  const at = short.index + short[0].indexOf(short.groups.short);
  return told(line, { at, length: short.groups.short.length, day: shortNames.get(short.groups.short) ?? 0 }, from);
}

function dayOf(groups: Readonly<Record<string, string | undefined>>): number {
  const welsh = groups.welsh?.split(' ')[1];
  return (welsh === undefined ? weekdays.get(groups.name ?? '') : welshNames.get(welsh)) ?? 0;
}

interface Named {
  readonly before: string;
  readonly behind: string;
  /** Days to that day of this week; may be below zero. */
  readonly thisWeek: number;
  /** Days to the coming one. Said on the day itself it is a week away: else "today" would have been said. */
  readonly coming: number;
}

/** The first that fits tells the days from today. "Next Friday" is the Friday of next week, as most people in Britain mean it. */
const readings: readonly ((named: Named) => number | undefined)[] = [
  ({ before, behind, coming }) =>
    fortnightBefore.test(before) || fortnightBehind.test(behind) ? coming + 14 : undefined,
  ({ before, behind, coming }) => {
    const weeks = weekBefore.exec(before);
    if (weeks === null) return weekBehind.test(behind) ? coming + 7 : undefined;
    return coming + (/^(?:two|2)$/.test(weeks.groups?.count ?? '') ? 14 : 7);
  },
  ({ before, behind, thisWeek }) => (nextBefore.test(before) || nextBehind.test(behind) ? thisWeek + 7 : undefined),
  ({ before, behind, thisWeek }) =>
    lastBehind.test(behind) || /last week on $/.test(before) ? thisWeek - 7 : undefined,
  ({ before, coming }) => (lastBefore.test(before) ? coming - 7 : undefined),
  ({ coming }) => coming,
];

function told(
  line: string,
  found: { readonly at: number; readonly length: number; readonly day: number },
  from: Date,
): string | undefined {
  const thisWeek = found.day - ((from.getUTCDay() + 6) % 7);
  const named = {
    before: line.slice(Math.max(0, found.at - 40), found.at),
    behind: line.slice(found.at + found.length, found.at + found.length + 30),
    thisWeek,
    coming: (thisWeek + 7) % 7 || 7,
  };
  for (const reading of readings) {
    const days = reading(named);
    if (days !== undefined) return daysAfter(from, days);
  }
  return undefined;
}
