// Text as people type it, made plain enough to be matched: digits of any script as 0–9, dashes and spaces of any kind as the ordinary ones.

/** The code point of zero in scripts whose digits tenants type: Arabic, Persian and Urdu, Devanagari, Bengali, Gurmukhi, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0xff10];

function asAsciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((each) => point >= each && point <= each + 9);
  return zero === undefined ? digit : String(point - zero);
}

/** Digits as 0–9, every dash as `-`, every white space as one space. Case and accents stay. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Nd}/gu, asAsciiDigit)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What comes after so many letters is a pasted letter or worse: no answer to a question stands there. */
const mostLetters = 4000;

/** As `plain`, of the start only, so that a reader costs little whatever it is given. */
export function plainStart(text: string): string {
  return plain(text.slice(0, mostLetters));
}

/** Marks of vowels that few people type, and hamza above or below its letter; tatweel, which only stretches a word. */
const arabicMarks = /[\u064b-\u065f\u0670\u0640]/g;
/** Letters that keyboards for Arabic, Persian and Urdu write in several ways. */
const arabicLetters: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ہ: 'ه', ھ: 'ه', ٱ: 'ا' };

/** Lower case without accents: `Październik` is `pazdziernik`, `dŵr` is `dwr`, `أُكْسِيد` is `اکسید`. */
export function folded(text: string): string {
  const bare = text
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(arabicMarks, '')
    .normalize('NFC');
  return /\p{Script=Arabic}/u.test(bare)
    ? bare.replace(/[يىكةہھٱ]/g, (letter) => arabicLetters[letter] ?? letter)
    : bare;
}
