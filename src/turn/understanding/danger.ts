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
    Record<string, { readonly say: readonly string[]; readonly not?: readonly string[] | undefined }>
  >;
}

export interface DangerMeans {
  readonly words: DangerWords;
  /** Words that tenants use; one that is not among them may be a slip. */
  readonly known: ReadonlySet<string>;
  readonly recogniser: Recogniser;
}

interface Kind {
  readonly enquiry: string;
  readonly say: Index;
  readonly not: Index;
}

/** The recogniser alone raises danger only when it is as sure as this. */
const sureEnough = 0.8;
/** What it says of very long messages means little. */
const mostWordsForOpinion = 60;

export function createDangerDetector({ words, known, recogniser }: DangerMeans): DangerDetector {
  const kinds = Object.entries(words.kinds).map(([enquiry, { say, not }]): Kind => {
    return { enquiry, say: createIndex(say, words.lists), not: createIndex(not ?? [], words.lists) };
  });
  const wanted = kinds.flatMap((kind) => kind.say.patterns.flatMap(allWords));
  const mend = createMender(wanted, known);
  return {
    find(text) {
      const said = wordsOf(text).map(mend);
      const second = secondOpinion(recogniser, text, said.length);
      return kinds
        .filter((kind) => isSaid(kind, said) || (kind.enquiry === second && kind.not.find(said).length === 0))
        .map((kind) => kind.enquiry);
    },
  };
}

function secondOpinion(recogniser: Recogniser, text: string, words: number): string | undefined {
  if (words > mostWordsForOpinion) return undefined;
  const [best] = recogniser.recognise(text, 'und');
  return best !== undefined && best.confidence >= sureEnough ? best.enquiry : undefined;
}

function isSaid(kind: Kind, said: readonly string[]): boolean {
  const found = kind.say.find(said);
  if (found.length === 0) return false;
  const taken = kind.not.find(said);
  return found.some((span) => !taken.some((other) => span.start < other.end && other.start < span.end));
}

interface Index {
  readonly patterns: readonly Pattern[];
  find(words: readonly string[]): readonly Span[];
}

/** Patterns by what they begin with, so that a long message costs no more than its length. */
function createIndex(written: readonly string[], lists: Lists): Index {
  const patterns = written.map((each) => readPattern(each, lists));
  const starts = createStarts(patterns);
  return {
    patterns,
    find(words) {
      const found: Span[] = [];
      for (const [start, word] of words.entries()) {
        for (const pattern of starts(word)) {
          const end = endOfMatch(pattern, words, start);
          if (end !== undefined) found.push({ start, end });
        }
      }
      return found;
    },
  };
}

const keyLength = 2;

/** The patterns that can begin with a word: whole words by the word, openings by their first letters. */
function createStarts(patterns: readonly Pattern[]): (word: string) => readonly Pattern[] {
  const whole = new Map<string, Pattern[]>();
  const open = new Map<string, { readonly letters: string; readonly pattern: Pattern }[]>();
  for (const pattern of patterns) {
    for (const { letters, open: isOpen } of beginnings(pattern)) {
      if (isOpen) listed(open, letters.slice(0, keyLength)).push({ letters, pattern });
      else listed(whole, letters).push(pattern);
    }
  }
  return (word) => {
    const exact = whole.get(word) ?? [];
    const bucket = open.get(word.slice(0, keyLength));
    if (bucket === undefined) return exact;
    return [...exact, ...bucket.filter(({ letters }) => word.startsWith(letters)).map(({ pattern }) => pattern)];
  };
}

function listed<Item>(index: Map<string, Item[]>, key: string): Item[] {
  const list = index.get(key) ?? [];
  index.set(key, list);
  return list;
}
