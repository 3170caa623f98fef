// Days told by the calendar: the end of a month, a month ago, Boxing Day, "the third of December".

import { countWords, months } from './date-names.ts';
import { lastOf, monthsAfter, realDay } from './day.ts';

const either = (names: Iterable<string>): string =>
  [...names].sort((one, other) => other.length - one.length).join('|');
const monthName = `(?:${either(months.keys())})`;
const aMonth =
  '(?<which>the|this|next|y|mis nesaf|tego|przyszlego)? ?(?:month|mis(?: nesaf| hwn)?|miesiaca|miesiac)|(?<name>NAME)'.replace(
    'NAME',
    monthName,
  );
const edge = '(?<![\\p{L}\\d])';
const behind = '(?![\\p{L}\\d])';

const endOf = new RegExp(
  `${edge}(?:(?:the )?(?:end|last day) of (?:${aMonth})|(?:diwedd|koniec|konca|koncem) (?:${aMonth.replace(/<(which|name)>/g, '<$12>')})|month.?end)${behind}`,
  'u',
);
const startOf = new RegExp(
  `${edge}(?:the )?(?:start|beginning|1st|first) of (?:${aMonth.replace(' ?(?:month|', ' (?:month|')})${behind}`,
  'u',
);
const inMonth = new RegExp(
  `${edge}(?<day>\\d{1,2})(?:st|nd|rd|th) (?:of )?(?<which>this|next|the) month${behind}`,
  'u',
);
const counted = new RegExp(
  `${edge}(?:(?:in|za|mewn|ymhen) )?(?:(?<count>\\d{1,2}|${either(countWords.keys())}) )?(?:months?|mis|fis|miesiace|miesiecy|miesiac) ?(?<way>ago|back|yn ol|temu|today|from (?:now|today)|time)?${behind}`,
  'u',
);

const feasts: readonly (readonly [RegExp, number, number])[] = [
  [/\b(?:christmas|xmas) eve\b|noswyl nadolig|\bwigili\w+/, 11, 24],
  [/\b(?:christmas|xmas) day\b|dydd nadolig|\bboze narodzenie/, 11, 25],
  [/\bboxing day\b|gwyl san steffan/, 11, 26],
  [/\bnew year'?s? eve\b|\bhogmanay\b|nos galan|\bsylwest\w+/, 11, 31],
  [/\bnew year'?s? day\b|dydd calan|\bnowy rok/, 0, 1],
  [/\bhallow ?e'?en\b/, 9, 31],
  [/\bbonfire night\b|\bguy fawkes/, 10, 5],
];

/** @param from today, as midnight UTC */
export function calendarDay(line: string, from: Date): string | undefined {
  return (
    monthEnd(line, from) ??
    monthStart(line, from) ??
    dayInMonth(line, from) ??
    byMonths(line, from) ??
    feast(line, from)
  );
}

function monthEnd(line: string, from: Date): string | undefined {
  const found = endOf.exec(line);
  if (found === null) return undefined;
  const { which, which2, name, name2 } = found.groups ?? {};
  const month = monthOf({ which: which ?? which2, name: name ?? name2, line: found[0] }, from);
  return lastOf(from.getUTCFullYear(), month);
}

function monthStart(line: string, from: Date): string | undefined {
  const found = startOf.exec(line);
  if (found === null) return undefined;
  const { which, name } = found.groups ?? {};
  const month = monthOf({ which, name, line: found[0] }, from);
  const isThis = name === undefined && month === from.getUTCMonth();
  // The first of this month is over, or is today and would have been called so.
  return realDay(from.getUTCFullYear(), isThis && which !== 'this' ? month + 1 : month, 1);
}

function dayInMonth(line: string, from: Date): string | undefined {
  const groups = inMonth.exec(line)?.groups;
  if (groups === undefined) return undefined;
  const [day, year, month] = [Number(groups.day), from.getUTCFullYear(), from.getUTCMonth()];
  const isOver = groups.which === 'the' && day < from.getUTCDate();
  return realDay(year, groups.which === 'next' || isOver ? month + 1 : month, day);
}

/** Months from January of this year: beyond it they count on. */
function monthOf(
  said: { readonly which: string | undefined; readonly name: string | undefined; readonly line: string },
  from: Date,
): number {
  const here = from.getUTCMonth();
  const named = said.name === undefined ? undefined : months.get(said.name);
  if (named !== undefined) return named < here ? named + 12 : named;
  return /next|nesaf|przyszlego/.test(said.line) ? here + 1 : here;
}

function byMonths(line: string, from: Date): string | undefined {
  const found = counted.exec(line);
  if (found?.groups === undefined || found === null) return undefined;
  const { count, way } = found.groups;
  const isAhead = /^(?:in|za|mewn|ymhen) /.test(found[0]);
  // "Every month" and "3 months old" are no days.
  if ((way === undefined && !isAhead) || (count === undefined && !isAhead && way !== 'temu')) return undefined;
  const times = count === undefined ? 1 : (countWords.get(count) ?? Number(count));
  return monthsAfter(from, /ago|back|yn ol|temu/.test(way ?? '') ? -times : times);
}

function feast(line: string, from: Date): string | undefined {
  const [, month, day] = feasts.find(([name]) => name.test(line)) ?? [];
  if (month === undefined || day === undefined) return undefined;
  const year = from.getUTCFullYear();
  const here = realDay(year, month, day);
  return here !== undefined && Date.parse(here) >= from.getTime() ? here : realDay(year + 1, month, day);
}

const units = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
const english = [
  ...units,
  ...'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  ),
  ...units.map((unit) => `twenty ${unit}`),
  'thirtieth',
  'thirty first',
];
const polish =
  'pierwszego drugiego trzeciego czwartego piatego szostego siodmego osmego dziewiatego dziesiatego jedenastego dwunastego trzynastego czternastego pietnastego szesnastego siedemnastego osiemnastego dziewietnastego dwudziestego'.split(
    ' ',
  );
const welsh = 'cyntaf ail trydydd pedwerydd pumed chweched seithfed wythfed nawfed degfed'.split(' ');
const ordinals = new Map([english, polish, welsh].flatMap((list) => list.map((name, at) => [name, at + 1] as const)));
const ordinal = `(?<ordinal>${either(ordinals.keys()).replace(/ /g, '[ -]')})`;
/** Only before a month or as "on the third": "the third time" is no day. */
const ordinalDay = new RegExp(
  `${edge}(?:(?:the |y |yr )?${ordinal}(?= (?:of |o )?(?:${monthName}|(?:this|next|the) month)${behind})|(?<=\\b(?:on|by|from|until|since) the )${ordinal.replace('<ordinal>', '<alone>')}(?= ?(?:[,.;!?]|please|$)))`,
  'gu',
);

export function withOrdinalsInDigits(line: string): string {
  return line.replace(ordinalDay, (words, ...rest) => {
    const { ordinal: one, alone } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const day = ordinals.get((one ?? alone ?? '').replace(/-/g, ' '));
    return day === undefined ? words : `${day}th`;
  });
}
