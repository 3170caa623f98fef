// A conversation that a test holds turn by turn, with everything real but the database.

import { type Conversation, newConversationState } from '../../src/model/conversation.ts';
import type { Inbound } from '../../src/model/message.ts';
import type { Act } from '../../src/turn/act.ts';
import type { Refusal } from '../../src/turn/refusal.ts';
import { takeAct } from '../../src/turn/take-act.ts';
import { takeTurn } from '../../src/turn/take-turn.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { aWorld, type TestWorld } from './world.ts';

export interface Held {
  readonly world: TestWorld;
  current: Conversation;
  now: Date;
  say(text: string, more?: Partial<Inbound>): Promise<Turn>;
  act(act: Act): Promise<Turn | Refusal>;
}

export const agent = { id: 'agent-1', name: 'Sam', teams: ['contact-centre'] };

export function aConversation(
  about: {
    readonly sms?: string;
    readonly agents?: number;
    readonly at?: string;
    readonly interpreter?: TestWorld['interpreter'];
    readonly recogniser?: TestWorld['recogniser'];
  } = {},
): Held {
  let sequence = 0;
  const held: Held = {
    now: new Date(about.at ?? '2026-11-23T10:00:00Z'),
    world: aWorld({ ...about, now: () => held.now }),
    current: {
      id: 'conversation-1',
      address:
        about.sms === undefined
          ? { channel: 'web', user: 'dl_1' }
          : { channel: 'sms', number: about.sms, ours: '+447700900000', account: 'AC1' },
      revision: 0,
      taken: 0,
      owner: { is: 'bot' },
      state: newConversationState,
      startedAt: new Date('2026-11-23T10:00:00Z'),
    },
    async say(text, more = {}) {
      sequence += 1;
      held.now = new Date(held.now.getTime() + 5000);
      const { id, address } = held.current;
      const inbound: Inbound = {
        conversation: id,
        address,
        channelMessageId: `m${sequence}`,
        kind: 'message',
        text,
        attachments: [],
        receivedAt: held.now,
        ...more,
      };
      const turn = await takeTurn({ ...inbound, sequence }, held.current, held.world, { now: held.now });
      held.world.failed.push(...turn.failedProofs);
      held.current = after(held.current, turn);
      return turn;
    },
    async act(act) {
      const done = await takeAct(act, held.current, held.world, { now: held.now });
      if (!('is' in done)) held.current = after(held.current, done);
      return done;
    },
  };
  return held;
}

/** State goes through JSON, as it does in the store. */
function after(conversation: Conversation, turn: Turn): Conversation {
  const state = JSON.parse(JSON.stringify(turn.state)) as Conversation['state'];
  return { ...conversation, state, owner: turn.owner, revision: conversation.revision + 1 };
}

export const textOf = (turn: Turn | Refusal): string =>
  'is' in turn ? turn.because : turn.replies.map((reply) => reply.text).join('\n');
