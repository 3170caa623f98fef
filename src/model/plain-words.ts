// Words as they are compared: lower case, no punctuation, single spaces. For control words, option labels and yes or no.

import { plain as plainText } from './said/plain.ts';

/**
 * One letter for those that Arabic and Urdu keyboards write in several ways (أ إ آ ا, ي ى ی, ك ک, ة ه ہ), without the marks of vowels,
 * which few people type.
 */
const arabicLetters: readonly (readonly [RegExp, string])[] = [
  [/[\u064b-\u0652\u0670\u0640]/gu, ''],
  [/[أإآٱ]/gu, 'ا'],
  [/[يى]/gu, 'ی'],
  [/ك/gu, 'ک'],
  [/[ةہ]/gu, 'ه'],
];

/** `No, thanks!` becomes `no thanks`; `what’s` becomes `whats`. */
export function plainWords(text: string): string {
  const plain = plainText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}+]+/gu, ' ')
    .trim();
  if (!/\p{Script=Arabic}/u.test(plain)) return plain;
  return arabicLetters.reduce((so, [from, to]) => so.replace(from, to), plain);
}

export function wordCount(text: string): number {
  const plain = plainWords(text);
  return plain === '' ? 0 : plain.split(' ').length;
}

/** Whether there is anything to read: a letter or a digit. Emoji alone are not. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
