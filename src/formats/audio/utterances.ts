// A document in the order in which it is read out: what is said, by which language's voice, and how long it is quiet after it.

import type { DocumentPart, WrittenDocument } from '../../model/document.ts';
import type { Say } from '../print/draft.ts';
import { spelled } from './spelled.ts';

export interface Utterance {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  readonly restMs: number;
}

const rests = { title: 700, line: 400, item: 500, paragraph: 600, heading: 700 } as const;
/** The service elsewhere takes 5,000 bytes at a time, and a script may need three for a letter. */
const mostCharacters = 1_200;

export function utterancesOf(document: WrittenDocument, say: Say): readonly Utterance[] {
  const { language, reference, on } = document;
  const head: readonly (readonly [string, number])[] = [
    [document.title, rests.title],
    [document.from, rests.line],
    [say('written.on', language, { on }), rests.line],
    ...(reference === undefined ? [] : [[say('written.reference', language, { reference }), rests.title] as const]),
  ];
  const lines = [
    ...head.map(([text, restMs]) => ({ text, restMs, language })),
    ...document.parts.flatMap((part) => linesOf(part, language)),
  ];
  return lines.flatMap(inPieces).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function linesOf(part: DocumentPart, main: string): readonly Utterance[] {
  if (part.is === 'facts') {
    return part.rows.map(({ name, value }) => ({ text: `${name}: ${value}`, language: main, restMs: rests.item }));
  }
  const language = part.language ?? main;
  if (part.is === 'list') return part.items.map((text) => ({ text, language, restMs: rests.item }));
  if (part.is !== 'said') return [{ text: part.text, language, restMs: rests[part.is] }];
  return [
    { text: `${part.by}, ${part.at}`, language: main, restMs: rests.line },
    { text: part.text, language, restMs: rests.paragraph },
  ];
}

/** A message of a conversation, by itself. */
export function utterancesIn(text: string, language: string): readonly Utterance[] {
  return inPieces({ text, language, restMs: 0 }).filter((each) => /[\p{L}\p{N}]/u.test(each.text));
}

/** Long texts in pieces that end with a sentence, else with a word. */
function inPieces({ text, language, restMs }: Utterance): readonly Utterance[] {
  const words = spelled(text, language).replace(/\s+/g, ' ').trim();
  const pieces =
    words.match(
      new RegExp(
        `.{1,${mostCharacters}}(?:(?<=[.!?؟۔।])(?= )|$)|.{1,${mostCharacters}}(?= |$)|.{1,${mostCharacters}}`,
        'gu',
      ),
    ) ?? [];
  return pieces.map((piece, at) => ({ text: piece.trim(), language, restMs: at === pieces.length - 1 ? restMs : 0 }));
}
