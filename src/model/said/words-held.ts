// Which words of a list a text holds, without regard to case, punctuation or accents: tenants leave accents out.

import { plainWords } from '../plain-words.ts';
import { folded } from './plain.ts';

/** The longest that stands in the text whole. */
export function wordsHeld(list: readonly string[], text: string): string | undefined {
  const words = ` ${comparable(text)} `;
  return longest(list.filter((entry) => words.includes(` ${comparableEntry(entry)} `)));
}

/** The same where words may end otherwise: `damp` is held in "dampness", `pleśn` in "pleśnią". */
export function wordsBegun(list: readonly string[], text: string): string | undefined {
  const words = ` ${comparable(text)}`;
  return longest(list.filter((entry) => words.includes(` ${comparableEntry(entry)}`)));
}

/** As words are compared: without case, punctuation or accents. */
export function comparable(text: string): string {
  return folded(plainWords(text));
}

/** Entries are few and are compared with every message: each is made comparable once. */
const comparables = new Map<string, string>();

function comparableEntry(entry: string): string {
  const known = comparables.get(entry) ?? comparable(entry);
  comparables.set(entry, known);
  return known;
}

function longest(found: readonly string[]): string | undefined {
  return [...found].sort((one, other) => other.length - one.length)[0];
}
