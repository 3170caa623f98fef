// The words that examples are made of, by how often they stand there.

import type { Vocabulary } from '../../turn/understanding/misspelling.ts';
import { wordsOf } from '../../turn/understanding/words.ts';
import type { Example } from './learn.ts';

/** What stands in fewer examples than that may be a slip itself, and is nothing to mend others to. */
const commonFrom = 3;

/** The commonest first; of those that are equally common, the first in the alphabet. */
export function vocabularyOf(examples: readonly Pick<Example, 'text'>[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const { text } of examples) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort(([one, often], [other, oftener]) => oftener - often || (one < other ? -1 : 1));
  return {
    words: sorted.map(([word]) => word),
    common: sorted.filter(([, count]) => count >= commonFrom).length,
  };
}
