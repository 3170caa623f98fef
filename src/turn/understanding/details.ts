// Details that people tell in passing, so that they are not asked for them again: when, where, what, and how to reach them.

import { parseDate } from '../../model/said/date.ts';
import { parseEmail } from '../../model/said/email.ts';
import { parseInstalment, parseOften } from '../../model/said/instalment.ts';
import { withPounds } from '../../model/said/money.ts';
import { parseName } from '../../model/said/name.ts';
import { parsePhone } from '../../model/said/phone.ts';
import { plain } from '../../model/said/plain.ts';
import { parsePostcode } from '../../model/said/postcode.ts';
import { parseReference, withoutReferences } from '../../model/said/reference.ts';
import { accessWords, contactWords } from './access-words.ts';
import { type Concepts, type ConceptWords, createConcepts } from './concepts.ts';
import { createHouseholdReader } from './household.ts';
import { heatingAndWater, matters } from './matters.ts';
import { moneyWords } from './money-words.ts';
import type { Detail, DetailFinder } from './ports.ts';
import { faults, rooms, trades } from './rooms-and-trades.ts';
import { faultsElsewhere, roomsElsewhere, tradesElsewhere, withElsewhere } from './rooms-elsewhere.ts';
import { tenancyWords } from './tenancy-words.ts';
import { avoidedIn, bestTimeIn, timesIn } from './times-told.ts';
import { wordsOf } from './words.ts';

/** Details stand near the start; what comes after so many letters is a story. */
const mostLetters = 2000;
const fewestWordsOfFault = 3;
const amount =
  /(?:£ ?(?<pounds>\d{1,3}(?:,\d{3})+|\d{1,6})(?<pence>\.\d{2})?(?![\d.]?\d))|(?:(?<![\d.,/-])(?<before>\d{1,6})(?<hundredths>\.\d{2})? ?(?:pounds?|quid|gbp|funt\w*|punt|bunnoedd|bunt)\b)/i;

/** What the start of a text tells of a slot, if anything. */
type Reader = (start: string, now: Date, whole: string) => Detail | undefined;

export function createDetailFinder(): DetailFinder {
  const roomWords = createConcepts(withElsewhere(rooms, roomsElsewhere));
  const tradeWords = createConcepts(withElsewhere(trades, tradesElsewhere));
  const faultWords = createConcepts({ fault: `${faults} ${faultsElsewhere}` } satisfies ConceptWords);
  const isFault = (words: readonly string[]): boolean =>
    words.length >= fewestWordsOfFault &&
    first(tradeWords, words) !== undefined &&
    first(faultWords, words) !== undefined;
  const readers = new Map<string, Reader>([
    ['date', (start, now) => parseDate(withoutNumbers(start), now)],
    ['phone', parsePhone],
    ['email', parseEmail],
    ['postcode', parsePostcode],
    ['reference', parseReference],
    ['amount', readAmount],
    ['instalment', parseInstalment],
    ['often', parseOften],
    ['room', (start) => first(roomWords, wordsOf(start))],
    ['trade', (start) => first(tradeWords, wordsOf(start))],
    ['fault', (start, _now, whole) => (isFault(wordsOf(start)) ? whole.trim() : undefined)],
    ...Object.entries({ ...moneyWords, ...accessWords }).map(([slot, answers]): [string, Reader] => {
      const words = createConcepts(answers);
      return [slot, (start) => first(words, wordsOf(start))];
    }),
    ['off', createOffReader()],
    ['times', timesIn],
    ['best_time', bestTimeIn],
    ['avoid', avoidedIn],
    ['name', parseName],
    ...householdReaders(),
    ...Object.entries(matters).map(([slot, words]) => [slot, createMatterReader(words)] as const),
  ]);
  /** Slots that mean something in one dialog only: not looked for elsewhere. */
  const ofOneMatter = new Map<string, Reader>([
    ['new_phone', parsePhone],
    ['new_email', parseEmail],
    ...Object.entries({ ...tenancyWords, ...contactWords }).map(([slot, lists]): [string, Reader] => {
      const concepts = createConcepts(lists);
      return [slot, (start) => first(concepts, wordsOf(start))];
    }),
  ]);
  return {
    slots: [...readers.keys()],
    find: (slot, text, now) => (readers.get(slot) ?? ofOneMatter.get(slot))?.(text.slice(0, mostLetters), now, text),
  };
}

function createMatterReader(words: ConceptWords): Reader {
  const concepts = createConcepts(words);
  return (start) => first(concepts, wordsOf(start));
}

/** `people` and `health` are told by kind, never in words: see `household.ts`. */
function householdReaders(): readonly (readonly [string, Reader])[] {
  const read = createHouseholdReader();
  const vulnerable: Reader = (start) => {
    const { isVulnerable } = read(start);
    return isVulnerable === undefined ? undefined : isVulnerable ? 'yes' : 'no';
  };
  return [
    ['people', (start) => read(start).people.join(',') || undefined],
    ['health', (start) => read(start).health.join(',') || undefined],
    ['vulnerable', vulnerable],
  ];
}

/** Heating, hot water or both are off: only where the words leave no doubt. */
function createOffReader(): Reader {
  const concepts = createConcepts(heatingAndWater);
  return (start) => {
    const words = wordsOf(start);
    return offIn(new Set(words.flatMap((_, at) => concepts.of(words, at)).map((concept) => concepts.names[concept])));
  };
}

function offIn(named: ReadonlySet<string | undefined>): string | undefined {
  const isBoth = named.has('heating') && named.has('water');
  if (isBoth) return named.has('apart') ? undefined : 'both';
  return ['heating', 'water'].find((each) => named.has(each));
}

/** The list's own order decides, not the order in the text. */
function first(concepts: Concepts, words: readonly string[]): string | undefined {
  let best: number | undefined;
  for (let at = 0; at < words.length; at++) {
    for (const concept of concepts.of(words, at)) best = Math.min(best ?? concept, concept);
  }
  return best === undefined ? undefined : concepts.names[best];
}

/** Phone numbers, references and prices look like dates: they are taken out first. */
function withoutNumbers(text: string): string {
  return withPounds(withoutReferences(plain(text)))
    .replace(/[A-Z]{3}[- ]?\d{3,9}\b/gi, ' ')
    .replace(/(?:\+|\b0)\d[\d ()-]{7,16}\d/g, ' ')
    .replace(new RegExp(amount.source, 'gi'), ' ');
}

function readAmount(text: string): number | undefined {
  const groups = amount.exec(withPounds(plain(text)))?.groups;
  if (groups === undefined) return undefined;
  const pounds = (groups.pounds ?? groups.before ?? '').replace(/,/g, '');
  return Number(`${pounds}${groups.pence ?? groups.hundredths ?? ''}`);
}
