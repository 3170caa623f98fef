// The reading age of an English text: the Flesch-Kincaid grade level (Kincaid and others 1975, "Derivation of new readability formulas"),
// plus the five years that a child in the United States has lived before the first grade. Syllables and the formula come from libraries;
// what is a sentence and a word is decided here. The checks of our own texts measure with it, and the desk what an agent writes.

import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** What is read later than this is too hard. */
export const most = 11;

/** The formula is of running text: of a label in two words, each longer word makes ten years. */
export const fewestWords = 10;

export interface Counts {
  readonly sentence: number;
  readonly word: number;
  readonly syllable: number;
}

export function ageOf(counts: Counts): number {
  return fleschKincaid({ ...counts }) + 5;
}

/** A sentence ends at a full stop, a question mark, or the end of its line; a number is a word of one syllable. */
export function countsOf(text: string): Counts {
  const sentences = text.split(/[.?!…]+[”’)]*\s+|\n/);
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’-]*/gu) ?? [];
  return {
    sentence: Math.max(1, sentences.filter((each) => /[\p{L}\p{N}]/u.test(each)).length),
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, /^\p{L}/u.test(word) ? syllable(word) : 1), 0),
  };
}

/** In whole years, where it is a text and too hard. */
export function tooHard(text: string): number | undefined {
  const counts = countsOf(text.replaceAll("'", '’'));
  const age = counts.word < fewestWords ? 0 : ageOf(counts);
  return age > most ? Math.ceil(age) : undefined;
}
