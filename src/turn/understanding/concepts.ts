// Words that mean the same thing, in any language: `door`, `drws` and `drzwi` are one concept. The lists are data,
// `dialogs/concepts.words.yaml`.

import { folded } from '../../model/said/plain.ts';

/** Concept → its words, apart by spaces. `leak*` is all that begins so, `lock?` allows one letter more, `hot_water` is two words. */
export type ConceptWords = Readonly<Record<string, string>>;

export interface Concepts {
  /** For each word the concepts that it, or it and the next ones, stand for. */
  of(words: readonly string[], at: number): readonly number[];
  readonly names: readonly string[];
}

interface Entry {
  readonly concept: number;
  readonly words: readonly string[];
  /** How many more letters the last word may have. */
  readonly more: number;
}

const none: readonly number[] = [];
/** Prefixes are looked up by this many letters; shorter ones are listed under what they have. */
const keyLength = 2;

export function createConcepts(lists: ConceptWords): Concepts {
  const names = Object.keys(lists);
  const index = new Map<string, Entry[]>();
  for (const [concept, name] of names.entries()) {
    for (const written of (lists[name] ?? '').split(/\s+/).filter((each) => each !== '')) {
      const entry = readEntry(written, concept);
      const key = (entry.words[0] ?? '').slice(0, keyLength);
      index.set(key, [...(index.get(key) ?? []), entry]);
    }
  }
  const known = new Map<string, readonly Entry[]>();
  const candidates = (word: string): readonly Entry[] => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const fitting = (index.get(word.slice(0, keyLength)) ?? []).filter((entry) =>
      entry.words.length > 1 ? entry.words[0] === word : fits(entry, 0, word),
    );
    // Words of tenants are many; what is remembered of them is bounded.
    if (known.size < 20_000) known.set(word, fitting);
    return fitting;
  };
  return {
    names,
    of(words, at) {
      const fitting = candidates(words[at] ?? '');
      if (fitting.length === 0) return none;
      const found = fitting.filter((entry) => entry.words.every((_, step) => fits(entry, step, words[at + step])));
      return found.map((entry) => entry.concept);
    },
  };
}

function readEntry(written: string, concept: number): Entry {
  const more = written.endsWith('*') ? Number.POSITIVE_INFINITY : written.endsWith('?') ? 1 : 0;
  return { concept, words: folded(written.replace(/[*?]$/, '')).split('_'), more };
}

function fits(entry: Entry, step: number, word: string | undefined): boolean {
  const wanted = entry.words[step];
  if (word === undefined || wanted === undefined) return false;
  if (step < entry.words.length - 1) return word === wanted;
  return word.startsWith(wanted) && word.length - wanted.length <= entry.more;
}
