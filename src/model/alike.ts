// Whether a text that was translated and translated back still says what it said. Both are in one language, so what must not change can be
// compared word by word: numbers, days and months, words that deny; and the rest by how much of it is spelt alike. It asks a person once too
// often rather than once too little.

import { languageOf } from './language-tag.ts';

export type Doubt =
  /** A number in figures or in words was lost, added or changed. */
  | 'numbers'
  /** A day of the week or a month was. */
  | 'dates'
  /** “Not”, “never”, “without” was. */
  | 'negation'
  /** Most of the words are others. */
  | 'meaning'
  /** The service gave back what it was given. */
  | 'untranslated'
  /** It could not be translated back. */
  | 'unchecked';

/** @param language BCP 47, of both */
export function doubtsOf(
  { original, back }: { readonly original: string; readonly back: string },
  language: string,
): readonly Doubt[] {
  const base = languageOf(language);
  const [one, other] = [wordsOf(original), wordsOf(back)];
  const differs = (kept: (words: readonly string[]) => readonly string[]) => kept(one).join() !== kept(other).join();
  return [
    ...(differs((words) => numbersIn(words, base)) ? ['numbers' as const] : []),
    ...(differs((words) => namedDays(words, language)) ? ['dates' as const] : []),
    ...(differs((words) => words.filter((word) => denies(word, base)).map(() => 'not')) ? ['negation' as const] : []),
    ...(likeness(one.join(' '), other.join(' ')) < leastAlike ? ['meaning' as const] : []),
  ];
}

/** Whether a “translation” is the text itself. */
export function isSameText(one: string, other: string): boolean {
  return wordsOf(one).join(' ') === wordsOf(other).join(' ');
}

/** What has a number, a day or a denial in it: a slip there changes what somebody has to do. */
export function isExact(text: string, language: string): boolean {
  const base = languageOf(language);
  const words = wordsOf(text);
  return (
    numbersIn(words, base).length + namedDays(words, language).length > 0 || words.some((word) => denies(word, base))
  );
}

/** Said again in other words, a text keeps about half of its letters in groups of three or more; another text a fifth. */
const leastAlike = 0.35;

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)*/gu) ?? []
  );
}

function numbersIn(words: readonly string[], base: string): readonly string[] {
  const named = (numerals[base] ?? '').split(' ');
  return words
    .flatMap((word) => {
      if (/\p{Nd}/u.test(word)) return [word];
      const at = named.findIndex((each) => each.split('|').includes(word));
      return at < 0 ? [] : [String(at + 2)];
    })
    .sort();
}

/** Sørensen and Dice: twice what both have, of all that each has. */
function likeness(one: string, other: string): number {
  const [mine, theirs] = [threes(one), threes(other)];
  let shared = 0;
  for (const [three, times] of mine) shared += Math.min(times, theirs.get(three) ?? 0);
  const all = sum(mine) + sum(theirs);
  return all === 0 ? 1 : (2 * shared) / all;
}

function threes(text: string): ReadonlyMap<string, number> {
  const letters = [...` ${text} `];
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= letters.length; at += 1) {
    const three = letters.slice(at, at + 3).join('');
    counts.set(three, (counts.get(three) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, each) => all + each, 0);
}

const dayMs = 24 * 60 * 60 * 1_000;
const stems = new Map<string, readonly string[]>();

/** Days and months by the beginnings of their names, which do not bend, in the order of the calendar. */
function namedDays(words: readonly string[], language: string): readonly string[] {
  const names = stems.get(language) ?? calendarOf(language);
  stems.set(language, names);
  return words
    .flatMap((word) => names.filter((name) => (name.length < 4 ? word === name : word.startsWith(name))).slice(0, 1))
    .sort();
}

function calendarOf(language: string): readonly string[] {
  const days = Array.from({ length: 7 }, (_, day) => nameAt(language, 'weekday', (4 + day) * dayMs));
  const months = Array.from({ length: 12 }, (_, month) => nameAt(language, 'month', (14 + 30.5 * month) * dayMs));
  // In Welsh and Portuguese what comes first tells them apart (“dydd Llun”, “segunda-feira”).
  return [...days, ...months].map((name) => {
    const [word = ''] = wordsOf(name.replace(/^dydd /, ''));
    return word.slice(0, Math.max(4, word.length - 2));
  });
}

function nameAt(language: string, part: 'weekday' | 'month', at: number): string {
  return new Intl.DateTimeFormat(language, { [part]: 'long', timeZone: 'UTC' }).format(at);
}

function denies(word: string, base: string): boolean {
  return (denials[base] ?? '').split(' ').includes(word) || (base === 'en' && /n[’']t$/.test(word));
}

/** Words that turn a sentence round, as a machine writes them. */
const denials: Readonly<Record<string, string>> = {
  en: 'not no never none nobody nothing without cannot neither nor',
  cy: 'nid ni na nad dim ddim byth heb neb peidiwch peidio',
  pl: 'nie nigdy bez nikt nikogo nic żaden żadna żadne ani brak',
  ro: 'nu niciodată fără nimeni nimic niciun nicio nici',
  pt: 'não nunca sem ninguém nada nenhum nenhuma nem',
  uk: 'не ні ніколи без ніхто нічого немає нема жоден жодна жодного',
  ur: 'نہیں نہ مت بغیر',
  pa: 'ਨਹੀਂ ਨਾ ਬਿਨਾਂ ਬਗੈਰ',
  bn: 'না নেই নয় নি ছাড়া',
  ar: 'لا لم لن ليس ليست بدون دون غير',
  so: 'ma aan lama maya la’aan malaha',
};

/** Two to ten: one is too often an article. */
const numerals: Readonly<Record<string, string>> = {
  en: 'two three four five six seven eight nine ten',
  cy: 'dau|dwy|ddau|ddwy tri|tair|dri|dair pedwar|pedair|bedwar|bedair pum|pump|bum|bump chwe|chwech saith wyth naw deg|deng|ddeg|ddeng',
  pl: 'dwa|dwie|dwóch|dwaj|dwoje trzy|trzech|trzej cztery|czterech pięć|pięciu sześć|sześciu siedem|siedmiu osiem|ośmiu dziewięć|dziewięciu dziesięć|dziesięciu',
  ro: 'doi|două trei patru cinci șase șapte opt nouă zece',
  pt: 'dois|duas três quatro cinco seis sete oito nove dez',
  uk: 'два|дві|двох три|трьох чотири|чотирьох п’ять|п’яти шість|шести сім|семи вісім|восьми дев’ять|дев’яти десять|десяти',
  ur: 'دو تین چار پانچ چھ|چھے سات آٹھ نو دس',
  pa: 'ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ ਦਸ',
  bn: 'দুই|দুটি|দু তিন|তিনটি চার|চারটি পাঁচ|পাঁচটি ছয়|ছয়টি সাত|সাতটি আট|আটটি নয়টি দশ|দশটি',
  ar: 'اثنان|اثنين|اثنتين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية|ثماني تسعة|تسع عشرة|عشر',
  so: 'laba saddex afar shan lix toddoba siddeed sagaal toban',
};
