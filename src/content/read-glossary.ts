// Reads `locales/glossary.csv`: what a landlord's terms are called in each language, as the catalogues say them. One term a line, one
// column a language, as Cloud Translation takes a glossary of equivalent terms: the same file can be loaded there.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from '../model/language-tag.ts';
import type { Glossary } from '../turn/translator.ts';
import { didYouMean, type Fault } from './fault.ts';

const file = 'locales/glossary.csv';

export interface ReadGlossary {
  readonly glossary: Glossary;
  readonly faults: readonly Fault[];
}

/** @param languages tags of the catalogues, each of which needs a column */
export function readGlossary(root: string, languages: readonly string[]): ReadGlossary {
  const path = join(root, file);
  if (!existsSync(path))
    return { glossary: [], faults: [{ file, message: 'is missing: a line of languages, then terms.' }] };
  const lines = readFileSync(path, 'utf8').split(/\r?\n/).map(cellsOf);
  const [head = [], ...rows] = lines;
  const tags = head.map((tag) => languageOf(tag));
  const terms = rows.map((cells, at) => ({ cells, line: at + 2 })).filter(({ cells }) => cells.join('') !== '');
  const faults = [
    ...headFaults(head, languages),
    ...terms.flatMap((row) => rowFaults(row, head)),
    ...sameFaults(terms),
  ];
  const glossary = terms.map(({ cells }) => new Map(tags.map((tag, column) => [tag, cells[column] ?? ''])));
  return { glossary, faults };
}

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

function headFaults(head: readonly string[], languages: readonly string[]): readonly Fault[] {
  const bases = head.map(languageOf);
  const twice = bases.filter((base, at) => bases.indexOf(base) !== at);
  return [
    ...(head[0] === 'en' ? [] : ['the first column must be en.']),
    ...twice.map((base) => `there are two columns for ${base}; leave one out.`),
    ...languages
      .filter((tag) => !bases.includes(languageOf(tag)))
      .map((tag) => `there is no column for ${tag}.${didYouMean(tag, head)} Add ${tag} to the first line.`),
  ].map((message) => ({ file, line: 1, message }));
}

function rowFaults({ cells, line }: Row, head: readonly string[]): readonly Fault[] {
  const [term = ''] = cells;
  if (cells.length !== head.length) {
    const message = `${term}: ${cells.length} columns where the first line has ${head.length}; put a term with a comma in quotes.`;
    return [{ file, line, message }];
  }
  return head.flatMap((tag, column) => {
    const cell = cells[column] ?? '';
    const message = cell === '' ? `${term}: write what it is called in ${tag}.` : cellFault(term, cell);
    return message === undefined ? [] : [{ file, line, message }];
  });
}

function cellFault(term: string, cell: string): string | undefined {
  if (cell !== cell.trim()) return `${term}: take away the space around “${cell.trim()}”.`;
  return /['"]/.test(cell) ? `${term}: “${cell}” has a straight quote; use ’ “ ”.` : undefined;
}

function sameFaults(terms: readonly Row[]): readonly Fault[] {
  const seen = new Map<string, number>();
  return terms.flatMap(({ cells: [term = ''], line }) => {
    const first = seen.get(term.toLowerCase());
    seen.set(term.toLowerCase(), first ?? line);
    return first === undefined ? [] : [{ file, line, message: `${term} is in line ${first} already; leave one out.` }];
  });
}

/** RFC 4180 but for line breaks within quotes, which no term has. */
function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );
}
