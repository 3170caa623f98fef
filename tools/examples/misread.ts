// `npm run examples -- list`, `add` and `done`: from what was misread to an example beside its dialog.

import type { MisreadRow, MisreadStore } from '../../src/store/misread.ts';
import { addExample } from './append.ts';

interface Means {
  readonly root: string;
  readonly misread: MisreadStore;
  readonly now: Date;
  readonly print: (line: string) => void;
}

export async function list(
  { misread, print }: Pick<Means, 'misread' | 'print'>,
  wanted: { readonly enquiry?: string | undefined; readonly limit: number },
): Promise<void> {
  const rows = await misread.list(wanted);
  for (const row of rows) print(lineOf(row));
  print(rows.length === 0 ? 'Nothing was misread that no example was made of yet.' : '');
  if (rows.length > 0) print('npm run examples -- add <id> <enquiry> makes an example; -- done <id> sets one aside.');
}

function lineOf(row: MisreadRow): string {
  const guess = row.guessed === null ? 'no guess' : `${row.guessed} ${((row.confidence ?? 0) * 100).toFixed(0)} %`;
  const meant = row.meant === null ? '' : `, meant ${row.meant}`;
  const during = row.during === null ? '' : `, during ${row.during}`;
  const wanted = row.example_of === null ? '' : `, wanted as ${row.example_of}`;
  const about = `${row.at.toISOString().slice(0, 10)} ${row.channel} ${row.language} ${row.because}: ${guess}${meant}${during}${wanted}`;
  return `${row.id.padStart(6)}  ${row.words}\n        ${about}`;
}

interface Wanted {
  readonly id: string;
  /** Where it is not the one that somebody at the desk chose. */
  readonly enquiry?: string | undefined;
  /** Other words than were kept: with what was masked put in again, made up. */
  readonly text?: string | undefined;
  readonly language?: string | undefined;
}

export async function add({ root, misread, now, print }: Means, wanted: Wanted): Promise<void> {
  const row = await found(misread, wanted.id);
  const { enquiry = row.example_of, text = row.words, language = row.language } = wanted;
  if (enquiry === null) throw new Error(`What is it? npm run examples -- add ${row.id} repair.report`);
  const file = addExample(root, { enquiry, language, text });
  await misread.markDone(row.id, now);
  print(`${file}, ${language}: ${text}`);
  if (/\[[a-z ]+\]/.test(text))
    print('It holds what was masked: look at the line, and put made-up words in its place.');
  print('npm run examples -- effect tells what it does.');
}

export async function setAside({ misread, now, print }: Omit<Means, 'root'>, id: string): Promise<void> {
  const row = await found(misread, id);
  await misread.markDone(row.id, now);
  print(`Set aside: ${row.words}`);
}

async function found(misread: MisreadStore, id: string): Promise<MisreadRow> {
  const row = await misread.find(id);
  if (row === undefined) throw new Error(`There is no ${id} in the list: npm run examples -- list`);
  if (row.done_at !== null) throw new Error(`${id} is done already.`);
  return row;
}
