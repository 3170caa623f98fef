// What must come through a translation as it is: numbers of every kind, references, postcodes, links, names. Each becomes a mark such
// as `[[3]]` before and is put back after; a translation that lost one, or has it twice, is none.

import { literally } from '../model/literally.ts';

/** Marks that the text itself has are masked as well, so that none of them is taken for ours. */
const fixed = [
  /\[\[\p{Nd}+\]\]/u,
  /(?:[Hh][Tt][Tt][Pp][Ss]?:\/\/|www\.)\S+?(?=[.,;:!?)]*(?:\s|$))/u,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u,
  /[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)*\.(?:uk|com|org|net|wales|scot)(?![\p{L}\d-])(?:\/\S*?)?(?=[.,;:!?)]*(?:\s|$))/u,
  // Postcodes: https://www.gov.uk/government/publications/bulk-data-transfer-for-sponsors-xml-schema, appendix C.
  /(?<![\p{L}\p{Nd}])[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}(?![\p{L}\p{Nd}])/u,
  // Phone numbers, money, dates, times, house numbers and references: whatever has a digit in it, with what joins it to more.
  // An ordinal such as `1st` is a word of its language.
  /(?!\d+(?:st|nd|rd|th)(?!\p{L}))[+£€$]*(?:[A-Za-z]+[-/]?)?\p{Nd}(?:[\p{L}\p{Nd}]|[.,:/-](?=[\p{L}\p{Nd}])| (?=\p{Nd}{3,}))*[%°]?/u,
];

export interface Masked {
  readonly text: string;
  /** What stands behind each mark, in their order. */
  readonly kept: readonly string[];
}

/** @param keep names, as they are written in the text */
export function mask(text: string, keep: readonly string[]): Masked {
  const names = [...new Set(keep.map((each) => each.trim()).filter((each) => each.length > 1))]
    .sort((one, other) => other.length - one.length)
    .map((name) => `(?<![\\p{L}\\p{M}])${literally(name)}(?![\\p{L}\\p{M}])`);
  const all = new RegExp([...names, ...fixed.map(({ source }) => source)].join('|'), 'gu');
  const kept: string[] = [];
  const masked = text.replace(all, (found) => {
    kept.push(found);
    return markOf(kept.length);
  });
  return { text: masked, kept };
}

/** Undefined when a mark was lost, doubled or invented. */
export function unmask(translated: string, kept: readonly string[]): string | undefined {
  const seen = new Set<number>();
  let isWhole = true;
  const text = translated.replace(/[[［【]\s*[[［【]\s*(\p{Nd}+)\s*[\]］】]\s*[\]］】]/gu, (found, digits: string) => {
    const at = Number([...digits].map(valueOfDigit).join(''));
    const original = kept[at - 1];
    if (original === undefined || seen.has(at)) isWhole = false;
    seen.add(at);
    return original ?? found;
  });
  return isWhole && seen.size === kept.length ? text : undefined;
}

function markOf(number: number): string {
  return `[[${number}]]`;
}

/** Zero of each row of digits that a translation may write marks in: Arabic, Persian and Urdu, Devanagari, Bengali, Gurmukhi, Gujarati, full width. */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xff10];

function valueOfDigit(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((each) => code >= each && code <= each + 9);
  return zero === undefined ? Number.NaN : code - zero;
}
