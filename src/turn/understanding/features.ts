// What a message looks like to a model: hashed counts of words, pairs, pairs with one word between them, parts of words and concepts,
// each block of one length.

import type { Concepts } from './concepts.ts';
import { shaped, stemmed } from './words.ts';

/** How many places features are hashed to: a power of two. Collisions cost less than a dictionary would. */
export const featureSpace = 1 << 18;

/** Sparse: `ids[i]` has `values[i]`, for i below `size`. The arrays are used again by the next call. */
export interface Features {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  size: number;
  /** Stands for the message as a whole: the same stems in the same order. */
  whole: number;
}

/** To keep: a bag is filled anew by the next message. */
export function copyOf({ ids, values, size, whole }: Features): Features {
  return { ids: ids.slice(0, size), values: values.slice(0, size), size, whole };
}

/** More words than these tell nothing new; the cost of a message stays bounded. */
const mostWords = 300;
const mostFeatures = 40_000;
const blockWeights = { words: 1, pairs: 0.7, parts: 0.9, apart: 0.5, concepts: 1 };
const seed = 0x811c9dc5;
const prime = 0x01000193;

function hashOf(text: string, from: number): number {
  let hash = from;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash;
}

/** The head and the tail of a very long message: people say what they want at the start or at the end. */
function within(words: readonly string[]): readonly string[] {
  return words.length <= mostWords ? words : [...words.slice(0, mostWords - 100), ...words.slice(-100)];
}

/** Counts in the order found; `slots` remembers where each place is listed. */
export class Bag implements Features {
  readonly ids = new Int32Array(mostFeatures);
  readonly values = new Float32Array(mostFeatures);
  size = 0;
  whole = 0;
  readonly #slots: Int32Array;
  readonly #mask: number;
  #blockStart = 0;

  /** @param space places to hash to, a power of two: the same for learning and recognising */
  constructor(space: number) {
    this.#slots = new Int32Array(space);
    this.#mask = space - 1;
  }

  clear(): void {
    for (let at = 0; at < this.size; at++) this.#slots[this.ids[at] as number] = 0;
    this.size = 0;
    this.#blockStart = 0;
  }

  add(hash: number): void {
    const id = (hash ^ (hash >>> 15)) & this.#mask;
    const slot = this.#slots[id] as number;
    if (slot > this.#blockStart) {
      this.values[slot - 1] = (this.values[slot - 1] as number) + 1;
    } else if (this.size < mostFeatures) {
      this.ids[this.size] = id;
      this.values[this.size] = 1;
      this.size += 1;
      this.#slots[id] = this.size;
    }
  }

  /** Ends a block: sublinear counts times rarity, scaled to the block's weight. */
  endBlock(idf: Float32Array | undefined, weight: number): void {
    let squares = 0;
    for (let at = this.#blockStart; at < this.size; at++) {
      const value =
        (1 + Math.log(this.values[at] as number)) * (idf === undefined ? 1 : (idf[this.ids[at] as number] as number));
      this.values[at] = value;
      squares += value * value;
    }
    const scale = squares === 0 ? 0 : weight / Math.sqrt(squares);
    for (let at = this.#blockStart; at < this.size; at++) this.values[at] = (this.values[at] as number) * scale;
    this.#blockStart = this.size;
  }
}

/** Word parts of 2 to 5 letters with the word's edges. */
function addParts(bag: Bag, word: string): void {
  const edged = `<${word}>`;
  for (let start = 0; start < edged.length - 1; start++) {
    let hash = seed ^ 0x5bd1;
    const end = Math.min(edged.length, start + 5);
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ edged.charCodeAt(at), prime);
      if (at > start) bag.add(hash);
    }
  }
}

/** What the message is about, whatever the language and the word for it. */
function addConcepts(bag: Bag, words: readonly string[], concepts: Concepts): void {
  const found = new Set<number>();
  for (let at = 0; at < words.length; at++) for (const concept of concepts.of(words, at)) found.add(concept);
  for (const concept of found) bag.add(Math.imul(concept + 1, prime) ^ 0x1234567);
}

export interface Reading {
  readonly concepts: Concepts;
  /** What a word that no example holds was meant to be. */
  mend(word: string): string;
  /** Rarity by place; without it plain counts, as for measuring rarity itself. */
  readonly idf?: Float32Array;
}

/**
 * Fills the bag with the message's features.
 *
 * @param said words as `wordsOf` reads them; sentence ends count for nothing here
 */
export function features(bag: Bag, said: readonly string[], reading: Reading): Features {
  const words = within(said.filter((word) => word !== '.')).map(reading.mend);
  const stems = words.map((word) => stemmed(shaped(word)));
  bag.clear();
  bag.whole = hashOf(stems.join(' '), seed);
  for (const stem of stems) bag.add(hashOf(stem, seed ^ 0x77));
  bag.endBlock(reading.idf, blockWeights.words);
  addPairs(bag, ['<', ...stems, '>'], { apart: 1, salt: 0x99 });
  bag.endBlock(reading.idf, blockWeights.pairs);
  for (const word of words) addParts(bag, shaped(word));
  bag.endBlock(reading.idf, blockWeights.parts);
  addPairs(bag, ['<', ...stems, '>'], { apart: 2, salt: 0x1199 });
  bag.endBlock(reading.idf, blockWeights.apart);
  addConcepts(bag, words, reading.concepts);
  bag.endBlock(reading.idf, blockWeights.concepts);
  return bag;
}

/** Each word with the next, or with the one after that: "not working" is also in "not always working". */
function addPairs(bag: Bag, stems: readonly string[], by: { readonly apart: number; readonly salt: number }): void {
  for (let at = by.apart; at < stems.length; at++) {
    bag.add(hashOf(stems[at] ?? '', hashOf(stems[at - by.apart] ?? '', seed ^ by.salt) ^ 0x20));
  }
}
