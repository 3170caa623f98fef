// A language that somebody names, in whichever of the languages that we write: "Urdu", "wrdw", "urdu".

import { plainWords } from '../plain-words.ts';
import { folded } from './plain.ts';

/** Of those that are spoken most in homes here, and those that we write. */
const tags = [
  'en',
  'cy',
  'pl',
  'ro',
  'pt',
  'uk',
  'ur',
  'pa',
  'bn',
  'gu',
  'ar',
  'so',
  'es',
  'fr',
  'it',
  'de',
  'lt',
  'lv',
];
const more = [
  'bg',
  'hu',
  'sk',
  'cs',
  'ru',
  'tr',
  'ku',
  'fa',
  'ps',
  'ti',
  'am',
  'ta',
  'hi',
  'zh',
  'vi',
  'el',
  'sq',
  'sw',
  'yo',
];

const comparable = (text: string): string => ` ${folded(plainWords(text))} `;

let known: readonly (readonly [tag: string, name: string])[] | undefined;

function names(): readonly (readonly [tag: string, name: string])[] {
  known ??= ['en', 'cy', 'pl'].flatMap((spoken) => {
    const display = new Intl.DisplayNames([spoken], { type: 'language' });
    return [...tags, ...more].map((tag) => [tag, comparable(display.of(tag) ?? tag)] as const);
  });
  return known;
}

/** The first that stands in the text whole; a Polish name may have the ending that "in" asks for (`po polsku`). */
export function languageNamed(text: string): string | undefined {
  const words = comparable(text);
  return names().find(
    ([, name]) => words.includes(name) || words.includes(` po ${name.trim().replace(/i$/, 'u')} `),
  )?.[0];
}
