// Looks for danger in the tenant's own words, offline, in every language at once. Patterns fire whatever stands around them, and what
// takes them away must touch them; likeness to what others wrote in danger finds what no pattern says. Where the two leave a doubt,
// the message is served and the number told all the same.

import { type Likeness, type LikenessTo, oddsOf } from './danger-likeness.ts';
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
import type { DangerDetector } from './ports.ts';
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
        /** Whole messages that are none, however like it they are: who somebody is. */
        readonly calm?: readonly string[] | undefined;
      }
    >
  >;
}

export interface DangerMeans {
  readonly words: DangerWords;
  /** Words that tenants use; one that is not among them may be a slip. */
  readonly known: Iterable<string>;
  /** Absent: patterns alone. */
  readonly likenessTo?: LikenessTo;
}

/**
 * How likely danger must be to be raised, and to be a doubt: chosen by cross-validation on the examples.
 * docs/decisions/0010-when-to-act-and-when-to-ask.md
 */
const sureFrom = 0.6;
/** A word or two mean little ("myself", "my husband" are answers), three or four not much: short cries for help are in the patterns. */
const fewestWords = 3;
const shortUpTo = 4;
const sureFromWhenShort = 0.8;
const unsureFrom = 0.15;
/** With a pattern, after what it adds. */
const sureFromWithPattern = 0.5;
/** What a pattern adds to the log-odds, and what of it each word around takes away again: long stories hold all sorts of words. */
const pattern = { adds: 2.02, fades: 0.36 };

interface Looked {
  readonly sure: readonly string[];
  readonly unsure: string | undefined;
}

export function createDangerDetector({ words, known, likenessTo }: DangerMeans): DangerDetector {
  const enquiries = Object.keys(words.kinds);
  const say = createIndex(words, 'say');
  const not = createIndex(words, 'not');
  const mend = createMender(say.patterns.flatMap(allWords), new Set([...known, ...wordsTakenAway(words)]));
  const alone = createWhole(words, 'alone');
  const calm = createWhole(words, 'calm');
  const look = (text: string): Looked => {
    if (calm.has(plainWhole(text))) return { sure: [], unsure: undefined };
    const written = wordsOf(text);
    const said = written.map(mend);
    const whole = alone.get(plainWhole(text));
    const taken = not.find(said);
    const raised = say.find(said).filter((found) => !taken.some((each) => takesAway(each, found)));
    const kinds = enquiries.filter((enquiry) => enquiry === whole || raised.some((found) => found.enquiry === enquiry));
    const like = likenessTo === undefined || written.length < fewestWords ? undefined : likenessTo(written);
    if (like === undefined) return { sure: kinds, unsure: undefined };
    const isAgainst = taken.some((found) => found.enquiry === like.kind);
    return weighed(enquiries, { kinds, whole, like, isAgainst, length: written.length });
  };
  // Asked twice about each message: whether there is danger, and whether there is a doubt.
  let last = { text: '', looked: look('') };
  const lookOnce = (text: string): Looked => {
    if (text !== last.text) last = { text, looked: look(text) };
    return last.looked;
  };
  return { find: (text) => lookOnce(text).sure, unsure: (text) => lookOnce(text).unsure };
}

interface Evidence {
  /** By patterns. */
  readonly kinds: readonly string[];
  /** By a whole message of a word or two. */
  readonly whole: string | undefined;
  readonly like: Likeness;
  /** Something says that what it is like is not so: "no smell of gas". */
  readonly isAgainst: boolean;
  /** In words. */
  readonly length: number;
}

function weighed(enquiries: readonly string[], { kinds, whole, like, isAgainst, length }: Evidence): Looked {
  const withPattern = oddsOf(like.any) + pattern.adds - pattern.fades * Math.log(1 + length);
  const isSure = withPattern >= oddsOf(sureFromWithPattern);
  const byPattern = kinds.filter((kind) => kind === whole || isSure);
  const byLikeness = like.any >= enough(length) && !isAgainst ? like.kind : undefined;
  const sure = enquiries.filter((kind) => byPattern.includes(kind) || kind === byLikeness);
  if (sure.length > 0) return { sure, unsure: undefined };
  return { sure, unsure: kinds[0] ?? (like.any >= unsureFrom ? like.kind : undefined) };
}

/** What only sounds like danger is no slip of it either. */
function wordsTakenAway({ kinds }: DangerWords): readonly string[] {
  return Object.values(kinds).flatMap((kind) => (kind.not ?? []).flatMap(wordsOf));
}

function takesAway(not: Found, found: Found): boolean {
  return not.enquiry === found.enquiry && touch(found, not);
}

function enough(words: number): number {
  return words <= shortUpTo ? sureFromWhenShort : sureFrom;
}

/** Whole messages, a word or two, and the danger that they are, or are not. */
function createWhole({ kinds }: DangerWords, which: 'alone' | 'calm'): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(kinds).flatMap(([enquiry, kind]) =>
      (kind[which] ?? []).map((text) => [plainWhole(text), enquiry] as const),
    ),
  );
}

/** The words of a message without the ends of its sentences. */
function plainWhole(text: string): string {
  return wordsOf(text)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .join(' ');
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
