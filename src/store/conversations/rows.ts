// Between rows and values of the domain.

import {
  type Conversation,
  type ConversationState,
  newConversationState,
  type Owner,
} from '../../model/conversation.ts';
import { elsewhere, homeAddress } from '../../model/home-channel.ts';
import type { Address, Inbound, Message, MessageData } from '../../model/message.ts';
import type { Received } from '../../turn/turn.ts';

export interface ConversationRow {
  readonly id: string;
  readonly address: Address;
  readonly revision: number;
  readonly sequence: number;
  readonly taken: number;
  readonly owner: Owner['is'];
  readonly handover: string | null;
  readonly agent: string | null;
  readonly state: ConversationState | null;
  readonly started_at: Date;
}

/** What of an inbound message the log has no place for; kept so that a turn can be taken after a crash as if nothing had happened. */
export type Kept = Pick<Inbound, 'channelMessageId' | 'locale' | 'keyword' | 'identity'> & {
  /** Where it came by another channel than the conversation began on. */
  readonly address?: Address;
};

/** A customer's message as the database hands it out inside JSON. */
export interface UntakenRow {
  readonly sequence: number;
  readonly kind: 'message' | 'event';
  readonly text: string;
  readonly data: MessageData;
  readonly inbound: Kept;
  readonly at: string;
}

export interface MessageRow {
  readonly conversation: string;
  readonly sequence: number;
  readonly author: Message['author'];
  readonly kind: Message['kind'];
  readonly text: string;
  readonly language: string;
  readonly data: MessageData;
  readonly reply_to: number | null;
  readonly at: Date;
}

export function toConversation(row: ConversationRow): Conversation {
  return {
    id: row.id,
    address: row.address,
    revision: row.revision,
    taken: row.taken,
    owner: toOwner(row),
    state: row.state ?? newConversationState,
    startedAt: row.started_at,
  };
}

export function toReceived(row: UntakenRow, conversation: Conversation): Received {
  const { clientActivityId, attachments, name, value } = row.data;
  return {
    ...row.inbound,
    conversation: conversation.id,
    address: row.inbound.address ?? homeAddress(conversation),
    sequence: row.sequence,
    kind: row.kind,
    text: row.text,
    attachments: attachments ?? [],
    receivedAt: new Date(row.at),
    ...(clientActivityId === undefined ? {} : { clientActivityId }),
    ...(name === undefined ? {} : { name }),
    ...(value === undefined ? {} : { value }),
  };
}

export function toMessage(row: MessageRow): Message {
  return {
    conversation: row.conversation,
    sequence: row.sequence,
    author: row.author,
    kind: row.kind,
    text: row.text,
    language: row.language,
    data: row.data,
    at: row.at,
    ...(row.reply_to === null ? {} : { replyTo: row.reply_to }),
  };
}

export function keptOf(inbound: Inbound): Kept {
  const { channelMessageId, locale, keyword, identity, address } = inbound;
  return {
    channelMessageId,
    ...(elsewhere(inbound.conversation, address.channel) === undefined ? {} : { address }),
    ...(locale === undefined ? {} : { locale }),
    ...(keyword === undefined ? {} : { keyword }),
    ...(identity === undefined ? {} : { identity }),
  };
}

function toOwner(row: ConversationRow): Owner {
  if (row.owner === 'bot' || row.handover === null) return { is: 'bot' };
  if (row.owner === 'queue' || row.agent === null) return { is: 'queue', handover: row.handover };
  return { is: 'agent', handover: row.handover, agent: row.agent };
}

/** The three columns that an owner is kept in. */
export function ownerColumns(owner: Owner): { owner: Owner['is']; handover: string | null; agent: string | null } {
  return {
    owner: owner.is,
    handover: owner.is === 'bot' ? null : owner.handover,
    agent: owner.is === 'agent' ? owner.agent : null,
  };
}
