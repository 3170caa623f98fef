// When somebody can and cannot: "any day but Friday", "Tuesday morning", "only after 4", "not before 10". As an answer, or out of a
// sentence that tells it in passing. The one form that is kept, `tue morning; not fri`, is read back by the same reader and can be
// read by an agent. What is said of the past ("it has leaked since Tuesday morning") is no time that suits.

import { clockAt } from './clock.ts';
import { type Day, daysAt } from './days-named.ts';
import { folded, plain } from './plain.ts';
import { createWindows, type Times, type Verb } from './time-windows.ts';
import {
  anyTime,
  buts,
  instead,
  joins,
  noneOf,
  notThese,
  parts,
  type Span,
  soonest,
  stops,
  suits,
  suitsNot,
} from './time-words.ts';
import { whenInEnglish } from './when-in-english.ts';

/** What comes after so many letters is a story. */
const mostLetters = 1000;

const sticky = (source: string): RegExp => new RegExp(`(?:${source})(?![\\p{L}\\d])`, 'uy');
const signs = (source: string): RegExp => new RegExp(`(?:${source})`, 'uy');

const before: readonly (readonly [Verb, RegExp])[] = [
  ['none', sticky(noneOf)],
  ['any', sticky(anyTime)],
  ['soonest', sticky(soonest)],
  ['suitsNot', sticky(suitsNot)],
  ['instead', sticky(instead)],
];
const behind: readonly (readonly [Verb, RegExp])[] = [
  ['not', sticky(notThese)],
  ['suits', sticky(suits)],
  ['stop', signs('[.;!?\\n]')],
  ['stop', sticky(stops)],
  ['but', sticky(buts)],
  ['join', signs('[,&/]')],
  ['join', sticky(joins)],
];
const partWords = parts.map(([words, spans]) => [sticky(words), spans] as const);
/** "Tuesday am": beside a day only, as "I am" is none. */
const halves: readonly (readonly [RegExp, Span])[] = [
  [sticky('am'), { from: 0, to: 720 }],
  [sticky('pm'), { from: 720, to: 1020 }],
];
const tonight = sticky('tonight|heno|dzis wieczorem');
/** Not inside a number or a price: £3.10 is no time. */
const wordStart = /(?<![\p{L}\p{N}'£$€]|\d[.:/])(?=[\p{L}\p{N}])|[.;!?\n,&/]/gu;

/** Undefined when the words tell nothing of when. */
export function readTimes(text: string, now: Date): Times | undefined {
  const line = flat(text.slice(0, mostLetters));
  const windows = createWindows();
  let at = nextStart(line, 0);
  while (at < line.length) at = nextStart(line, at + step(line, { at, now, windows }));
  return windows.all();
}

/** Lower case without accents; lines stay apart. */
export function flat(text: string): string {
  const line = folded(
    text
      .split(/[\r\n]+/)
      .map(plain)
      .join(' \n '),
  );
  return whenInEnglish(line.replace(/[’‘`´]/g, "'"));
}

function nextStart(line: string, from: number): number {
  wordStart.lastIndex = from;
  return wordStart.exec(line)?.index ?? line.length;
}

interface Scan {
  readonly at: number;
  readonly now: Date;
  readonly windows: ReturnType<typeof createWindows>;
}

/** Takes what stands at this place; returns how many letters it was. */
function step(line: string, scan: Scan): number {
  const { at, windows } = scan;
  const first = verbAt(before, line, at);
  if (first !== undefined) {
    windows.take(first.verb);
    return first.length;
  }
  const told = days(line, scan) ?? spans(line, scan);
  if (told !== undefined) return told;
  const other = verbAt(behind, line, at);
  windows.take(other?.verb);
  return other?.length ?? 1;
}

function verbAt(
  verbs: readonly (readonly [Verb, RegExp])[],
  line: string,
  at: number,
): { readonly verb: Verb; readonly length: number } | undefined {
  for (const [verb, pattern] of verbs) {
    const length = lengthAt(pattern, line, at);
    if (length > 0) return { verb, length };
  }
  return undefined;
}

function lengthAt(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0].length ?? 0;
}

function days(line: string, { at, now, windows }: Scan): number | undefined {
  const found = daysAt(line, at, now);
  if (found === undefined) return undefined;
  windows.days(found.days as readonly Day[]);
  const isTonight = lengthAt(tonight, line, at) > 0;
  if (isTonight) windows.spans([{ from: 1020, to: 1320, loose: false }]);
  return found.length;
}

function spans(line: string, { at, windows }: Scan): number | undefined {
  for (const [pattern, told] of partWords) {
    const length = lengthAt(pattern, line, at);
    if (length === 0) continue;
    windows.spans(told.map((span) => ({ ...span, loose: false })));
    return length;
  }
  if (windows.isBesideDay()) {
    const half = halves.find(([pattern]) => lengthAt(pattern, line, at) > 0);
    if (half !== undefined) {
      windows.spans([{ ...half[1], loose: false }]);
      return 2;
    }
  }
  const clock = clockAt(line, at);
  if (clock === undefined) return undefined;
  windows.spans([clock.span]);
  return clock.length;
}

/** A sentence tells of when somebody can be reached or is at home. */
const suitsCue =
  /\b(?:can|could|would|will|please|pls|plz|available|availab\w*|free|suits?|prefer\w*|best|any ?time|only|ring|call|phone|contact|text|visit|come|appointment|slot|avoid|not (?:ring|call|come|phone|text|contact|visit|home)|don'?t|weekends?|after work|at home|i am in|i'm in|im in|in (?:on|from|after|until|till)|home (?:on|from|after|until|till)|gallwch|galla\w*|ffoni\w*|dewch|dod|ar gael|adref|gartref|prosze|moge|mozna|moze|dzwon\w*|przyj\w*|w domu|dostepn\w*)\b/;
const pastCue =
  /\b(?:since|ago|last|yesterday|was|were|been|did|didn'?t|came|started|happened|rang|called|told|said|broke|stopped|missed|had|waited|waiting|turned|cancelled|booked|supposed|ers|ddoe|diwethaf|wczoraj|byl\w*|zeszl\w*|temu)\b/;
/** So few words are an answer, or nothing but the times. */
const fewWords = 6;

/** Told of what has been: it says of nothing when it suits. */
export function isOfThePast(text: string): boolean {
  return pastCue.test(flat(text));
}

/** The times in those sentences that tell when somebody can or cannot, not when something was. */
export function timesInPassing(text: string, now: Date): Times | undefined {
  // A sentence that takes something away ends before the next begins.
  const telling = sentencesWithTimes(text, now).join('\n');
  return telling === '' ? undefined : readTimes(telling, now);
}

let last: { readonly text: string; readonly day: string; readonly found: readonly string[] } | undefined;

/** In the tenant's own words. Several slots ask for them in a row. */
export function sentencesWithTimes(text: string, now: Date): readonly string[] {
  const day = now.toISOString();
  if (last?.text !== text || last.day !== day) last = { text, day, found: findSentences(text, now) };
  return last.found;
}

/** Of a sentence in parts ("it broke on Monday, can you come Tuesday") only those that are not of the past. */
function findSentences(text: string, now: Date): readonly string[] {
  const sentences = text
    .slice(0, 2 * mostLetters)
    .split(/(?<=[.!?;])\s+|[\r\n]+/u)
    .filter((each) => each.trim() !== '');
  return sentences.flatMap((sentence) => {
    const isShort = sentences.length === 1 && sentence.split(' ').length <= fewWords;
    if (!isShort && !suitsCue.test(flat(sentence))) return [];
    return sentence
      .split(/, (?=(?:but|and|i|so|can|could|please|only|not)\b)/iu)
      .filter((part) => !isOfThePast(part) && readTimes(part, now) !== undefined);
  });
}
