// The answer when a turn has failed: nobody is left without one. The conversation stays where it was.

import type { Conversation } from '../../model/conversation.ts';
import { beginsIn } from '../begins-in.ts';
import { catalogueOf } from '../machine.ts';
import type { Received, Turn } from '../turn.ts';
import type { World } from '../world.ts';
import { compose } from './compose.ts';

export function sorry(received: Received, conversation: Conversation, world: World): Turn {
  const { phrases, landlord, rules } = world;
  const { state, owner } = conversation;
  const audience = {
    phrases,
    landlord,
    rules,
    language: catalogueOf(beginsIn(state.language, phrases).tag, phrases),
    channel: received.address.channel,
    now: received.receivedAt,
    replyTo: received.sequence,
  };
  return {
    state,
    owner,
    replies: owner.is === 'bot' ? compose([{ phrase: 'talk.sorry', values: {} }], audience) : [],
    effects: [],
    facts: [{ name: 'turn.failed', data: { sequence: received.sequence } }],
    cases: [],
    promises: [],
    failedProofs: [],
  };
}
