// Builders of messages, turns and commits for tests of the store and the inbox.

import type { Commit } from '../../src/inbox/ports.ts';
import { type Conversation, newConversationState } from '../../src/model/conversation.ts';
import type { NewDelivery } from '../../src/model/delivery.ts';
import type { Inbound } from '../../src/model/message.ts';
import type { Outgoing, Turn } from '../../src/turn/turn.ts';

let count = 0;

/** An id that no other test uses, also when the database is shared. */
export function freshId(kind: string): string {
  count += 1;
  return `${kind}-${process.pid}-${count}`;
}

export function anInbound(more: Partial<Inbound> = {}): Inbound {
  return {
    conversation: freshId('conversation'),
    address: { channel: 'web', user: 'dl_tenant' },
    channelMessageId: freshId('message'),
    kind: 'message',
    text: 'no heating since Tuesday',
    attachments: [],
    receivedAt: new Date(),
    ...more,
  };
}

export function aReply(text: string, more: Partial<Outgoing> = {}): Outgoing {
  return { author: 'service', kind: 'message', text, language: 'en', data: {}, ...more };
}

export function aTurn(more: Partial<Turn> = {}): Turn {
  return {
    state: newConversationState,
    owner: { is: 'bot' },
    replies: [aReply('Which room is it in?')],
    effects: [],
    facts: [],
    cases: [],
    promises: [],
    failedProofs: [],
    ...more,
  };
}

export function aCommit(conversation: Conversation, more: Partial<Commit> = {}): Commit {
  return {
    conversation: conversation.id,
    revision: conversation.revision,
    owner: conversation.owner,
    reached: conversation.address.channel,
    taken: conversation.taken,
    turn: aTurn(),
    deliveries: [],
    at: new Date(),
    ...more,
  };
}

export function aText(key: string, more: Partial<NewDelivery> = {}): NewDelivery {
  const conversation = freshId('conversation');
  const payload = { to: '+447700900101', text: 'Thank you', conversation };
  return { kind: 'sms.send', payload, id: freshId('delivery'), key, ...more } as NewDelivery;
}
