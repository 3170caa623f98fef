// Which liblouis table writes which language, and what its texts need before and after. Somali has none: people write it.

import { languageOf } from '../../model/language-tag.ts';

export interface BrailleCode {
  /** Letter by letter. */
  readonly uncontracted: string;
  /** With the short forms of the language, where it has them. */
  readonly contracted?: string;
  /** Characters that the table does not know, as it knows them. */
  readonly before?: readonly (readonly [RegExp, string])[];
  /** What is in no letters of the language: names, addresses and signs there are written in English Braille. */
  readonly foreign?: RegExp;
  /** Letters that liblouis leaves as they are, though their cells are in the table. */
  readonly left?: Readonly<Record<string, string>>;
}

const pounds: readonly [RegExp, string] = [/£ ?/g, 'GBP '];

/** Unified English Braille; the others as their own authorities write them, as far as liblouis 3.24 has it. */
const codes: Readonly<Record<string, BrailleCode>> = {
  en: { uncontracted: 'en-ueb-g1.ctb', contracted: 'en-ueb-g2.ctb' },
  cy: { uncontracted: 'cy-cy-g1.utb', contracted: 'cy-cy-g2.ctb' },
  pl: { uncontracted: 'Pl-Pl-g1.utb' },
  ro: {
    uncontracted: 'ro.ctb',
    before: [pounds, [/[“”„«»]/g, '"'], [/[’‘]/g, "'"], [/[–—]/g, '-'], [/…/g, '...']],
  },
  pt: { uncontracted: 'pt-pt-g1.utb', contracted: 'pt-pt-g2.ctb' },
  // Its cells are uk.utb's own; liblouis takes them for eight dots and more, and gives the letters back.
  uk: { uncontracted: 'uk.utb', left: { і: '⠽', ї: '⠹', є: '⠜', ґ: '⠻' } },
  ur: {
    uncontracted: 'ur-pk-g1.utb',
    contracted: 'ur-pk-g2.ctb',
    foreign: /[A-Za-z£@][\w£@.:/-]*|[^\p{Script=Arabic}\p{M}\p{N}\s،۔؟]+/gu,
  },
  pa: { uncontracted: 'pu-in-g1.utb', before: [pounds] },
  bn: {
    uncontracted: 'be-in-g1.utb',
    // Letters with a dot below are one sign each to the table, and normal forms take them apart.
    before: [
      pounds,
      [/।/g, '.'],
      [/\u09af\u09bc/g, '\u09df'],
      [/\u09a1\u09bc/g, '\u09dc'],
      [/\u09a2\u09bc/g, '\u09dd'],
    ],
  },
  ar: { uncontracted: 'ar-ar-g1.utb', contracted: 'ar-ar-g2.ctb', before: [pounds] },
};

export const brailleLanguages: readonly string[] = Object.keys(codes);

export function brailleCode(language: string): BrailleCode | undefined {
  return codes[languageOf(language)];
}

/** Uncontracted unless short forms were asked for: who reads them reads this as well, and not the other way round. */
export function tableOf({ uncontracted, contracted }: BrailleCode, grade: 1 | 2): string {
  return grade === 2 && contracted !== undefined ? contracted : uncontracted;
}

/** As the table knows it. */
export function prepared(text: string, { before = [] }: BrailleCode): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Cc}\s]+/gu, ' ')
    .trim();
  return before.reduce((line, [pattern, by]) => line.replace(pattern, by), plain);
}

const [seven, eight] = [0x40, 0x80];

/**
 * Six dots to a cell, as embossers have them. A table of eight dots (Romanian) marks capitals with the seventh, which nothing is lost
 * without, and digits with the eighth: they get the sign for numbers instead.
 */
export function inSixDots(cells: string, { left = {} }: BrailleCode): string {
  let isNumber = false;
  let out = '';
  for (const each of cells) {
    const cell = left[each] ?? each;
    const dots = cell.charCodeAt(0) - 0x2800;
    const isDigit = (dots & eight) !== 0 && (dots & seven) === 0;
    if (isDigit && !isNumber) out += '⠼';
    isNumber = isDigit;
    out += String.fromCharCode(0x2800 + (dots & ~(seven | eight)));
  }
  return out;
}
