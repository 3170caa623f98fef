// What an agent can send: their own words, or a reply that the catalogues have.

export interface CannedReply {
  readonly name: string;
  readonly needs: readonly { readonly name: string; readonly kind: 'date' | 'text' }[];
  readonly agent: string;
  readonly tenant?: string;
}

export interface CannedReplies {
  readonly agentLanguage: string;
  readonly tenantLanguage: string;
  readonly replies: readonly CannedReply[];
  readonly macros: readonly DeskMacro[];
}

/** Several things that are done by one name; each step has one of these. */
export interface DeskMacro {
  readonly name: string;
  /** By language. */
  readonly label: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly reply?: string;
    readonly note?: string;
    readonly hold?: { readonly minutes: number; readonly reason: string };
    readonly transfer?: { readonly team: string };
    readonly wrapUp?: {
      readonly outcome: string;
      readonly topic?: string;
      readonly promise?: { readonly what: string };
    };
  }[];
}

/** Somebody else may read it there, and it is sent all the same. */
export interface Revealing {
  readonly reveals?: true;
}

export type Sent = Revealing & {
  readonly clientMessageId: string;
  readonly seenSequence: number;
} & (
    | { readonly text: string }
    | { readonly canned: { readonly name: string; readonly values: Readonly<Record<string, string>> } }
  );
