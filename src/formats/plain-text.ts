// Plain text for an e-mail: short lines, links bare, and no stars, rules or frames, which a screen reader reads out one by one.

import type { DocumentPart, WrittenDocument } from '../model/document.ts';
import type { FormatMaker } from './maker.ts';
import type { Say } from './print/draft.ts';
import { formatStem } from './stem.ts';

/** What every mail program shows without breaking it again: RFC 5322 2.1.1 advises 78, and replies put marks in front. */
const width = 72;
const end = '\r\n';

export function createPlainText({ say }: { readonly say: Say }): FormatMaker {
  return {
    format: 'plain-text',
    canMake: () => true,
    async make(document) {
      const text =
        blocksOf(document, say)
          .map(wrapped)
          .join(end + end) + end;
      return [{ bytes: Buffer.from(text, 'utf8'), kind: 'txt', stem: formatStem(['plain-text'], document.language) }];
    },
  };
}

/** Lines that belong together, with an empty one between. */
function blocksOf(document: WrittenDocument, say: Say): readonly (readonly string[])[] {
  const { title, from, on, reference, language, parts } = document;
  const written = say('written.on', language, { on });
  const told = reference === undefined ? [] : [say('written.reference', language, { reference })];
  return [[title], [from, written, ...told], ...parts.map(linesOf)].filter((lines) =>
    lines.some((each) => each.trim()),
  );
}

function linesOf(part: DocumentPart): readonly string[] {
  switch (part.is) {
    case 'heading':
    case 'paragraph':
      return part.text.split(/\r?\n/);
    case 'list':
      return part.items;
    case 'facts':
      return part.rows.map(({ name, value }) => `${name}: ${value}`);
    case 'said':
      return [`${part.by}, ${part.at}:`, ...part.text.split(/\r?\n/)];
  }
}

function wrapped(lines: readonly string[]): string {
  return lines.flatMap(inWidth).join(end);
}

/** Between words; a link that is longer stays whole, or it would be none. */
function inWidth(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && lengthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** As a reader counts: a letter with its marks is one. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of graphemes.segment(text)) length += 1;
  return length;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
