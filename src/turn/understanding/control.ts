// Words that steer the conversation itself: "a person", "say that again", "cancel". Whole messages only, from the lists of the
// catalogues, in the language of the conversation and in English.

import { plainWords } from '../../model/plain-words.ts';
import { type Control, plainControls } from '../heard.ts';
import type { Phrases } from '../reply/ports.ts';

/** @param text the tenant's own words */
export function findControl(text: string, language: string, phrases: Phrases): Control | undefined {
  const plain = plainWords(text);
  if (plain === '') return undefined;
  const tongues = language === 'en' ? ['en'] : [language, 'en'];
  const bare = withoutPoliteWords(plain, tongues, phrases);
  const isIn = (list: string, tongue: string) => {
    const words = phrases.words(list, tongue);
    return words.includes(plain) || words.includes(bare);
  };
  for (const is of ['yes', 'no', ...plainControls] as const) {
    if (tongues.some((tongue) => isIn(is, tongue))) return { is };
  }
  const asked = phrases.languages.find(({ tag }) => isIn('language', tag) || isUndo(bare, tag, { tongues, phrases }));
  if (asked) return { is: 'language', tag: asked.tag };
  if (asksWhy(plain, tongues, phrases)) return { is: 'why', loosely: true };
  const openings = tongues.flatMap((tongue) => phrases.words('correct', tongue));
  return findCorrection(text, plain, openings);
}

/** "No, English please" answers no question: it asks for English. */
function isUndo(
  bare: string,
  tag: string,
  { tongues, phrases }: { readonly tongues: readonly string[]; readonly phrases: Phrases },
): boolean {
  const answers = tongues.flatMap((tongue) => [...phrases.words('no', tongue), ...phrases.words('yes', tongue)]);
  const names = phrases.words('language', tag);
  return answers.some((word) => bare.startsWith(`${word} `) && names.includes(bare.slice(word.length + 1)));
}

/** Longer ones tell a story. */
const mostWordsOfWhy = 10;

/** "Why do you need to know that?" in any words, by how it begins. */
function asksWhy(plain: string, tongues: readonly string[], phrases: Phrases): boolean {
  if (plain.split(' ').length > mostWordsOfWhy) return false;
  return tongues.some((tongue) =>
    phrases.words('why_opening', tongue).some((opening) => plain.startsWith(`${opening} `)),
  );
}

/** "can I talk to a person please" is "talk to a person". */
function withoutPoliteWords(plain: string, tongues: readonly string[], phrases: Phrases): string {
  let bare = ` ${plain} `;
  for (const polite of tongues.flatMap((tongue) => phrases.words('polite', tongue))) {
    bare = bare.replace(` ${polite} `, ' ');
  }
  return bare.trim();
}

/** The longest opening that the message begins with. */
function findCorrection(text: string, plain: string, openings: readonly string[]): Control | undefined {
  const [opening] = openings
    .filter((each) => plain.startsWith(each) && (plain.length === each.length || plain[each.length] === ' '))
    .sort((one, other) => other.length - one.length);
  return opening === undefined ? undefined : { is: 'correct', rest: afterOpening(text.trim().split(/\s+/u), opening) };
}

/** Takes written words off the front until the opening is used up; the rest keeps its own spelling. */
function afterOpening(words: readonly string[], opening: string): string {
  for (let taken = 1; taken <= words.length; taken += 1) {
    if (plainWords(words.slice(0, taken).join(' ')) === opening) return words.slice(taken).join(' ');
  }
  return '';
}
