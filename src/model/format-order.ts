// What is to be made in another format, for whom: left by a turn with the request that it belongs to, made by the outbox.

import type { Spoken } from './conversation.ts';
import type { FormatName, PaperColour, StandardLetter } from './document.ts';

/** How it is wished, where somebody said so. */
export interface FormatWish {
  readonly points?: 18 | 24;
  readonly colour?: PaperColour;
  readonly grade?: 1 | 2;
}

/**
 * What is made. Phrases are kept as keys with values rather than as words, so that they can be said in the language that was asked for;
 * what people wrote is read from the log when it is made, and stays as it was written.
 */
export type OrderAbout =
  /** The last that was said to them before a message. */
  | { readonly is: 'reply'; readonly before: number; readonly said: readonly Spoken[] }
  /** Both sides, up to a message. */
  | { readonly is: 'conversation'; readonly before: number }
  /** A case as the housing system has it, and what they were told of it. */
  | {
      readonly is: 'case';
      readonly reference: string;
      readonly said: readonly Spoken[];
      /** Which of the letters it is that have an easy read version, where it is one. */
      readonly letter?: StandardLetter;
    };

export interface FormatOrder {
  /** Of the request for it, which people keep if it cannot be made. */
  readonly reference: string;
  readonly conversation: string;
  /** All of them of one and the same document. */
  readonly formats: readonly FormatName[];
  /** BCP 47. */
  readonly language: string;
  readonly wish: FormatWish;
  readonly about: OrderAbout;
  /** Who makes it by which day, if it cannot be made here. */
  readonly owner: string;
  readonly by: string;
}
