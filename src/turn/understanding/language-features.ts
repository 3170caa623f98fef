// What a text looks like to the language guesser: hashed parts of words of 1 to 4 letters and whole words, accents kept.

import { plain } from '../../model/said/plain.ts';
import type { Bag, Features } from './features.ts';

const seed = 0x2f0b4a27;
const prime = 0x01000193;
/** Places that language features are hashed to. */
export const languageSpace = 1 << 17;
/** A language shows itself in the first few lines. */
const mostLetters = 600;

/** Words in lower case with their accents; numbers, addresses and references say nothing of a language. */
export function lettersOf(text: string): string[] {
  return (
    plain(text.slice(0, mostLetters))
      .toLowerCase()
      .replace(/\S{1,80}@\S{1,80}|https?:\/\/\S{1,200}|<[^<>]{0,200}>|\S{0,40}\d\S{0,40}/g, ' ')
      .replace(/[’‘`´]/g, "'")
      .match(/[\p{L}\p{M}']+/gu)
      ?.filter((word) => word !== "'") ?? []
  );
}

/** @param words as `lettersOf` reads them */
export function languageFeatures(bag: Bag, words: readonly string[], idf?: Float32Array): Features {
  bag.clear();
  for (const word of words) bag.add(hashOf(word));
  bag.endBlock(idf, 0.8);
  for (const word of words) addParts(bag, word);
  bag.endBlock(idf, 1);
  return bag;
}

function hashOf(word: string): number {
  let hash = seed;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  return hash;
}

function addParts(bag: Bag, word: string): void {
  const edged = `<${word}>`;
  for (let start = 0; start < edged.length; start++) {
    let hash = seed ^ 0x3c6e;
    const end = Math.min(edged.length, start + 4);
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ edged.charCodeAt(at), prime);
      bag.add(hash);
    }
  }
}
