// When a text goes on with what is open and when it begins anew. A number has one log, in which threads follow one another; a new one
// knows nothing of what was asked and told in the one before, for by then it may be somebody else in the household who writes.

import type { Conversation, ConversationState } from '../../model/conversation.ts';
import type { Fact } from '../../model/delivery.ts';
import type { Landlord } from '../../model/landlord.ts';
import type { Received } from '../turn.ts';

export interface Thread {
  readonly conversation: Conversation;
  readonly facts: readonly Fact[];
}

const hourMs = 3_600_000;

export function threadOf(received: Received, conversation: Conversation, landlord: Landlord): Thread {
  const because = beginsAnew(received, conversation, landlord);
  if (because === undefined) return { conversation, facts: [] };
  const state =
    because === 'silence' ? { ...renewed(conversation.state), greeted: false } : renewed(conversation.state);
  const from = { threadFrom: received.sequence };
  const left = conversation.state.stack.filter(({ called }) => !called);
  return {
    conversation: { ...conversation, state: { ...state, ...from } },
    facts: [
      ...left.map(({ dialog, slots: { enquiry } }) => ({
        name: 'enquiry.ended',
        enquiry: typeof enquiry === 'string' && enquiry !== '' ? enquiry : dialog,
        data: { outcome: 'left', restricted: false },
      })),
      { name: 'thread.begun', data: { because } },
    ],
  };
}

/** A person who speaks with them, or is waited for, ends the thread; time does not. */
function beginsAnew(
  received: Received,
  { owner, state, address }: Conversation,
  { texts }: Landlord,
): 'silence' | 'over' | undefined {
  if (address.channel !== 'sms' || owner.is !== 'bot' || state.lastAt === undefined) return undefined;
  const silent = received.receivedAt.getTime() - Date.parse(state.lastAt);
  if (silent >= texts.thread.newAfterDays * 24 * hourMs) return 'silence';
  const isOver = state.stack.length === 0 && state.waiting.length === 0 && state.offered === undefined;
  return isOver && silent >= texts.thread.newAfterEndHours * hourMs ? 'over' : undefined;
}

/** What is of the number or of the person stays; what was said and asked goes. */
function renewed(state: ConversationState): ConversationState {
  const {
    told: _told,
    matter: _matter,
    choiceTold: _choice,
    choiceToldAt: _choiceAt,
    unclear: _unclear,
    unclearSince: _unclearSince,
    unsure: _unsure,
    doubts: _doubts,
    offered: _offered,
    waitingWords: _words,
    waitingSince: _since,
    speaksFor: _speaksFor,
    proof: _proof,
    code: _code,
    noticed: _noticed,
    ...kept
  } = state;
  return { ...kept, stack: [], waiting: [], misses: 0, said: [] };
}
