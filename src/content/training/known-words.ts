// Words that the examples hold, and what only sounds like danger: none of them is a slip of another.

import type { DangerWords } from '../../turn/understanding/danger.ts';
import { wordsOf } from '../../turn/understanding/words.ts';
import type { Examples } from './enquiries.ts';

export function knownWords({ examples }: Examples, { kinds }: DangerWords): string[] {
  const texts = examples.map(({ text }) => text);
  const not = Object.values(kinds).flatMap((kind) => kind.not ?? []);
  return [...new Set([...texts, ...not].flatMap(wordsOf))].filter((word) => word.length > 4).sort();
}
