// Which voice reads which language. Somali has none here: such a recording is made by people.

import { languageOf } from '../../model/language-tag.ts';

/** eSpeak NG's names: British English, European Portuguese. */
const local: Readonly<Record<string, string>> = {
  en: 'en-gb',
  cy: 'cy',
  pl: 'pl',
  ro: 'ro',
  pt: 'pt-pt',
  uk: 'uk',
  ur: 'ur',
  pa: 'pa',
  bn: 'bn',
  ar: 'ar',
};

/** Languages of Cloud Text-to-Speech: https://cloud.google.com/text-to-speech/docs/list-voices-and-types. It has no Welsh and no Somali. */
const elsewhere: Readonly<Record<string, string>> = {
  en: 'en-GB',
  pl: 'pl-PL',
  ro: 'ro-RO',
  pt: 'pt-PT',
  uk: 'uk-UA',
  ur: 'ur-IN',
  pa: 'pa-IN',
  bn: 'bn-IN',
  ar: 'ar-XA',
};

export function localVoice(language: string): string | undefined {
  return local[languageOf(language)];
}

export function voiceElsewhere(language: string): string | undefined {
  return elsewhere[languageOf(language)];
}

/** Dates and money are put into words with Western digits, as in all that is written. */
export function localeOf(language: string): string {
  const tag = languageOf(language);
  return `${tag === 'en' ? 'en-GB' : tag === 'pt' ? 'pt-PT' : tag}-u-nu-latn`;
}
