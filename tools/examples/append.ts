// Puts one more example into the file beside its dialog, under its language: everything else in the file stays as it is written.

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCollection, isNode, parse, parseDocument, stringify } from 'yaml';
import { readSources } from '../../src/content/training/sources.ts';
import { plainWords } from '../../src/model/plain-words.ts';

export interface NewExample {
  readonly enquiry: string;
  readonly language: string;
  readonly text: string;
}

/** @throws Error that says what is wrong with it; then nothing was written. @returns the file, below the root */
export function addExample(root: string, { enquiry, language, text }: NewExample): string {
  const example = { enquiry, language, text: text.replace(/[\s\p{Cc}]+/gu, ' ').trim() };
  refuse(root, example);
  const file = join('dialogs', `${enquiry.split('.').join('/')}.examples.yaml`);
  const grown = withExample(readFileSync(join(root, file), 'utf8'), example);
  // Renamed into place: who reads it meanwhile never sees half a file.
  const unfinished = join(root, `${file}.${process.pid}`);
  writeFileSync(unfinished, grown);
  renameSync(unfinished, join(root, file));
  return file;
}

function refuse(root: string, { enquiry, language, text }: NewExample): void {
  const { labels, examples } = readSources(root).enquiries;
  if (!labels.includes(enquiry)) {
    throw new Error(`There is no enquiry ${enquiry} with examples. There are ${labels.join(', ')}.`);
  }
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language)) {
    throw new Error(`${language} is no language tag such as en, cy or pl: --language says which it is.`);
  }
  if (!/\p{L}/u.test(text)) throw new Error('There are no words in it.');
  const same = examples.find((each) => plainWords(each.text) === plainWords(text));
  if (same !== undefined) throw new Error(`It is an example of ${labels[same.label]} already: “${same.text}”.`);
}

/** Exported for its test: the source with one line more. */
export function withExample(source: string, { language, text }: Pick<NewExample, 'language' | 'text'>): string {
  const line = stringify(text, { lineWidth: 0 }).trimEnd();
  const grown = inserted(source, language, line);
  const before = parse(source) ?? {};
  const expected = { ...before, [language]: [...(before[language] ?? []), text] };
  if (JSON.stringify(parse(grown)) !== JSON.stringify(expected)) {
    throw new Error('The file would not read as it should with this example in it: add it by hand.');
  }
  return grown;
}

function inserted(source: string, language: string, line: string): string {
  const whole = source === '' || source.endsWith('\n') ? source : `${source}\n`;
  const list = parseDocument(whole).get(language, true);
  if (list === undefined) return `${whole}${stringify(language).trimEnd()}:\n  - ${line}\n`;
  const last = isCollection(list) && !list.flow ? list.items.at(-1) : undefined;
  if (!isNode(last) || !last.range) throw new Error(`${language} is not written as a list of lines: add it by hand.`);
  const [start, end] = last.range;
  const lineStart = whole.lastIndexOf('\n', start - 1) + 1;
  const indent = /^ */.exec(whole.slice(lineStart))?.[0] ?? '';
  // A block of several lines ends with its own line break; what stands behind a plain one on its line stays there.
  const at = whole[end - 1] === '\n' ? end : whole.indexOf('\n', end) + 1;
  return `${whole.slice(0, at)}${indent}- ${line}\n${whole.slice(at)}`;
}
