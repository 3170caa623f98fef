// What agents tell each other, as the store keeps it; and the words that are not sent yet.

export interface Note {
  readonly id: string;
  readonly agent: string;
  readonly text: string;
  readonly at: Date;
  /** Ids of those whom it is for. */
  readonly mentions: readonly string[];
  /** They are asked to answer. */
  readonly asks: boolean;
}

export interface Mention extends Note {
  readonly conversation: string;
}

export interface NoteStore {
  notes(conversation: string): Promise<readonly Note[]>;
  /** What is for an agent and was not read by them; the oldest first. */
  unreadMentions(agent: string): Promise<readonly Mention[]>;
  /** All that is for them in a conversation. A question stays until they answered it. */
  mentionsRead(conversation: string, agent: string): Promise<void>;
  /** They wrote a note of their own there. */
  mentionsAnswered(conversation: string, agent: string): Promise<void>;
}

export interface Draft {
  readonly text: string;
  /** The id under which the words are under way: sent again under it they are one message. */
  readonly sendingAs?: string;
  readonly at: Date;
}

export interface DraftStore {
  draft(conversation: string, agent: string): Promise<Draft | undefined>;
  /** No words: there is none any more. */
  keepDraft(of: { readonly conversation: string; readonly agent: string }, draft: Draft): Promise<void>;
}
