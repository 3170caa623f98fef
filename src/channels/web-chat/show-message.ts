// Message → Activity, as Web Chat wants it. The fields of `channelData` are a contract with other clients.

import { adaptiveCard } from '../../model/card.ts';
import type { Attachment, Message, MessageData } from '../../model/message.ts';
import { messageId } from '../../model/message.ts';
import { deliveredName, type Receipt, readReceiptName } from '../../model/receipt.ts';

export type Activity = Readonly<Record<string, unknown>>;

export interface View {
  /** Whose eyes it is for: the user of the token. */
  readonly user: string;
  /** What the service is called. */
  readonly serviceName: string;
  linkTo(attachment: Attachment): string;
}

export function showMessage(message: Message, view: View): Activity {
  const { conversation, sequence, data, replyTo } = message;
  const isMessage = message.kind === 'message';
  return {
    type: isMessage ? 'message' : eventType(data.name),
    id: messageId(conversation, sequence),
    timestamp: message.at.toISOString(),
    channelId: 'directline',
    conversation: { id: conversation },
    from: fromOf(message, view),
    ...(replyTo === undefined ? {} : { replyToId: messageId(conversation, replyTo) }),
    ...(isMessage ? wordsOf(message) : { name: data.name ?? '' }),
    ...(data.value === undefined ? {} : { value: data.value }),
    ...(message.author === 'customer' || !isMessage ? {} : asking(data)),
    ...attachmentsOf(message, view),
    channelData: channelDataOf(message),
  };
}

/** The end of a conversation is an activity of its own type. */
function eventType(name: string | undefined): string {
  return name === 'endOfConversation' ? name : 'event';
}

/** Typing is shown on sockets only and is no line of the log. Web Chat ends it at the next message of the same `from.id`. */
export function showTyping(conversation: string, from: 'agent' | 'service', view: View): Activity {
  return {
    type: 'typing',
    channelId: 'directline',
    conversation: { id: conversation },
    from: { id: idOf[from], name: view.serviceName, role: 'bot' },
  };
}

/** How far an agent has read, as Bot Framework tells it. Shown on sockets only, like typing; clients that do not know it leave it. */
export function showReceipt(conversation: string, { as, sequence }: Receipt): Activity {
  const id = messageId(conversation, sequence);
  return {
    type: 'event',
    ...(as === 'read'
      ? { name: readReceiptName, value: { lastReadMessageId: id } }
      : { name: deliveredName, value: { lastDeliveredMessageId: id } }),
    channelId: 'directline',
    conversation: { id: conversation },
    from: { id: idOf.agent, role: 'bot' },
  };
}

/** Tenants see the name that an agent goes by, never the id that the desk knows them by. */
const idOf = { agent: 'agent', service: 'doorstep' } as const;

function fromOf({ author, data }: Message, view: View) {
  if (author === 'customer') return { id: view.user, role: 'user' };
  return { id: idOf[author], name: data.agentName ?? view.serviceName, role: 'bot' };
}

function wordsOf(message: Message) {
  return {
    text: message.text,
    textFormat: 'plain',
    ...(message.language === 'und' ? {} : { locale: message.language }),
  };
}

/** A messageBack sends the label as the customer's words, which they then see, and the value beside it for us. */
function asking({ asks, options = [] }: MessageData) {
  const actions = options.map(({ value, label }) => {
    return { type: 'messageBack', title: label, displayText: label, text: label, value };
  });
  return {
    inputHint: asks === undefined ? 'acceptingInput' : 'expectingInput',
    ...(actions.length === 0 ? {} : { suggestedActions: { actions } }),
  };
}

function attachmentsOf({ data, language }: Message, view: View) {
  const files = (data.attachments ?? []).map((each) => {
    return { contentType: each.contentType, contentUrl: view.linkTo(each), name: each.name };
  });
  const attachments = data.card === undefined ? files : [...files, adaptiveCard(data.card, language)];
  return attachments.length === 0 ? {} : { attachments };
}

function channelDataOf({ author, sequence, language, data }: Message): Activity {
  const by = data.channel === undefined ? {} : { channel: data.channel };
  const counted = { ...by, 'webchat:sequence-id': sequence };
  if (author === 'customer') {
    const { clientActivityId, attachments = [] } = data;
    return {
      ...(clientActivityId === undefined ? {} : { clientActivityID: clientActivityId }),
      // Web Chat shows the size of a file that it sent by this.
      ...(attachments.length === 0 ? {} : { attachmentSizes: attachments.map(({ bytes }) => bytes) }),
      ...counted,
    };
  }
  const { enquiry, asks, expects, options, outcome, reference, source, original, originalLanguage } = data;
  const { handover, opens } = data;
  const asked = { enquiry, asks, expects, options, outcome, reference, handover, opens };
  const told = { ...asked, language, source, original, originalLanguage };
  return { ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)), ...counted };
}
