// What an agent, or time itself, does to a conversation: checked against who owns it, told to the tenant, and committed like a turn.

import type { Conversation } from '../model/conversation.ts';
import type { Act, Refusal } from './act.ts';
import { finish } from './finish.ts';
import { actOn } from './handover/acts.ts';
import type { Turn } from './turn.ts';
import type { Moment, World } from './world.ts';

/** Does an act of the desk, or says why not. */
// biome-ignore lint/complexity/useMaxParams: the same four things as a turn
export async function takeAct(
  act: Act,
  conversation: Conversation,
  world: World,
  moment: Moment,
): Promise<Turn | Refusal> {
  const done = actOn(act, conversation, { world, moment });
  if ('is' in done) return done;
  return finish(done, { conversation, world, moment });
}
