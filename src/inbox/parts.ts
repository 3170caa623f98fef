// What the inbox is made of: the store, the turn, and those who are told of what it did.

import type { Logger } from '../log.ts';
import type { AuditRow } from '../model/audit.ts';
import type { Conversation } from '../model/conversation.ts';
import type { NewDelivery } from '../model/delivery.ts';
import type { Message } from '../model/message.ts';
import type { Act } from '../turn/act.ts';
import type { Refusal } from '../turn/refusal.ts';
import type { HandoverChange, Received, Turn } from '../turn/turn.ts';
import type { GatherRules } from './gather.ts';
import type { Committed, Conversations } from './ports.ts';

export interface InboxParts {
  readonly conversations: Conversations;
  /** @param attempt above 0 when a reference of the last attempt was taken: make other references */
  readonly takeTurn: (received: Received, conversation: Conversation, attempt: number) => Promise<Turn>;
  readonly takeAct: (act: Act, conversation: Conversation) => Promise<Turn | Refusal>;
  /** What the audit has of an act: written in its commit, or the act is not done. */
  readonly auditOf?: (act: Act, conversation: Conversation) => AuditRow | undefined;
  /** The turn that is committed when `takeTurn` threw: says sorry in the customer's language and offers a person. */
  readonly sorry: (received: Received, conversation: Conversation) => Turn | Promise<Turn>;
  /**
   * What of a turn goes through the outbox, its replies included where the channel needs it.
   *
   * @param origin what makes the ids of the deliveries the same each time the turn is taken: `m<sequence>` or `r<revision>`
   */
  readonly toDeliveries: (turn: Turn, conversation: Conversation, origin: string) => readonly NewDelivery[];
  readonly announce: (news: News) => void;
  readonly wakeOutbox: () => void;
  /** Told of each turn that was committed: how long it took from its message being saved. */
  readonly measured?: (channel: string, seconds: number) => void;
  /** Channels on which the assistant answers nobody for now, each with the id of its stop. */
  readonly stopped?: () => Promise<ReadonlyMap<string, string>>;
  /** How quick messages are taken together; without it each is taken by itself. */
  readonly gather?: GatherRules | undefined;
  readonly log: Logger;
  readonly clock: () => Date;
  /** How many conversations are worked on at once. */
  readonly most?: number;
}

/** A conversation has grown or changed hands. */
export interface News {
  readonly conversation: string;
  readonly messages: readonly Message[];
  readonly handover?: HandoverChange;
}

/** What an act comes to. */
export type Acted = Extract<Committed, { readonly is: 'committed' | 'repeat' | 'stale' }> | Refusal;
