// What a printed format is to hold, before fonts: every text with its language, in reading order. Crosses to the process that prints.

import type { DocumentPart, WrittenDocument } from '../../model/document.ts';

/** Words and the language that they are in (BCP 47): it decides font, direction and voice. */
export interface Text {
  readonly text: string;
  readonly language: string;
}

export type DraftPart =
  | { readonly is: 'heading' | 'paragraph' | 'small'; readonly text: Text }
  | { readonly is: 'list'; readonly items: readonly Text[] }
  | { readonly is: 'facts'; readonly rows: readonly { readonly name: Text; readonly value: Text }[] }
  | { readonly is: 'said'; readonly by: Text; readonly at: Text; readonly text: Text }
  /** A sentence with a picture (SVG) beside it that says nothing more. */
  | { readonly is: 'pictured'; readonly text: Text; readonly picture: string };

export interface Draft {
  readonly title: Text;
  readonly from: Text;
  /** The day as it is to be read. */
  readonly on: Text;
  /** Year, month and day, for the properties of the file. */
  readonly date: readonly [number, number, number];
  /** The reference in a sentence, and as it stands at the foot of each page. */
  readonly reference?: Text;
  readonly mark?: Text;
  readonly points: number;
  /** `#rrggbb`. */
  readonly paper: string;
  readonly ink: string;
  readonly parts: readonly DraftPart[];
}

/** Words that stand on every letter, in a language. */
export type Say = (key: string, language: string, values: Readonly<Record<string, string>>) => string;

export interface Look {
  readonly points: number;
  readonly paper: string;
  readonly ink: string;
}

/** A document as it is drafted for print; another body in `parts` stands in for its own. */
export function draftOf(
  document: WrittenDocument,
  { look, say, parts }: { readonly look: Look; readonly say: Say; readonly parts?: readonly DraftPart[] },
): Draft {
  const { language, reference } = document;
  const here = (text: string): Text => ({ text, language });
  const [year = 0, month = 1, day = 1] = document.on.split('-').map(Number);
  return {
    title: here(document.title),
    from: here(document.from),
    on: here(say('written.on', language, { on: document.on })),
    date: [year, month, day],
    ...(reference === undefined
      ? {}
      : { reference: here(say('written.reference', language, { reference })), mark: here(reference) }),
    ...look,
    parts: parts ?? document.parts.filter(hasWords).map((part) => drafted(part, language)),
  };
}

/** An empty list is none: a reader would be told of a list and find nothing in it. */
function hasWords(part: DocumentPart): boolean {
  if (part.is === 'list') return part.items.length > 0;
  if (part.is === 'facts') return part.rows.length > 0;
  return part.text.trim() !== '';
}

function drafted(part: DocumentPart, language: string): DraftPart {
  const of = 'language' in part && part.language !== undefined ? part.language : language;
  const text = (words: string, its = of): Text => ({ text: words, language: its });
  switch (part.is) {
    case 'list':
      return { is: 'list', items: part.items.map((item) => text(item)) };
    case 'facts':
      return { is: 'facts', rows: part.rows.map(({ name, value }) => ({ name: text(name), value: text(value) })) };
    case 'said':
      return { is: 'said', by: text(part.by, language), at: text(part.at, language), text: text(part.text) };
    default:
      return { is: part.is, text: text(part.text) };
  }
}
