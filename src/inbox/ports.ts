// What the inbox asks of the store.

import type { AuditRow } from '../model/audit.ts';
import type { Conversation, Owner } from '../model/conversation.ts';
import type { NewDelivery } from '../model/delivery.ts';
import type { ChannelName, Inbound, Message } from '../model/message.ts';
import type { Received, Turn } from '../turn/turn.ts';

export interface Conversations {
  /**
   * Saves a message once under its channel's own id and the conversation's next number; makes the conversation if it is new.
   * Durable when it resolves. Saves that are ready together share a transaction.
   */
  save(inbound: Inbound): Promise<{ readonly is: 'saved' | 'repeat'; readonly sequence: number }>;

  /**
   * The conversation and its customer messages that no turn has answered yet, in order.
   *
   * @param fresh what this process knows may be older than the database; a commit finds that out, a refusal does not
   */
  load(
    conversation: string,
    fresh?: 'fresh',
  ): Promise<{ readonly conversation: Conversation; readonly untaken: readonly Received[] } | undefined>;

  /**
   * Writes all that a turn or act made, in one transaction, if revision and owner are still what the turn saw.
   * Commits that are ready together share a transaction, each with its own check.
   */
  commit(commit: Commit): Promise<Committed>;

  /** Conversations with messages that no turn has answered, older than `before`: a process died between save and turn. */
  unanswered(before: Date, limit: number): Promise<readonly string[]>;
}

export interface Commit {
  readonly conversation: string;
  /** What the turn saw. */
  readonly revision: number;
  readonly owner: Owner;
  /** By which channel its customer was reached then: who has gone on by another is answered there. */
  readonly reached: ChannelName;
  /** Sequence of the message that it answers; unchanged for an act. */
  readonly taken: number;
  readonly turn: Turn;
  readonly deliveries: readonly NewDelivery[];
  /** Service time of the commit. */
  readonly at: Date;
  /** An agent's message: its id at the desk, so that it is written once. */
  readonly clientMessageId?: string;
  /** What the audit has of an agent's act. */
  readonly audit?: AuditRow;
  /** An agent's message: refused when a customer message above this number is there. */
  readonly seenSequence?: number;
}

export type Committed =
  | { readonly is: 'committed'; readonly messages: readonly Message[]; readonly revision: number }
  /** Somebody else committed first: load again and take the turn again. */
  | { readonly is: 'lost' }
  /** A case of somebody else has this turn's reference already: take the turn again with other references. */
  | { readonly is: 'reference-taken' }
  /** `clientMessageId` was written before. */
  | { readonly is: 'repeat'; readonly messages: readonly Message[] }
  /** The tenant wrote after `seenSequence`. */
  | { readonly is: 'stale'; readonly sequence: number };
