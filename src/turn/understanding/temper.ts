// How somebody writes, apart from what they write about: an insult or a threat to a person, or despair. Swearing at a leak is neither.
// The lists are in `locales/*/words.yaml`; a check at start keeps a bare swear word out of those that are about people.

import { comparable, wordsHeld } from '../../model/said/words-held.ts';

export type Temper = 'threat' | 'insult' | 'distress' | 'swearing' | 'plain';

/** The words of a list in the languages that may be written. */
export type Lists = (list: string) => readonly string[];

/** A threat stands above all else. Who is in despair is not held to their words, nor is who tells what others said to them. */
export function temperOf(text: string, words: Lists): Temper {
  const holds = (list: string) => wordsHeld(words(list), text) !== undefined;
  const isQuoted = holds('abuse_quoted');
  if (!isQuoted && holds('abuse_threat')) return 'threat';
  const isInsult = !isQuoted && holds('abuse_person');
  if (holds('distress')) return 'distress';
  if (isInsult) return 'insult';
  return holds('swear') ? 'swearing' : 'plain';
}

/** The text without insults and swear words: what is left tells the matter. */
export function withoutTemper(text: string, words: Lists): string {
  const found = [...words('abuse_person'), ...words('swear')].sort((one, other) => other.length - one.length);
  let left = ` ${comparable(text)} `;
  for (const each of found) left = left.replaceAll(` ${comparable(each)} `, ' ');
  return left.trim();
}
