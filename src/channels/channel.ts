// The contract of a door for customers, and what a door is given. Doors are strangers to the store: app.ts hands these in.

import type { Conversation } from '../model/conversation.ts';
import type { Inbound, Message } from '../model/message.ts';
import type { Receipt } from '../model/receipt.ts';

/** Saves a message once, numbered, before anything is acknowledged. */
export interface Inbox {
  /**
   * Saves, and starts the conversation's turn. Resolves when the message is durable: only then may a door answer 2xx.
   *
   * @throws OutsideError (retryable) when it could not be saved: answer so that the sender tries again
   */
  accept(inbound: Inbound): Promise<Accepted>;
}

export interface Accepted {
  /** `repeat`: this channelMessageId was saved before; nothing was done. */
  readonly is: 'saved' | 'repeat';
  readonly sequence: number;
  /** Settles when the turn that answers this message is committed (or could not be taken now; it will be later). Never rejects. */
  readonly answered: Promise<void>;
}

/** The conversation's log. */
export interface Log {
  /** Messages with a sequence above `after`, in order, at most `limit`. */
  read(conversation: string, after: number, limit?: number): Promise<readonly Message[]>;
  find(conversation: string): Promise<Conversation | undefined>;
}

/** Tells those who watch a conversation that it has grown, on this instance and on others. */
export interface Hub {
  /** `heard` is called with new messages in order, or with none when there may be more to read. Returns the way to stop. */
  watch(conversation: string, heard: (messages: readonly Message[]) => void): () => void;
  /** Typing is a lease, told on sockets only, kept nowhere. */
  watchTyping(conversation: string, heard: (from: 'agent' | 'customer' | 'service') => void): () => void;
  typing(conversation: string, from: 'agent' | 'customer' | 'service'): void;
  /** So are receipts. */
  watchReceipts(conversation: string, heard: (receipt: Receipt) => void): () => void;
  receipt(conversation: string, receipt: Receipt): void;
}

/** Where somebody stands who waits for a person. */
export interface Place {
  /** 1 is next. */
  readonly position: number;
  /** What is left of how long others waited of late; undefined where that says nothing. */
  readonly waitMinutes?: number | undefined;
}

/** By conversation, as it is now: of all who wait. Asked often, and answered from one look for all. */
export type WaitingPlaces = () => Promise<ReadonlyMap<string, Place>>;

/** Counts against a limit across instances when Redis is there, per process when it is not. Never fails. */
export interface RateLimit {
  /** True when it may go on; else how long to wait. */
  take(key: string): Promise<{ readonly allowed: true } | { readonly allowed: false; readonly retryAfterMs: number }>;
}

/** What a channel can carry; the reply is shaped by it. */
export interface Capabilities {
  /** Options become buttons; else they are numbered in the text. */
  readonly buttons: boolean;
  /** All replies of a turn go out as one message. */
  readonly oneMessagePerTurn: boolean;
  readonly attachments: boolean;
}
