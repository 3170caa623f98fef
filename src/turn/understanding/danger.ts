// Looks for danger in the tenant's own words, offline, in every language at once. Recall comes first: a pattern fires whatever
// stands around it, and what takes it away must touch it. The recogniser is asked for a second opinion.

import {
  allWords,
  beginnings,
  endOfMatch,
  type Lists,
  type Pattern,
  readPattern,
  type Span,
} from './danger-pattern.ts';
import { createMender } from './misspelling.ts';
import type { DangerDetector, Recogniser } from './ports.ts';
import { wordsOf } from './words.ts';

/** As `dialogs/danger.words.yaml` has it. The order of the kinds is the order of gravity. */
export interface DangerWords {
  readonly lists: Lists;
  readonly kinds: Readonly<
    Record<
      string,
      {
        readonly say: readonly string[];
        readonly not?: readonly string[] | undefined;
        /** Whole messages: a word or two that mean danger when nothing stands beside them. */
        readonly alone?: readonly string[] | undefined;
      }
    >
  >;
}

export interface DangerMeans {
  readonly words: DangerWords;
  /** Words that tenants use; one that is not among them may be a slip. */
  readonly known: ReadonlySet<string>;
  readonly recogniser: Recogniser;
}

/** The recogniser alone raises danger only when it is as sure as this. */
const sureEnough = 0.8;
/**
 * What it says of very long messages means little, and of a word or two even less: "myself" and "my husband" are answers.
 * Short cries for help are in the patterns.
 */
const mostWordsForOpinion = 60;
const fewestWordsForOpinion = 3;

export function createDangerDetector({ words, known, recogniser }: DangerMeans): DangerDetector {
  const enquiries = Object.keys(words.kinds);
  const say = createIndex(words, 'say');
  const not = createIndex(words, 'not');
  const mend = createMender(say.patterns.flatMap(allWords), known);
  const alone = createAlone(words);
  return {
    find(text) {
      const said = wordsOf(text).map(mend);
      const second = secondOpinion(recogniser, text, said.length);
      const raised = say.find(said);
      const whole = alone.get(plainWhole(text));
      if (raised.length === 0 && whole === undefined && !enquiries.includes(second ?? '')) return [];
      const taken = not.find(said);
      return enquiries.filter((enquiry) => {
        const against = taken.filter((found) => found.enquiry === enquiry);
        const isSaid = raised.some((found) => found.enquiry === enquiry && !against.some((each) => touch(found, each)));
        return isSaid || enquiry === whole || (enquiry === second && against.length === 0);
      });
    },
  };
}

/** Whole messages, a word or two, and the danger that they are. */
function createAlone({ kinds }: DangerWords): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(kinds).flatMap(([enquiry, { alone }]) =>
      (alone ?? []).map((text) => [plainWhole(text), enquiry] as const),
    ),
  );
}

/** The words of a message without the ends of its sentences. */
function plainWhole(text: string): string {
  return wordsOf(text)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .join(' ');
}

function secondOpinion(recogniser: Recogniser, text: string, words: number): string | undefined {
  if (words < fewestWordsForOpinion || words > mostWordsForOpinion) return undefined;
  const [best] = recogniser.recognise(text, 'und');
  return best !== undefined && best.confidence >= sureEnough ? best.enquiry : undefined;
}

function touch(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** What raises one kind of danger, or takes it away. */
interface Sign {
  readonly enquiry: string;
  readonly pattern: Pattern;
}

interface Found extends Span {
  readonly enquiry: string;
}

interface Index {
  readonly patterns: readonly Pattern[];
  find(words: readonly string[]): readonly Found[];
}

/** The patterns of all kinds by what they begin with, so that a long message costs no more than its length. */
function createIndex({ kinds, lists }: DangerWords, which: 'say' | 'not'): Index {
  const signs = Object.entries(kinds).flatMap(([enquiry, kind]): readonly Sign[] =>
    (kind[which] ?? []).map((written) => ({ enquiry, pattern: readPattern(written, lists) })),
  );
  const starts = createStarts(signs);
  return {
    patterns: signs.map((sign) => sign.pattern),
    find(words) {
      const found: Found[] = [];
      for (const [start, word] of words.entries()) {
        for (const { enquiry, pattern } of starts(word)) {
          const end = endOfMatch(pattern, words, start);
          if (end !== undefined) found.push({ enquiry, start, end });
        }
      }
      return found;
    },
  };
}

const keyLength = 2;
const none: readonly Sign[] = [];

/** The signs that can begin with a word: whole words by the word, openings by their first letters. */
function createStarts(signs: readonly Sign[]): (word: string) => readonly Sign[] {
  const whole = new Map<string, Sign[]>();
  const open = new Map<string, { readonly letters: string; readonly sign: Sign }[]>();
  for (const sign of signs) {
    for (const { letters, open: isOpen } of beginnings(sign.pattern)) {
      if (isOpen) listed(open, letters.slice(0, keyLength)).push({ letters, sign });
      else listed(whole, letters).push(sign);
    }
  }
  return (word) => {
    const exact = whole.get(word) ?? none;
    const opened = open.get(word.slice(0, keyLength))?.filter(({ letters }) => word.startsWith(letters));
    return opened === undefined || opened.length === 0 ? exact : [...exact, ...opened.map(({ sign }) => sign)];
  };
}

function listed<Item>(index: Map<string, Item[]>, key: string): Item[] {
  const list = index.get(key) ?? [];
  index.set(key, list);
  return list;
}
