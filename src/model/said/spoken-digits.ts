// Digits as they are dictated: "oh seven seven double oh nine hundred" stays words, "oh seven seven double oh nine oh oh one oh one"
// becomes digits. Only a long row of them: "one" alone is a word like any other.

const digits: Readonly<Record<string, string>> = {
  oh: '0',
  o: '0',
  zero: '0',
  nought: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  dim: '0',
  un: '1',
  dau: '2',
  tri: '3',
  pedwar: '4',
  pump: '5',
  chwech: '6',
  saith: '7',
  wyth: '8',
  naw: '9',
  jeden: '1',
  dwa: '2',
  trzy: '3',
  cztery: '4',
  piec: '5',
  pięć: '5',
  szesc: '6',
  sześć: '6',
  siedem: '7',
  osiem: '8',
  dziewiec: '9',
  dziewięć: '9',
};

const times: Readonly<Record<string, number>> = { double: 2, triple: 3, treble: 3 };
const one = `(?:(?:${Object.keys(times).join('|')}) )?(?:${Object.keys(digits).join('|')}|\\d{1,5})`;
/** Fewer groups may be a count or a time. */
const row = new RegExp(`(?<![\\p{L}\\d])${one}(?:[ ,-]{1,2}${one}){5,14}(?![\\p{L}\\d])`, 'giu');

export function withSpokenDigits(line: string): string {
  return line.replace(row, (words) => (/\p{L}/u.test(words) ? inDigits(words) : words));
}

function inDigits(words: string): string {
  let repeat = 1;
  let written = '';
  for (const word of words.toLowerCase().split(/[ ,-]+/)) {
    const count = times[word];
    if (count === undefined) written += (digits[word] ?? word).repeat(repeat);
    repeat = count ?? 1;
  }
  return written;
}
