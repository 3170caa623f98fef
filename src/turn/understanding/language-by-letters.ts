// Languages that are known by their letters alone: nobody writes Tamil letters in anything but Tamil. Told without learning, and
// from one word on.

/** Letters of one language only, among the languages that are spoken in homes here. In this order: the rarer letters first. */
const byLetters: readonly (readonly [letters: RegExp, language: string])[] = [
  // Pashto and Sorani Kurdish share the rest of their letters with Persian, Urdu and Arabic.
  [/[ښځڅډړګېۍټڼ]/u, 'ps'],
  [/[ێۆڵڕ]|ە/u, 'ckb'],
  // Amharic and Tigrinya share theirs, but Tigrinya alone writes the row of ቐ, and ኣ where Amharic has አ.
  [/[\u1250-\u125d]|ኣ|እየ|የለን/u, 'ti'],
  [/\p{Script=Ethiopic}/u, 'am'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Gujarati}/u, 'gu'],
  [/\p{Script=Gurmukhi}/u, 'pa'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/\p{Script=Telugu}/u, 'te'],
  [/\p{Script=Malayalam}/u, 'ml'],
  [/\p{Script=Sinhala}/u, 'si'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
];
/** Ы, э and ё are in no Ukrainian word; і, ї, є and ґ in no Russian one; Bulgarian has none of these, Belarusian some of both. */
const russian = /[ыэё]/u;
const ukrainian = /[іїєґ]/u;

/** Words of another script in a text (a street, "boiler") tell nothing: the letters must be most of it. */
export function languageByLetters(words: readonly string[]): string | undefined {
  return cyrillic(words) ?? most(words);
}

function cyrillic(words: readonly string[]): string | undefined {
  const [isRussian, isUkrainian] = [russian, ukrainian].map((letters) => words.some((word) => letters.test(word)));
  if (isRussian === isUkrainian) return undefined;
  return isRussian ? 'ru' : 'uk';
}

/** Of letters that few words have, a quarter of the words is enough. */
const rare = ['ckb', 'ps', 'ti'];

function most(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) {
    const language = byLetters.find(([letters]) => letters.test(word))?.[1];
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const told = rare.find((each) => (counts.get(each) ?? 0) * 4 >= Math.max(1, words.length));
  if (told !== undefined) return told;
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  return best !== undefined && best[1] * 2 > words.length ? best[0] : undefined;
}
