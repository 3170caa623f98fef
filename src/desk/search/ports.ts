// What a search at the desk asks of the store.

export interface SearchStore {
  /** The conversations in which all these words were written in one line, those first in which it was last; with the latest such lines. */
  said(
    text: string,
    teams: readonly string[],
  ): Promise<readonly { readonly conversation: string; readonly sequences: readonly number[] }[]>;
  /** What was opened under a reference, by our own record. */
  opened(reference: string): Promise<
    readonly {
      readonly reference: string;
      readonly conversation: string;
      readonly enquiry: string;
      readonly restricted: boolean;
    }[]
  >;
  /** Theirs on file, or by text from a number; the one that was heard of last first. */
  conversationsOf(
    who: { readonly people: readonly string[]; readonly number?: string | undefined },
    teams: readonly string[],
  ): Promise<readonly { readonly id: string; readonly person: string | null }[]>;
}
