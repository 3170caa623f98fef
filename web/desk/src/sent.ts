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
}

export type Sent = { readonly clientMessageId: string; readonly seenSequence: number } & (
  | { readonly text: string }
  | { readonly canned: { readonly name: string; readonly values: Readonly<Record<string, string>> } }
);
