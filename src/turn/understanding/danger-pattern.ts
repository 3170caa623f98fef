// Reads the patterns of `dialogs/danger.words.yaml` and finds them in a row of words. Plain matching, no learning: what it
// finds can be read off the file.

import { folded } from '../../model/said/plain.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Word {
  readonly letters: string;
  readonly open: boolean;
}

/** One of several words or rows of words, sorted by how they are compared. */
interface Choice {
  readonly exact: ReadonlySet<string>;
  readonly openings: readonly string[];
  readonly rows: readonly (readonly Word[])[];
  readonly optional: boolean;
}

/** A choice, or up to `gap` words of any kind. */
type Element = Choice | { readonly gap: number };

export type Pattern = readonly Element[];
export type Lists = Readonly<Record<string, string>>;

const gaps: Readonly<Record<string, number>> = { '..': 2, '...': 5 };
const piece = /\([^()]*\)[?*]?|\S+/g;

/** @throws Error naming a list that is not there, so that a slip in the file is found at start */
export function readPattern(written: string, lists: Lists): Pattern {
  const elements: Element[] = [];
  for (const [found] of written.matchAll(piece)) {
    const gap = gaps[found];
    const last = elements.at(-1);
    if (gap === undefined) elements.push(...readWords(found, lists));
    else if (last !== undefined && 'gap' in last) elements[elements.length - 1] = { gap: last.gap + gap };
    else elements.push({ gap });
  }
  while (elements.length > 0 && 'gap' in (elements.at(-1) as Element)) elements.pop();
  return elements;
}

function readWords(found: string, lists: Lists): Element[] {
  if (!found.startsWith('(')) return rowOf(found, lists);
  const optional = found.endsWith('?');
  const ending = found.endsWith('*') ? '*' : '';
  const inside = found.replace(/^\(|\)[?*]?$/g, '').split('|');
  return [
    choiceOf(
      inside.flatMap((way) => waysOf(`${way}${ending}`, lists)),
      optional,
    ),
  ];
}

/** A bare word; one with an apostrophe or underscore stands for several in a row. */
function rowOf(found: string, lists: Lists): Element[] {
  if (found.startsWith('@')) return [choiceOf(waysOf(found, lists), false)];
  return split(found).map((word) => choiceOf([[readWord(word)]], false));
}

function choiceOf(ways: readonly (readonly Word[])[], optional: boolean): Choice {
  const single = ways.filter((way) => way.length === 1).flat();
  return {
    exact: new Set(single.filter((word) => !word.open).map((word) => word.letters)),
    openings: single.filter((word) => word.open).map((word) => word.letters),
    rows: ways.filter((way) => way.length > 1),
    optional,
  };
}

function waysOf(way: string, lists: Lists): (readonly Word[])[] {
  if (!way.startsWith('@')) return [split(way).map(readWord)];
  const list = lists[way.slice(1)];
  if (list === undefined) throw new Error(`danger words: there is no list ${way}`);
  return list.split(/\s+/).map((each) => split(each).map(readWord));
}

function split(words: string): string[] {
  return words.split(/[\s_']+/).filter((word) => word !== '');
}

function readWord(word: string): Word {
  return { letters: folded(word.replace(/[*?]$/, '')), open: /[*?]$/.test(word) };
}

/** What a pattern can begin with. */
export function beginnings(pattern: Pattern): readonly Word[] {
  const [first] = pattern;
  if (first === undefined || 'gap' in first) return [];
  const exact = [...first.exact].map((letters) => ({ letters, open: false }));
  const openings = first.openings.map((letters) => ({ letters, open: true }));
  return [...exact, ...openings, ...first.rows.flatMap((row) => row.slice(0, 1))];
}

export function allWords(pattern: Pattern): readonly string[] {
  return pattern.flatMap((element) =>
    'gap' in element
      ? []
      : [...element.exact, ...element.openings, ...element.rows.flat().map(({ letters }) => letters)],
  );
}

/** Where the pattern ends that starts at this word; undefined when it does not. Gaps are as short as can be and stay in the sentence. */
export function endOfMatch(pattern: Pattern, words: readonly string[], start: number): number | undefined {
  return step(pattern, 0, { words, at: start });
}

interface Place {
  readonly words: readonly string[];
  readonly at: number;
}

function step(pattern: Pattern, element: number, place: Place): number | undefined {
  const wanted = pattern[element];
  if (wanted === undefined) return place.at;
  return 'gap' in wanted
    ? stepOver(pattern, element, { ...place, gap: wanted.gap })
    : stepInto(pattern, element, { ...place, wanted });
}

function stepOver(
  pattern: Pattern,
  element: number,
  { words, at, gap }: Place & { readonly gap: number },
): number | undefined {
  for (let skipped = 0; skipped <= gap; skipped++) {
    if (skipped > 0 && isEnd(words[at + skipped - 1])) return undefined;
    const end = step(pattern, element + 1, { words, at: at + skipped });
    if (end !== undefined) return end;
  }
  return undefined;
}

function stepInto(pattern: Pattern, element: number, place: Place & { readonly wanted: Choice }): number | undefined {
  const { words, at, wanted } = place;
  const word = words[at];
  if (word !== undefined && hasWord(wanted, word)) {
    const end = step(pattern, element + 1, { words, at: at + 1 });
    if (end !== undefined) return end;
  }
  for (const row of wanted.rows) {
    if (!row.every((each, offset) => is(each, words[at + offset]))) continue;
    const end = step(pattern, element + 1, { words, at: at + row.length });
    if (end !== undefined) return end;
  }
  return wanted.optional ? step(pattern, element + 1, { words, at }) : undefined;
}

function hasWord(choice: Choice, word: string): boolean {
  return choice.exact.has(word) || choice.openings.some((opening) => word.startsWith(opening));
}

function isEnd(word: string | undefined): boolean {
  return word === undefined || word === '.';
}

function is(wanted: Word, word: string | undefined): boolean {
  if (word === undefined) return false;
  return wanted.open ? word.startsWith(wanted.letters) : word === wanted.letters;
}
