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
}

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
