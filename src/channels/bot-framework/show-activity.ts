// Message → Activity, without the addressing fields, which the conversation's reference fills in. `channelData` is a contract.

import type { Message, MessageData } from '../../model/message.ts';

export type OutgoingActivity = Readonly<Record<string, unknown>>;

/** The activity that tells a message of the service or of an agent; goes into an outbox row, or into the answer itself. */
export function toActivity(message: Message): OutgoingActivity {
  const { data } = message;
  const channelData = channelDataOf(message);
  if (data.name === 'endOfConversation') return { type: data.name, channelData };
  if (message.kind === 'event') {
    return {
      type: 'event',
      name: data.name ?? '',
      ...(data.value === undefined ? {} : { value: data.value }),
      channelData,
    };
  }
  return {
    type: 'message',
    text: message.text,
    textFormat: 'plain',
    ...(message.language === 'und' ? {} : { locale: message.language }),
    inputHint: data.asks === undefined ? 'acceptingInput' : 'expectingInput',
    ...suggested(data),
    channelData,
  };
}

/** An imBack is what every channel knows: the label is sent as the customer's own words. */
function suggested({ options = [] }: MessageData) {
  if (options.length === 0) return {};
  return {
    suggestedActions: { actions: options.map(({ label }) => ({ type: 'imBack', title: label, value: label })) },
  };
}

function channelDataOf({ sequence, language, data }: Message): OutgoingActivity {
  const { enquiry, asks, expects, options, outcome, reference, source, original, originalLanguage, agentName } = data;
  const told = {
    enquiry,
    asks,
    expects,
    options,
    outcome,
    reference,
    handover: data.handover,
    opens: data.opens,
    language,
    source,
    original,
    originalLanguage,
    agentName,
  };
  const present = Object.entries(told).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(present), 'webchat:sequence-id': sequence };
}
