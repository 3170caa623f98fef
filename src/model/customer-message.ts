// A customer's message as the log shows it: the same words, numbered. The store writes it so and the inbox announces it so.

import { elsewhere } from './home-channel.ts';
import type { Inbound, Message, MessageData } from './message.ts';

/** The language is not known before the turn; `und` says so. */
export function customerMessage(inbound: Inbound, sequence: number): Message {
  return {
    conversation: inbound.conversation,
    sequence,
    author: 'customer',
    kind: inbound.kind,
    text: inbound.text,
    language: 'und',
    data: dataOf(inbound),
    at: inbound.receivedAt,
  };
}

function dataOf(inbound: Inbound): MessageData {
  const channel = elsewhere(inbound.conversation, inbound.address.channel);
  return {
    ...(inbound.clientActivityId === undefined ? {} : { clientActivityId: inbound.clientActivityId }),
    ...(inbound.attachments.length === 0 ? {} : { attachments: inbound.attachments }),
    ...(inbound.name === undefined ? {} : { name: inbound.name }),
    ...(inbound.value === undefined ? {} : { value: inbound.value }),
    ...(channel === undefined ? {} : { channel }),
  };
}
