// Reads the public sets that recognisers are compared on, as they are published. They are not ours to give away: the bench is told
// the folder that holds `clinc150/data_full.json`, `banking77/{train,test}.csv` and `hwu64/{train,val,test}.csv`.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A message and the name of its intent. */
export type Row = readonly [text: string, label: string];

export interface PublicSet {
  readonly name: string;
  /** Everything published that is not for the test. */
  readonly train: readonly Row[];
  readonly test: readonly Row[];
  /** What belongs to none of the intents; only CLINC150 has it. */
  readonly outOfScope?: { readonly train: readonly string[]; readonly test: readonly string[] };
}

/** Those of the three sets that stand in the folder. */
export function readPublicSets(folder: string): readonly PublicSet[] {
  const readers: Readonly<Record<string, (path: string) => PublicSet>> = { clinc150, banking77, hwu64 };
  return Object.entries(readers).flatMap(([name, read]) =>
    existsSync(join(folder, name)) ? [read(join(folder, name))] : [],
  );
}

function clinc150(folder: string): PublicSet {
  const parts = JSON.parse(readFileSync(join(folder, 'data_full.json'), 'utf8')) as Readonly<Record<string, Row[]>>;
  const part = (name: string): readonly Row[] => {
    const rows = parts[name];
    if (rows === undefined) throw new Error(`${folder}/data_full.json has no part ${name}.`);
    return rows;
  };
  const texts = (name: string) => part(name).map(([text]) => text);
  return {
    name: 'CLINC150',
    train: [...part('train'), ...part('val')],
    test: part('test'),
    outOfScope: { train: [...texts('oos_train'), ...texts('oos_val')], test: texts('oos_test') },
  };
}

function banking77(folder: string): PublicSet {
  return { name: 'BANKING77', train: readCsv(folder, 'train'), test: readCsv(folder, 'test') };
}

function hwu64(folder: string): PublicSet {
  return {
    name: 'HWU64',
    train: [...readCsv(folder, 'train'), ...readCsv(folder, 'val')],
    test: readCsv(folder, 'test'),
  };
}

/** Two columns under a line of heads; a text in double quotes may hold commas, line breaks and doubled quotes. */
function readCsv(folder: string, part: string): readonly Row[] {
  const file = join(folder, `${part}.csv`);
  const field = '("(?:[^"]|"")*"|[^,\\n]*)';
  const line = new RegExp(`${field},${field}(?:\\n|$)`, 'gy');
  const rows = [...readFileSync(file, 'utf8').replaceAll('\r', '').matchAll(line)];
  if (rows.length < 2) throw new Error(`${file} has no rows text,category.`);
  const bare = (cell = '') => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
  return rows.slice(1).map(([, text, label]) => [bare(text), bare(label)]);
}
