// A language that somebody names, in whichever of the languages that we write: "Urdu", "wrdw", "urdu".

import { languageOf } from '../language-tag.ts';
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

/** Of the catalogues. */
const written = ['en', 'cy', 'pl', 'ro', 'pt', 'uk', 'ur', 'pa', 'bn', 'ar', 'so'];

const comparable = (text: string): string => ` ${folded(plainWords(text))} `;

/** As "in" changes a name: `yn Gymraeg`, `українською`. */
const asAsked = [
  ['cy', comparable('gymraeg')],
  ['uk', comparable('українською')],
] as const;

/** As "in" changes names as a rule: `польською`, `بالعربية`, `বাংলায়`. */
const inflected: readonly (readonly [spoken: string, from: RegExp, to: string])[] = [
  ['uk', /ська $/u, 'ською '],
  ['ar', /^ ال/u, ' بال'],
  ['bn', /া $/u, 'ায় '],
  ['bn', / $/u, 'তে '],
];

function changedName([tag, name]: readonly [string, string], from: RegExp, to: string) {
  const changed = name.replace(from, to);
  return changed === name ? [] : [[tag, comparable(changed)] as const];
}

let known: readonly (readonly [tag: string, name: string])[] | undefined;

function names(): readonly (readonly [tag: string, name: string])[] {
  if (known !== undefined) return known;
  const all = [...tags, ...more];
  const display = new Map(all.map((tag) => [tag, new Intl.DisplayNames([tag], { type: 'language' })]));
  const named = (spoken: string, tag: string) => [tag, comparable(display.get(spoken)?.of(tag) ?? tag)] as const;
  // What each is called in the languages that we write, and by those who speak it.
  known = [
    ...written.flatMap((spoken) => all.map((tag) => named(spoken, tag))),
    ...all.map((tag) => named(tag, tag)),
    ...asAsked,
    ...all.flatMap((tag) => inflected.flatMap(([spoken, from, to]) => changedName(named(spoken, tag), from, to))),
  ];
  return known;
}

/** The first that stands in the text whole; a Polish name may have the ending that "in" asks for (`po polsku`). */
export function languageNamed(text: string): string | undefined {
  const words = comparable(text);
  return names().find(
    ([, name]) => words.includes(name) || words.includes(` po ${name.trim().replace(/i$/, 'u')} `),
  )?.[0];
}

/** Where Unicode says more than people do. */
const shorter: Readonly<Record<string, string>> = { ckb: 'کوردی', ku: 'Kurdî', zh: '中文' };

/** What a language is called by those who speak it; `ur-Latn` is called as `ur` is. */
export function ownNameOf(tag: string): string {
  const base = languageOf(tag);
  return shorter[base] ?? nameIn(base, base);
}

/** What a language is called in another. */
export function languageNameIn(tag: string, spoken: string): string {
  return nameIn(spoken, languageOf(tag));
}

function nameIn(spoken: string, tag: string): string {
  const name = new Intl.DisplayNames([spoken], { type: 'language', fallback: 'none' }).of(tag);
  return name === undefined ? tag : `${name.charAt(0).toLocaleUpperCase(spoken)}${name.slice(1)}`;
}
