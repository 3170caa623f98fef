// Letters in Braille: pages for an embosser (BRF), and Unicode Braille for a Braille display, whose lines are as long as it likes.

import type { DocumentPart, WrittenDocument } from '../../model/document.ts';
import { languageOf } from '../../model/language-tag.ts';
import type { FormatMaker } from '../maker.ts';
import type { Say } from '../print/draft.ts';
import { formatStem } from '../stem.ts';
import { createLiblouis, type Liblouis } from './liblouis.ts';
import { type Block, brf, emptyCell, pagesOf } from './pages.ts';
import { brailleCode, brailleLanguages, tableOf } from './tables.ts';
import { type Text, transcribe } from './transcriber.ts';

type Drafted = Omit<Block, 'cells'> & Text;

/**
 * Looks which languages this machine can write: none without liblouis, then people make Braille.
 *
 * @param program of liblouis; `lou_translate`, wherever the path has it
 */
export async function openBraille({
  say,
  program,
}: {
  readonly say: Say;
  readonly program?: string;
}): Promise<FormatMaker> {
  const liblouis = createLiblouis(program === undefined ? {} : { program });
  const looks = await Promise.all(brailleLanguages.map(async (each) => (await isWritten(each, liblouis)) && each));
  const languages = new Set(looks.filter((each) => each !== false));
  return {
    format: 'braille',
    canMake: (language) => languages.has(languageOf(language)),
    async make(document, { grade = 1 }) {
      const drafted = draftOf(document, say);
      const cells = await transcribe(drafted, grade, liblouis);
      const blocks = drafted
        .map((draft, at): Block => ({ ...draft, cells: cells[at] ?? '' }))
        .filter((block) => block.cells !== '');
      const { language } = document;
      const code = brailleCode(language);
      const made = `g${grade === 2 && code?.contracted !== undefined ? 2 : 1}`;
      return [
        { bytes: brf(pagesOf(blocks)), kind: 'brf', stem: formatStem(['braille', made], language) },
        { bytes: display(blocks), kind: 'txt', stem: formatStem(['braille', made, 'display'], language) },
      ];
    },
  };
}

async function isWritten(language: string, liblouis: Liblouis): Promise<boolean> {
  const code = brailleCode(language);
  if (code === undefined) return false;
  const look = (grade: 1 | 2) => liblouis.translate(tableOf(code, grade), ['1']);
  return Promise.all([look(1), look(2)]).then(
    () => true,
    () => false,
  );
}

const title = { first: 0, next: 0, isCentred: true, staysWithNext: true };
const heading = { first: 4, next: 4, hasSpace: true, staysWithNext: true };
const top = { first: 0, next: 2 };
const item = { first: 0, next: 2 };
const paragraph = { first: 2, next: 0 };

function draftOf(document: WrittenDocument, say: Say): readonly Drafted[] {
  const { language, reference, on } = document;
  const here = (text: string): Text => ({ text, language });
  return [
    { ...title, ...here(document.title) },
    { ...top, hasSpace: true, ...here(document.from) },
    { ...top, ...here(say('written.on', language, { on })) },
    ...(reference === undefined ? [] : [{ ...top, ...here(say('written.reference', language, { reference })) }]),
    ...document.parts.flatMap((part, at) => drafted(part, { language, isFirst: at === 0 })),
  ];
}

function drafted(
  part: DocumentPart,
  { language, isFirst }: { language: string; isFirst: boolean },
): readonly Drafted[] {
  const own = 'language' in part && part.language !== undefined ? part.language : language;
  const spaced = isFirst ? { hasSpace: true } : {};
  switch (part.is) {
    case 'heading':
      return [{ ...heading, text: part.text, language: own }];
    case 'paragraph':
      return [{ ...paragraph, ...spaced, text: part.text, language: own }];
    case 'list':
      return part.items.map((text, at) => ({ ...item, ...(at === 0 && { hasSpace: true }), text, language: own }));
    case 'facts':
      return part.rows.map(({ name, value }, at) => ({
        ...item,
        ...(at === 0 && { hasSpace: true }),
        text: `${name}: ${value}`,
        language,
      }));
    case 'said':
      return [
        { ...item, hasSpace: true, staysWithNext: true, text: `${part.by}, ${part.at}`, language },
        { ...paragraph, text: part.text, language: own },
      ];
  }
}

/** A line for each block; the display breaks it where it ends. */
function display(blocks: readonly Block[]): Uint8Array {
  const lines = blocks.flatMap(({ cells, hasSpace }) => [
    ...(hasSpace ? [''] : []),
    cells.replaceAll(emptyCell, ' ').trim(),
  ]);
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8');
}
