// Text as it is to be read out, so that what is in it can be written down by who listens: references and postcodes letter by letter,
// telephone numbers digit by digit in groups, money and dates in words. A comma is a short rest to every voice.

import { localeOf } from './voices.ts';

interface Rule {
  readonly pattern: RegExp;
  readonly said: (found: RegExpExecArray, language: string) => string | undefined;
}

/** The first that fits at a place has it: a date has the shape of other numbers as well. */
const rules: readonly Rule[] = [
  { pattern: /https?:\/\/(?=\S)/y, said: () => '' },
  { pattern: /(\d{4})-(\d{2})-(\d{2})(?![\d-])/y, said: ([, year, month, day], to) => date({ day, month, year }, to) },
  {
    pattern: /(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/y,
    said: ([, day, month, year], to) => date({ day, month, year }, to),
  },
  {
    pattern: /£ ?(\d[\d,]*)(?:\.(\d{2}))?(?![\d.]*\d)/y,
    said: ([, pounds = '', pence], to) => money(pounds, pence, to),
  },
  {
    pattern: /[A-Za-z]{1,5}-(?=[A-Za-z-]*\d)[A-Za-z\d]{3,}(?:-[A-Za-z\d]+)*(?![\p{L}\d])/uy,
    said: ([all]) => letters(all),
  },
  {
    pattern: /([A-Za-z]{1,2}\d[A-Za-z\d]?) ?(\d[A-Za-z]{2})(?![\p{L}\d])/uy,
    said: ([, out = '', into = '']) => letters(`${out} ${into}`),
  },
  { pattern: /\+?\(?\d[\d ()-]{5,20}\d(?!\d)/y, said: ([all]) => phone(all) },
];

/** Where one may begin: at the start of a word or a number, never within one. */
const begins = /(?<![\p{L}\p{M}\d])[A-Za-z\d£+(]/gu;

/** @param language BCP 47 of the text, for the words of dates and money */
export function spelled(text: string, language: string): string {
  let done = 0;
  let out = '';
  for (const { index } of text.matchAll(begins)) {
    const found = index < done ? undefined : foundAt(text, index, language);
    if (found === undefined) continue;
    out += text.slice(done, index) + found.words;
    done = index + found.length;
  }
  return out + text.slice(done);
}

function foundAt(text: string, index: number, language: string) {
  for (const { pattern, said } of rules) {
    pattern.lastIndex = index;
    const found = pattern.exec(text);
    const words = found === null ? undefined : said(found, language);
    if (found !== null && words !== undefined) return { words, length: found[0].length };
  }
  return undefined;
}

/** "CMP-0012345" → "C, M, P, 0, 0, 1…": what stands between groups is only a longer rest. */
function letters(code: string): string {
  return code
    .split(/[- ]+/)
    .map((group) => [...group.toUpperCase()].join(', '))
    .join('; ');
}

/** Groups as they are written; a number in one piece in threes, which is what people can hold while they write. */
function phone(written: string): string | undefined {
  const groups = written.match(/\d+/g) ?? [];
  const count = groups.join('').length;
  if (count < 7 || count > 15) return undefined;
  const told = groups.flatMap((group) => (group.length > 6 ? inThrees(group) : [group]));
  return `${written.startsWith('+') ? '+ ' : ''}${told.map((group) => [...group].join(' ')).join(', ')}`;
}

function inThrees(digits: string): readonly string[] {
  const first = digits.length % 3 === 0 ? 3 : digits.length % 3;
  const head = first < 3 && digits.length > 4 ? first + 3 : first;
  return [digits.slice(0, head), ...(digits.slice(head).match(/\d{3}/g) ?? [])];
}

function money(pounds: string, pence: string | undefined, language: string): string {
  const amount = Number(pounds.replaceAll(',', ''));
  const style = { style: 'currency', currency: 'GBP', currencyDisplay: 'name', minimumFractionDigits: 0 } as const;
  // Without a mark between thousands: some voices read it as the end of the number.
  const words = new Intl.NumberFormat(localeOf(language), { ...style, useGrouping: false }).format(amount);
  const named = words.replace('British ', '');
  return pence === undefined || pence === '00' ? named : `${named} ${Number(pence)}`;
}

type Part = string | undefined;

function date(written: { readonly day: Part; readonly month: Part; readonly year: Part }, language: string): Part {
  const [year, month, day] = [Number(written.year), Number(written.month), Number(written.day)];
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined;
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}
