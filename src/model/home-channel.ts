// The channel that a conversation began on. Web and texts can be two ends of one conversation: what passed at the other end says so.

import type { Conversation } from './conversation.ts';
import type { Address, ChannelName, Message } from './message.ts';

/** Undefined for a channel whose conversations stay on it. */
export function homeOf(conversation: string): 'web' | 'sms' | undefined {
  if (conversation.startsWith('web-')) return 'web';
  return conversation.startsWith('sms-') ? 'sms' : undefined;
}

/** The channel, where it is not the one that the conversation began on. */
export function elsewhere(conversation: string, channel: ChannelName): 'web' | 'sms' | undefined {
  const home = homeOf(conversation);
  return home === undefined || channel === home || channel === 'bot-framework' ? undefined : channel;
}

/** By which channel a line of the log went. */
export function channelOf({ conversation, data }: Pick<Message, 'conversation' | 'data'>): 'web' | 'sms' | undefined {
  return data.channel ?? homeOf(conversation);
}

/** Where a message came from that does not say that it came by the other end. */
export function homeAddress({ id, address, state }: Pick<Conversation, 'id' | 'address' | 'state'>): Address {
  const home = homeOf(id);
  if (home === undefined || address.channel === home) return address;
  const { user = '', number = '', ours = '', account = '' } = state.line ?? {};
  return home === 'web' ? { channel: 'web', user } : { channel: 'sms', number, ours, account };
}
