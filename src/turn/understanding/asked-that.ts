// "Read that to me", "send this in big letters", in any of our languages: a few words that point at what stands above them and name a
// format mean that and nothing else, whatever the words remind the recogniser of; so does the plain wish for an interpreter, of which it
// has few examples in most languages. Danger is looked for all the same.

import { formatNames } from '../../model/document.ts';
import { wordCount } from '../../model/plain-words.ts';
import { wordsBegun } from '../../model/said/words-held.ts';
import type { Guess } from './ports.ts';
import type { Lists } from './temper.ts';

/** Longer messages tell something else besides. */
const mostWords = 14;

export function askedThat(text: string, words: Lists): Guess | undefined {
  const has = (list: string) => wordsBegun(words(list), text) !== undefined;
  if (wordCount(text) > mostWords) return undefined;
  if (has('interpreter_wanted')) return { enquiry: 'access.language', confidence: 1 };
  const isNamed = formatNames.some((each) => has(`format_${each.replaceAll('-', '_')}`));
  return has('format_read_out') || (isNamed && has('format_that'))
    ? { enquiry: 'access.format', confidence: 1 }
    : undefined;
}
