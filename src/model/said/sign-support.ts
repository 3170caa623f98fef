// Which sign language, or which other help to follow what is said, somebody names: each is another profession, and none stands in for
// another.

import { comparable } from './words-held.ts';

/** With what staff call it; an agency books by that name. */
export const signSupport = {
  tactile: 'hands-on (tactile) BSL interpreter',
  manual: 'deafblind manual interpreter',
  irish: 'Irish Sign Language interpreter',
  sse: 'Sign Supported English interpreter',
  international: 'International Sign interpreter',
  lipspeaker: 'lipspeaker',
  speech_to_text: 'speech-to-text reporter',
  bsl: 'BSL interpreter',
} as const;
export type SignSupport = keyof typeof signSupport;

/** In the words of the languages that we write; most are known by their English names everywhere. */
const words: Readonly<Record<SignSupport | 'any', readonly string[]>> = {
  tactile: [
    'tactile',
    'hands on',
    'hands on bsl',
    'visual frame',
    'cyffyrddol',
    'dotykow',
    'tactil',
    'tátil',
    'тактильн',
    'اللمس',
    'taabasho',
  ],
  manual: [
    'manual alphabet',
    'deafblind manual',
    'deaf blind manual',
    'deafblind interpreter',
    'deaf blind interpreter',
    'daktylograf',
    'głuchoniewidom',
    'surdocec',
    'surdocego',
    'сліпоглух',
    'byddardall',
  ],
  irish: [
    'irish sign',
    'isl',
    'arwyddion iwerddon',
    'irlandzki język migow',
    'irlandzkiego języka migow',
    'semnelor irlandez',
    'gestual irlandesa',
    'ірландськ',
    'الإشارة الأيرلندية',
  ],
  sse: ['sse', 'sign supported english'],
  international: [
    'international sign',
    'arwyddo rhyngwladol',
    'międzynarodowy język migow',
    'semne internațional',
    'gestual internacional',
    'міжнародн',
    'الإشارة الدولية',
  ],
  lipspeaker: ['lipspeaker', 'lip speaker', 'lipspeaking', 'lip speaking', 'llefarydd gwefusau'],
  speech_to_text: [
    'speech to text',
    'sttr',
    'palantypist',
    'captioner',
    'live captions',
    'lleferydd i destun',
    'mowy na tekst',
  ],
  bsl: [
    'bsl',
    'british sign',
    'arwyddion prydain',
    'brytyjski język migow',
    'brytyjskiego języka migow',
    'semnelor britanic',
    'gestual britânica',
    'британськ жестов',
    'الإشارة البريطانية',
  ],
  any: [
    'sign language',
    'signer',
    'sign interpreter',
    'iaith arwyddion',
    'język migow',
    'języka migow',
    'migow',
    'limbajul semnelor',
    'limbaj al semnelor',
    'língua gestual',
    'língua de sinais',
    'жестов',
    'اشاروں کی زبان',
    'ਸੰਕੇਤਕ ਭਾਸ਼ਾ',
    'ਇਸ਼ਾਰਿਆਂ',
    'ইশারা ভাষা',
    'لغة الإشارة',
    'luqadda dhegool',
  ],
};

/** Undefined where no sign language is named, `any` where it is open which. */
export function signSupportIn(text: string): SignSupport | 'any' | undefined {
  const line = ` ${comparable(text)}`;
  // Those that are short are words of their own.
  const holds = (entry: string) =>
    entry.length <= 4 ? `${line} `.includes(` ${comparable(entry)} `) : line.includes(` ${comparable(entry)}`);
  const kinds = [...Object.keys(signSupport), 'any'] as (SignSupport | 'any')[];
  return kinds.find((kind) => words[kind].some(holds));
}
