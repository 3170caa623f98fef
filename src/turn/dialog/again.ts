// The very words that were told before, sent once more, answer nothing: they are known already.

import { plainWords, wordCount } from '../../model/plain-words.ts';
import type { Place } from './place.ts';

const toldIn = ['words', 'what', 'more', 'fault'];
/** Fewer, such as an address, may well be the answer to two questions. */
const fewestWords = 8;

export function isSaidAgain({ said, frame, step }: Place): boolean {
  if (step === undefined || frame === undefined || wordCount(said.text) < fewestWords) return false;
  const text = plainWords(said.text);
  return toldIn.some((slot) => plainWords(`${frame.slots[slot] ?? ''}`) === text);
}
