// Texts into cells of six dots, each by the table of its language. Nothing is left out unseen: a letter that no table knows stops it all.

import { brailleError, type Liblouis, mostLetters } from './liblouis.ts';
import { type BrailleCode, brailleCode, inSixDots, prepared, tableOf } from './tables.ts';

export interface Text {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

/** A stretch of one text that one table writes. */
interface Stretch {
  readonly text: string;
  readonly code: BrailleCode;
  readonly table: string;
}

const all = '⣿';

/**
 * @returns the texts in their order, in Unicode Braille, words parted by the empty cell
 * @throws OutsideError `refused` when a text is in a language or in letters that cannot be written here
 */
export async function transcribe(texts: readonly Text[], grade: 1 | 2, liblouis: Liblouis): Promise<readonly string[]> {
  const stretches = texts.map((each) => stretchesOf(each, grade));
  const written = await cellsOf(stretches.flat(), liblouis);
  return stretches.map((each) => each.map((stretch) => written.get(stretch) ?? '').join(''));
}

function stretchesOf({ text, language }: Text, grade: 1 | 2): readonly Stretch[] {
  const [code, english] = [brailleCode(language), brailleCode('en')];
  if (code === undefined || english === undefined) throw brailleError('refused');
  const own = (piece: string): Stretch => ({ text: piece, code, table: tableOf(code, grade) });
  const other = (piece: string): Stretch => ({ text: piece, code: english, table: english.uncontracted });
  const plain = prepared(text, code);
  if (code.foreign === undefined) return pieces(plain).map(own);
  const out: Stretch[] = [];
  let done = 0;
  for (const { index, 0: found } of plain.matchAll(code.foreign)) {
    out.push(...pieces(plain.slice(done, index)).map(own), other(found));
    done = index + found.length;
  }
  return [...out, ...pieces(plain.slice(done)).map(own)];
}

/** Between words, and never longer than the program takes. */
function pieces(text: string): readonly string[] {
  return text.match(new RegExp(`[^]{1,${mostLetters}}(?= |$)|[^]{1,${mostLetters}}`, 'gu')) ?? [];
}

async function cellsOf(stretches: readonly Stretch[], liblouis: Liblouis): Promise<Map<Stretch, string>> {
  const written = new Map<Stretch, string>();
  for (const [table, group] of Map.groupBy(stretches, (each) => each.table)) {
    const code = group[0]?.code as BrailleCode;
    const lines = group.map(({ text }) => text);
    const cells = await liblouis.translate(table, lines);
    const whole = cells.every((line) => isKnown(line, code))
      ? cells
      : await withoutSigns({ table, code, lines }, liblouis);
    group.forEach((stretch, at) => {
      written.set(stretch, inSixDots(whole[at] ?? '', code));
    });
  }
  return written;
}

interface Lines {
  readonly table: string;
  readonly code: BrailleCode;
  readonly lines: readonly string[];
}

/** A picture or a sign that Braille has no cell for is left out; a letter or a digit never is. */
async function withoutSigns({ table, code, lines }: Lines, liblouis: Liblouis): Promise<readonly string[]> {
  const characters = [...new Set(lines.join(''))].filter((each) => each !== ' ');
  const cells = await liblouis.translate(table, characters);
  const unknown = characters.filter((_, at) => !isKnown(cells[at] ?? '', code));
  if (unknown.some((each) => /[\p{L}\p{N}]/u.test(each))) throw brailleError('refused');
  const known = lines.map((line) => [...line].filter((each) => !unknown.includes(each)).join(''));
  return liblouis.translate(table, known);
}

function isKnown(cells: string, { left = {} }: BrailleCode): boolean {
  return [...cells].every((each) => (each >= '\u2800' && each < all) || each in left);
}
