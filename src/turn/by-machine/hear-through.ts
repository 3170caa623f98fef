// The first step of a turn with a machine between: what was written is put into English where the conversation is held so, heard, and where
// it is in a language that a machine could be offered for, that is found out.

import type { ConversationState } from '../../model/conversation.ts';
import type { Person } from '../../model/person.ts';
import type { Heard } from '../heard.ts';
import { hear } from '../language/hear.ts';
import type { Line } from '../line.ts';
import type { Received } from '../turn.ts';
import type { World } from '../world.ts';
import { withOffer } from './offer.ts';
import { readByMachine } from './read.ts';

interface Known {
  readonly state: ConversationState;
  readonly person?: Person | undefined;
  readonly speaker?: Person | undefined;
}

export interface HeardThrough {
  readonly heard: Heard;
  readonly state: ConversationState;
  /** Told before anything else. */
  readonly lines: readonly Line[];
}

export async function hearThrough(received: Received, known: Known, world: World): Promise<HeardThrough> {
  const read = await readByMachine(received, known.state, world);
  const from = { ...known, state: read.state };
  const heard = await withOffer(hear(read.received, from, world), from, world);
  const spent = read.spent && read.state.language.tag;
  return { heard: { ...heard, spent }, state: read.state, lines: read.lines };
}
