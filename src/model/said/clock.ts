// Times on the clock as people say them: "half nine" is 9:30, "after 4" is in the afternoon, "between 10 and 2" ends after noon.

import { endOfDay, noon, type Span, unitBehind } from './time-words.ts';

/** `loose`: half of the day was guessed from the hour alone. */
export interface ClockSpan extends Span {
  readonly loose: boolean;
}

const hourWords: readonly string[] = [
  'one un jeden pierwszej pierwsza',
  'two dau dwa drugiej druga',
  'three tri trzy trzeciej trzecia',
  'four pedwar cztery czwartej czwarta',
  'five pump piec piatej piata',
  'six chwech szesc szostej szosta',
  'seven saith siedem siodmej siodma',
  'eight wyth osiem osmej osma',
  'nine naw dziewiec dziewiatej dziewiata',
  'ten deg dziesiec dziesiatej dziesiata',
  'eleven jedenastej jedenasta',
  'twelve deuddeg dwunastej dwunasta',
  'trzynastej',
  'czternastej',
  'pietnastej',
  'szesnastej',
  'siedemnastej',
  'osiemnastej',
  'dziewietnastej',
  'dwudziestej',
];
const hours = new Map(hourWords.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)));
const hour = `(?:[01]?\\d|2[0-3]|${[...hours.keys()].sort((one, other) => other.length - one.length).join('|')})`;
const half = "(?:a\\.?m\\.?|p\\.?m\\.?|yb|yh|yp|o'?clock|o'?r gloch|ish|hrs|h)(?![\\p{L}\\d])";

/** A time that nobody takes for anything else. */
const plainClock = `(?:half (?:past )?${hour}|quarter (?:past|to) ${hour}|(?:hanner awr|chwarter) (?:wedi|i) ${hour}|wpol do ${hour}|(?:[01]?\\d|2[0-3])[:.][0-5]\\d ?(?:${half})?|${hour} ?${half}|noon|midday|midnight|canol dydd|poludni\\w+)`;
const anyClock = `(?:${plainClock}(?![\\p{L}\\d])|(?:[01]\\d|2[0-3])[0-5]\\d(?![\\d/.])|${hour}(?![\\p{L}\\d])${unitBehind})`;

const range = new RegExp(
  `(?:between |from |rhwng |miedzy |od |o )(?<from>${anyClock}) ?(?:and|to|-|til|till|until|a|i|tan|do) ?(?<to>${anyClock})`,
  'uy',
);
/** "10-2pm", "9 til 5": without a word before it only where it can be nothing else. */
const bareRange = new RegExp(
  `(?<from>${plainClock}|${hour}) ?(?:-|to(?= )|til|till|until) ?(?<to>${plainClock}(?![\\p{L}\\d]))|(?<from2>${plainClock}) ?(?:-|to|til|till|until) ?(?<to2>${anyClock})|(?<from3>${hour}) (?:til|till|until) ?(?<to3>${hour}(?![\\p{L}\\d])${unitBehind})|^(?<from4>${hour}) ?(?:-|to) ?(?<to4>${hour})$`,
  'uy',
);
const after = new RegExp(
  `(?:any ?time )?(?:(?:finish(?:es)?|home|back|get in|get back|get home|am in|i'm in|free|available)(?: work| from work)? (?:at|by|from|around|about)|after|past|from|gone|(?:no|not) earlier than|later than|ar ol|wedi|o|po|od|zaraz po) (?:about |around )?(?<at>${anyClock})(?: onwards| on)?`,
  'uy',
);
const before = new RegExp(
  `(?:any ?time )?(?:before|by|until|till?|'til|up to|(?:no|not) later than|earlier than|cyn|erbyn|tan|przed|(?<=^|tylko |domu |dostepn\\w |najpozniej |moge )do)(?: after)? (?:about |around )?(?<at>${anyClock})`,
  'uy',
);
const moment = new RegExp(
  `(?:(?:at|around|about|say|(?<!\\bi )am|tua|o|okolo|kolo) )(?<at>${anyClock})|(?<alone>${plainClock})(?![\\p{L}\\d])`,
  'uy',
);

export interface Clocked {
  readonly span: ClockSpan;
  readonly length: number;
}

/** The time that stands at this place of the line, if one does. */
export function clockAt(line: string, at: number): Clocked | undefined {
  return between(line, at) ?? after24(line, at) ?? upTo(line, at) ?? exactly(line, at);
}

function match(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}

function between(line: string, at: number): Clocked | undefined {
  const found = match(range, line, at) ?? match(bareRange, line, at);
  if (found?.groups === null || found?.groups === undefined) return undefined;
  const { from, from2, from3, from4, to, to2, to3, to4 } = found.groups;
  const [start, end] = [read(from ?? from2 ?? from3 ?? from4 ?? ''), read(to ?? to2 ?? to3 ?? to4 ?? '')];
  return { span: { ...inOrder(start, end), loose: start.loose && end.loose }, length: found[0].length };
}

/** "8-9pm" is in the evening, "10-2pm" begins in the morning. */
function inOrder(start: Read, end: Read): Span {
  let from = start.minutes;
  if (start.loose && !end.loose && from < noon && from + noon <= end.minutes) from += noon;
  let to = end.minutes;
  if (to <= from && to < noon) to += noon;
  return to > from ? { from, to } : { from: to, to: from };
}

function after24(line: string, at: number): Clocked | undefined {
  const found = match(after, line, at);
  if (found?.groups?.at === undefined) return undefined;
  const { minutes, loose } = read(found.groups.at);
  return { span: { from: minutes, to: endOfDay, loose }, length: found[0].length };
}

function upTo(line: string, at: number): Clocked | undefined {
  const found = match(before, line, at);
  if (found?.groups?.at === undefined) return undefined;
  const { minutes, loose } = read(found.groups.at);
  return { span: { from: 0, to: minutes, loose }, length: found[0].length };
}

function exactly(line: string, at: number): Clocked | undefined {
  const found = match(moment, line, at);
  if (found?.groups === undefined || found === null) return undefined;
  const { minutes, loose } = read(found.groups.at ?? found.groups.alone ?? '');
  return { span: { from: minutes, to: minutes, loose }, length: found[0].length };
}

interface Read {
  readonly minutes: number;
  readonly loose: boolean;
}

/** Said without am or pm, one to six is in the afternoon and seven to twelve before or at noon: nobody is visited at three at night. */
function read(clock: string): Read {
  if (/noon|midday|canol|poludni/.test(clock)) return { minutes: noon, loose: false };
  if (/midnight/.test(clock)) return { minutes: 0, loose: false };
  const hourSaid = /\d{1,2}(?=[:.\D]|$|\d\d(?!\d))/.exec(clock)?.[0];
  const word = clock.split(' ').find((each) => hours.has(each)) ?? '';
  const number = Number(hourSaid ?? hours.get(word) ?? hours.get(clock.replace(/[^a-z].*$/, '')) ?? 0);
  const isAfternoon = /\d ?p\.?m|[a-z] p\.?m|yp|yh/.test(clock);
  const isMorning = /\d ?a\.?m|[a-z] a\.?m|yb/.test(clock);
  const past = minutesOf(clock);
  if (isAfternoon) return { minutes: (number % 12) * 60 + noon + past, loose: false };
  if (isMorning) return { minutes: (number % 12) * 60 + past, loose: false };
  const isTold = number > 12 || /^0\d/.test(clock);
  const guessed = !isTold && number >= 1 && number <= 6 ? number + 12 : number;
  return { minutes: Math.max(0, guessed * 60 + past) % endOfDay, loose: !isTold };
}

function minutesOf(clock: string): number {
  if (/^wpol do/.test(clock)) return -30;
  if (/^(?:half|hanner)/.test(clock)) return 30;
  if (/^(?:quarter past|chwarter wedi)/.test(clock)) return 15;
  if (/^(?:quarter to|chwarter i)/.test(clock)) return -15;
  const told = /[:.](?<minutes>\d\d)|^\d\d(?<run>\d\d)$/.exec(clock)?.groups;
  return Number(told?.minutes ?? told?.run ?? 0);
}
