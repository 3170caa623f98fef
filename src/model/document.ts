// A letter, a reply or a transcript as what it is made of, before it is anything that can be seen, heard or felt. Every format is made
// of the same parts, so that none says less than another.

export interface WrittenDocument {
  /** In plain words, as its first heading: "Your complaint". */
  readonly title: string;
  /** BCP 47; of every part that names none of its own. Decides script, direction, voice and Braille table. */
  readonly language: string;
  /** Whose letter it is: the landlord’s name as tenants know it. */
  readonly from: string;
  /** The day that stands on it: ISO date, in the landlord’s time zone. */
  readonly on: string;
  /** Of the case that it is about; stands at its top and is never translated. */
  readonly reference?: string;
  /** In reading order. */
  readonly parts: readonly DocumentPart[];
  /** Which standard letter this is, where it is one. Only these have an easy read version: people wrote it, and chose its pictures. */
  readonly letter?: StandardLetter;
}

/** What happened, with what its sentences name. Days are ISO dates in the landlord's time zone. */
export type StandardLetter =
  /** We have a complaint; its answer comes by a day. */
  | { readonly is: 'complaint-acknowledged'; readonly by: string }
  /** We said yes to an adjustment. `what` in few words, in the document's language: “letters in large print”. */
  | { readonly is: 'adjustment-agreed'; readonly what: string }
  /** A visit was booked. `time` as it is to be read: “between 8am and 1pm”. */
  | { readonly is: 'repair-booked'; readonly on: string; readonly time: string }
  /** Somebody asked for a format, a language or an interpreter; it comes by a day. `what` as for an adjustment. */
  | { readonly is: 'request-made'; readonly what: string; readonly by: string }
  /** We ring back by the end of a day. */
  | { readonly is: 'call-back'; readonly by: string };

export type LetterName = StandardLetter['is'];

export type DocumentPart =
  | { readonly is: 'heading'; readonly text: string; readonly language?: string }
  | { readonly is: 'paragraph'; readonly text: string; readonly language?: string }
  | { readonly is: 'list'; readonly items: readonly string[]; readonly language?: string }
  /** Name and value side by side: what was asked for, by when, who answers. */
  | { readonly is: 'facts'; readonly rows: readonly { readonly name: string; readonly value: string }[] }
  /** A line of a conversation. `at` as it is to be read, in the document's language. */
  | {
      readonly is: 'said';
      readonly by: string;
      readonly at: string;
      readonly text: string;
      readonly language?: string;
    };

/** As profiles, packs and cases name them. */
export const formatNames = ['large-print', 'audio', 'braille', 'easy-read', 'coloured-paper', 'plain-text'] as const;
export type FormatName = (typeof formatNames)[number];

/** Tints of paper that print can be read on better than on white; the text on them stays black. */
export const paperColours = ['cream', 'yellow', 'blue', 'green', 'pink'] as const;
export type PaperColour = (typeof paperColours)[number];
