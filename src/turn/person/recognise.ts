// Who is writing: a portal's signed token proves it, a number on file lets us recognise somebody, and nothing more.
// A number that several people share recognises nobody.

import type { Conversation, ConversationState } from '../../model/conversation.ts';
import { withNeedsHeld } from '../../model/needs.ts';
import type { Person } from '../../model/person.ts';
import { withNoCalls } from '../no-calls.ts';
import type { Received } from '../turn.ts';
import type { Moment, World } from '../world.ts';

export interface Recognised {
  readonly state: ConversationState;
  readonly person?: Person | undefined;
}

interface Outside {
  readonly world: World;
  readonly moment: Moment;
}

export async function recognise(received: Received, conversation: Conversation, outside: Outside): Promise<Recognised> {
  const { state, person: found } = await known(received, conversation, outside);
  const person = found && withNeedsHeld(found);
  // While the housing system is away, what it said last holds.
  const isAway = state.person !== undefined && person === undefined;
  return { state: isAway ? state : withNoCalls(state, person, outside.world), person };
}

async function known(received: Received, conversation: Conversation, outside: Outside): Promise<Recognised> {
  const state = withPortal(withoutOldProof(conversation.state, outside.moment.now), received, outside.moment.now);
  const { housing } = outside.world;
  if (state.person) {
    const answer = await housing.person(state.person.id);
    return { state, person: answer.is === 'known' ? (answer.value ?? undefined) : undefined };
  }
  if (received.address.channel !== 'sms') return { state };
  const answer = await housing.peopleByPhone(received.address.number);
  const [person, another] = answer.is === 'known' ? answer.value : [];
  if (person === undefined || another !== undefined) return { state };
  return { state: { ...state, person: { id: person.id, by: 'number' } }, person };
}

/** Proof that has run out is forgotten, and with it who was proved: the next person at a shared screen is somebody else. */
function withoutOldProof(state: ConversationState, now: Date): ConversationState {
  if (state.proof === undefined || Date.parse(state.proof.until) > now.getTime()) return state;
  const { proof: _proof, person, ...rest } = state;
  return person?.by === 'number' ? { ...rest, person } : rest;
}

function withPortal(state: ConversationState, received: Received, now: Date): ConversationState {
  const { identity } = received;
  if (identity === undefined || Date.parse(identity.until) <= now.getTime()) return state;
  return {
    ...state,
    person: { id: identity.person, by: 'portal' },
    proof: { person: identity.person, until: identity.until },
  };
}
