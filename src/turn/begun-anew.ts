// What is written after the customer has ended a conversation begins anew: nothing is asked or remembered of before, and on a screen that
// others may sit at by then, nobody is known any more. What protects people stays, and so does how they like to be spoken to.

import type { Conversation, ConversationState } from '../model/conversation.ts';
import { newConversationState } from '../model/conversation.ts';
import { surveyDialog } from './survey-due.ts';
import type { Received } from './turn.ts';

const kept = [
  'language',
  'abuse',
  'abusedAt',
  'quiet',
  'sparedAt',
  'contactEnded',
  'noCalls',
  'profileAskedOn',
  'reviewAskedOn',
  'signsAsked',
  'tonguesAsked',
  'purposeTold',
  'lastAt',
  'threadFrom',
] as const satisfies readonly (keyof ConversationState)[];

/** A survey that the goodbye has put is still to be answered: what answers it begins nothing. */
export function begunAnew(conversation: Conversation, received: Received): Conversation {
  const { state, owner } = conversation;
  const isUnderWay = state.stack.some(({ dialog }) => dialog === surveyDialog);
  if (state.endedAt === undefined || owner.is !== 'bot' || received.kind !== 'message' || isUnderWay)
    return conversation;
  const from = received.address.channel === 'sms' && { threadFrom: received.sequence };
  return { ...conversation, state: { ...freshFrom(state), ...from } };
}

export function freshFrom(state: ConversationState): ConversationState {
  const stays = Object.fromEntries(kept.flatMap((key) => (state[key] === undefined ? [] : [[key, state[key]]])));
  const person = state.person?.by === 'number' ? { person: state.person, greeted: state.greeted } : {};
  return { ...newConversationState, ...stays, ...person };
}
