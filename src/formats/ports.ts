// What the making of formats asks of others: a place for what was made, and the links that lead to it.

import type { Attachment } from '../model/message.ts';

/** What a link leads to. */
export interface Linked {
  readonly id: string;
  readonly conversation: string;
  /** BCP 47, of what it leads to. */
  readonly language: string;
  /** What it is, in that language: "Large print". Never what it is about. */
  readonly ways: string;
  readonly files: readonly Attachment[];
  /** In place of files: words that were too long for a text. */
  readonly words?: string;
  readonly until: Date;
}

export interface FormatLinks {
  /** Once for an id. False when the conversation is there no more: nothing is kept of it. */
  keep(linked: Linked, at: Date): Promise<boolean>;
  find(id: string): Promise<Linked | undefined>;
}

/** Files on disk. */
export interface MadeFiles {
  /** Durable when it resolves. Kept under the name that is given, however often it is made. */
  keepMade(file: { readonly id: string; readonly bytes: Uint8Array }): Promise<void>;
  remove(id: string): Promise<void>;
}
