// What a text costs, and how to keep it cheap: one character outside the GSM alphabet more than halves what fits in a segment.
// Alphabet: 3GPP TS 23.038, 6.2.1 and 6.2.1.1. Segment sizes: 3GPP TS 23.040, 9.2.3.24.1 (six octets of header when joined).

export interface Segments {
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly segments: number;
  /** In units of the encoding: septets, of which `€` and its like take two, or UTF-16 units, of which an emoji takes two and more. */
  readonly characters: number;
}

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extended = new Set('^{}\\[~]|€\f');

const sizes = {
  'GSM-7': { alone: 160, joined: 153 },
  'UCS-2': { alone: 70, joined: 67 },
} as const;

/** How many segments the text is billed as. A character of two units is never cut in half, so a segment may end one unit early. */
export function countSegments(text: string): Segments {
  const letters = [...text];
  const encoding = letters.every((letter) => basic.has(letter) || extended.has(letter)) ? 'GSM-7' : 'UCS-2';
  const width = (letter: string) => (encoding === 'GSM-7' ? (extended.has(letter) ? 2 : 1) : letter.length);
  const characters = letters.reduce((sum, letter) => sum + width(letter), 0);
  const { alone, joined } = sizes[encoding];
  if (characters <= alone) return { encoding, segments: characters === 0 ? 0 : 1, characters };
  return { encoding, segments: countJoined(letters.map(width), joined), characters };
}

function countJoined(widths: readonly number[], size: number): number {
  let segments = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > size) {
      segments += 1;
      used = 0;
    }
    used += width;
  }
  return segments;
}

const folds: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212\u2022]/g, '-'],
  [/\u2026/g, '...'],
  [/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  [/[\u2028\u2029]/g, '\n'],
  [/[\u00ad\u200b-\u200f\u2060\ufeff]/g, ''],
  [/\u00d7/g, 'x'],
];

/**
 * Typographic signs as their plain equivalents, where that brings the text into GSM-7. Letters are never changed: a text with a Welsh ŵ
 * or in Polish stays as it was written, at the price of UCS-2, and then keeps its typography too, which saves nothing any more.
 */
export function foldForSms(text: string): string {
  const composed = text.normalize('NFC');
  const folded = folds.reduce((so, [from, to]) => so.replace(from, to), composed);
  return countSegments(folded).encoding === 'GSM-7' ? folded : composed;
}

/** More parts than these cost too much and arrive out of order on old phones. */
export const mostSegments = 3;

/** Languages of the catalogues that Latin letters with accents are written in. */
export const accentedLanguages: readonly string[] = ['cy', 'pl', 'ro', 'pt'];

/** `keep`: whatever it costs. `fit`: left out where that saves parts. `leave-out`: never there, for phones that show squares instead. */
export type Accents = 'keep' | 'fit' | 'leave-out';

/**
 * A text of the service that accents make longer than three parts goes without them, as people here write Welsh and Polish by text
 * themselves; one that fits keeps them. Other scripts than Latin stay as they are.
 */
export function fitted(text: string, accents: Accents = 'fit'): string {
  const segments = (of: string) => countSegments(foldForSms(of)).segments;
  if (accents === 'keep' || (accents === 'fit' && segments(text) <= mostSegments)) return text;
  const bare = text.replace(/\p{Script=Latin}\p{M}*/gu, withoutAccent);
  return accents === 'leave-out' || segments(bare) < segments(text) ? bare : text;
}

const strokes: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ø: 'o', Ø: 'O', ı: 'i' };

function withoutAccent(letter: string): string {
  return strokes[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '');
}
