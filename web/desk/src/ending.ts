// How a conversation ends, as the desk's API takes it.

export interface Ending {
  readonly outcome: string;
  readonly avoidable?: string;
  readonly topic?: string;
  readonly promise?: { readonly what: string; readonly by: string; readonly team?: string };
}

export interface WrapUpChoices {
  /** Names of enquiries. */
  readonly topics: readonly string[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
}
