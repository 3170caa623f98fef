// What the outbox is to deliver of a turn: its replies, on channels that are sent to, and its effects, each with an id that is
// the same however often the turn is taken. Web chat has no row: there the log is the delivery.

import type { Conversation } from '../model/conversation.ts';
import type { NewDelivery } from '../model/delivery.ts';
import type { Address } from '../model/message.ts';
import { takesNoTexts } from '../model/said/phone.ts';
import { skillEffects } from './skill-deliveries.ts';
import type { KeyedEffect, Outgoing, Turn } from './turn.ts';

/**
 * @param seed `m<sequence>` of the message that was answered, or `r<revision>` for an act
 */
export function toDeliveries(
  turn: Turn,
  conversation: Pick<Conversation, 'id' | 'address' | 'state' | 'owner' | 'taken'>,
  seed: string,
): readonly NewDelivery[] {
  const replies = turn.replies.map((reply, message) => ({
    message,
    effect: replyEffect(reply, { id: conversation.id, address: addressFor(reply, turn, conversation) }),
  }));
  const sent = replies.flatMap(({ message, effect }) => (effect === undefined ? [] : [{ ...effect, message }]));
  const isLeft = isAnsweredInline(conversation.address, seed) || turn.notice === 'kept';
  const told = isLeft ? [] : sent;
  const elsewhere = [...handoffEffects(turn, conversation), ...skillEffects(turn, conversation, seed)];
  return [...told, ...elsewhere, ...turn.effects].map((effect, index) => ({
    ...(turn.notice === undefined ? effect : asNotice(effect)),
    id: `${conversation.id}:${seed}:${index}`,
  }));
}

/** The first of what goes on by another channel is sent there. */
function addressFor({ moves }: Outgoing, turn: Turn, { address }: Pick<Conversation, 'address'>): Address {
  return moves === true && turn.moves !== undefined ? turn.moves.address : address;
}

/** What waits for the morning has a line of its own: a reply never waits behind it. */
function asNotice<Each extends KeyedEffect>(effect: Each): Each {
  if (effect.kind !== 'sms.send' && effect.kind !== 'bot-framework.send') return effect;
  return { ...effect, key: `${effect.key}:notice`, payload: { ...effect.payload, notice: true } };
}

/** The caller of this turn waits for its replies in the answer itself; what agents say later is sent. */
function isAnsweredInline(address: Address, seed: string): boolean {
  return (
    address.channel === 'bot-framework' && address.reference.deliveryMode === 'expectReplies' && seed.startsWith('m')
  );
}

/** A Bot Framework channel is told when the conversation changes hands, but of what is kept from the desk behind it. */
function handoffEffects(
  { handover, state }: Turn,
  { id, address, state: before }: Pick<Conversation, 'id' | 'address' | 'state'>,
): readonly KeyedEffect[] {
  if (handover === undefined || address.channel !== 'bot-framework') return [];
  // What a skill has told us the channel does not know.
  if (handover.isKnownThere && before.handover?.elsewhere !== 'skill') return [];
  if ((state.handover ?? before.handover)?.elsewhere === false && before.handover?.elsewhere !== true) return [];
  const payload = { conversation: id, reference: address.reference, activity: {}, handoff: { ...handover } };
  return [{ kind: 'bot-framework.send', key: `bot-framework:${id}`, payload }];
}

function replyEffect(reply: Outgoing, conversation: Pick<Conversation, 'id' | 'address'>): KeyedEffect | undefined {
  const { address, id } = conversation;
  switch (address.channel) {
    case 'web':
      return undefined;
    case 'sms':
      // A text to a landline reaches nobody: a person rings it.
      if (takesNoTexts(address.number)) return undefined;
      return reply.kind === 'message' ? smsEffect(reply, { to: address.number, conversation: id }) : undefined;
    case 'bot-framework':
      return botFrameworkEffect(reply, address, id);
  }
}

function smsEffect(reply: Outgoing, about: { readonly to: string; readonly conversation: string }): KeyedEffect {
  const isConsent = reply.data.name === 'consent';
  const payload = {
    ...about,
    text: reply.text,
    ...((isConsent || reply.urgent) && { despiteStop: true }),
    ...(reply.page && !isConsent && { page: { language: reply.language, ...reply.page } }),
  };
  return { kind: 'sms.send', key: `sms:${about.to}`, payload };
}

function botFrameworkEffect(
  reply: Outgoing,
  address: Address & { readonly channel: 'bot-framework' },
  conversation: string,
): KeyedEffect {
  const { options, ...data } = reply.data;
  const actions = (options ?? []).map(({ value, label }) => ({
    type: 'imBack',
    title: label,
    value: label,
    channelData: { value },
  }));
  const activity = {
    type: reply.data.name === 'endOfConversation' ? reply.data.name : reply.kind,
    ...(reply.kind === 'event'
      ? { name: reply.data.name ?? 'event', value: reply.data.value ?? null }
      : { text: reply.text }),
    textFormat: 'plain',
    locale: reply.language,
    inputHint: reply.data.expects === undefined ? 'acceptingInput' : 'expectingInput',
    ...(actions.length > 0 && { suggestedActions: { actions, to: [] } }),
    channelData: { ...data, ...(options && { options }), language: reply.language },
  };
  const payload = { conversation, reference: address.reference, activity };
  return { kind: 'bot-framework.send', key: `bot-framework:${conversation}`, payload };
}
