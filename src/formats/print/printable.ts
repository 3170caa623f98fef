// Anybody's words as print can show them: no character that has no glyph, no sign that reaches into other lines, no word that runs off
// the page, and numbers that stay the right way round in Arabic script.

/** Whether some font has all the characters of a cluster. */
export type Covers = (cluster: string) => boolean;

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** No script puts more signs on one letter; what is more than that covers the lines above and below. */
const mostSigns = 4;
/** A line of 24 points on A4 is 20 ems long, less what a list takes: what has no place to end a line may not be longer. */
const widestRun = 18;
/** Zero-width space. */
export const breakHere = '\u200b';
const unknown = '\ufffd';

/** @returns the lines of the text, as they are to be printed */
export function printable(text: string, { covers, rightToLeft }: { covers: Covers; rightToLeft: boolean }): string[] {
  return text
    .toWellFormed()
    .normalize('NFC')
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => {
      const shown = breakable(shownClusters(plain(line), covers));
      return rightToLeft ? leftToRightKept(shown) : shown;
    });
}

/** Lines as they are read aloud and searched for: one text, without what only steers print. */
export function spoken(lines: readonly string[]): string {
  return lines
    .join(' ')
    .replace(/[\u200b\u2066\u2069]/g, '')
    .trim();
}

/** Without characters that steer: direction is ours to set, and a control character has no look. */
function plain(line: string): string {
  return line.replace(/[\t\v\f]/g, ' ').replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '');
}

function shownClusters(line: string, covers: Covers): readonly string[] {
  const shown: string[] = [];
  for (const { segment } of clusters.segment(line)) {
    const cluster = shownCluster(segment, covers);
    // Ten letters of a script that we have no font for are one gap, not ten.
    if (cluster !== unknown || shown.at(-1) !== unknown) shown.push(cluster);
  }
  return shown;
}

function shownCluster(segment: string, covers: Covers): string {
  let signs = 0;
  const bounded = [...segment].filter((each) => !/\p{Mn}|\p{Me}/u.test(each) || ++signs <= mostSigns);
  const cluster = bounded.join('');
  if (covers(cluster)) return cluster;
  const [first = '', ...rest] = bounded;
  if (!covers(first)) return unknown;
  return [first, ...rest.filter((sign) => covers(`${first}${sign}`))].join('');
}

/** With places where a line may end inside what has none of its own: a long web address, a cry of a hundred letters. */
function breakable(shown: readonly string[]): string {
  let run = 0;
  return shown
    .map((cluster) => {
      if (/^[\s/-]/.test(cluster)) run = 0;
      const width = /^[\p{Ll}\p{Nd}\p{P}]/u.test(cluster) ? 0.62 : 1.1;
      run += width;
      if (run <= widestRun) return cluster;
      run = width;
      return `${breakHere}${cluster}`;
    })
    .join('');
}

/** A run of Latin letters and numbers, with what stands between them: an address, a name, a reference, a web page. */
const leftToRightRun =
  /[(+£$€#]?[\p{Script=Latin}\p{Nd}](?:[\p{Script=Latin}\p{Nd}\p{Mn} ,.:;/()&@'’_+£%#?=\u200b-]*[\p{Script=Latin}\p{Nd}%)])?/gu;
/** Digits in groups that are one number: a telephone number, a day, money. Not “8:00 - 13:00”, which is read from the right as well. */
const oneNumber = /^[(+£$€#]{0,2}\d+(?:(?:[ ./:,-]|\) | \()\d+)*%?$/;

/** Each run from left to right by itself: else Arabic script turns the groups of “020 7946 0000” round, and puts house numbers after the street. */
function leftToRightKept(line: string): string {
  return line.replace(leftToRightRun, (run) => {
    const { before, inner, after } = apartFromBrackets(run);
    // One word or one number keeps its order by itself.
    const isOne = /[^\p{L}\p{Nd}]/u.test(inner) && (/\p{Script=Latin}/u.test(inner) || oneNumber.test(inner));
    return isOne ? `${before}\u2066${inner}\u2069${after}` : run;
  });
}

/** A bracket whose other half is outside the run belongs to the sentence around it. */
function apartFromBrackets(run: string): { readonly before: string; readonly inner: string; readonly after: string } {
  const balance = run.split('(').length - run.split(')').length;
  if (balance > 0 && run.startsWith('(')) return { before: '(', inner: run.slice(1), after: '' };
  if (balance < 0 && run.endsWith(')')) return { before: '', inner: run.slice(0, -1), after: ')' };
  return { before: '', inner: run, after: '' };
}
