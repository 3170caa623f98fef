// Answers what waits, unless the assistant is stopped on its channel: then each message is held by an act, in order, and stays unanswered.

import type { Received } from '../turn/turn.ts';
import { act } from './act.ts';
import { answerUpTo } from './answer.ts';
import type { InboxParts } from './parts.ts';

type Wanted = Parameters<typeof answerUpTo>[1];

export async function answerOrHold(parts: InboxParts, wanted: Wanted): Promise<void> {
  const stops = await parts.stopped?.();
  if (stops === undefined || stops.size === 0) return await answerUpTo(parts, wanted);
  const loaded = await parts.conversations.load(wanted.conversation, wanted.fresh);
  if (loaded === undefined) return;
  const { conversation, untaken } = loaded;
  const stop = stops.get(conversation.address.channel);
  // Whoever speaks with a person goes on.
  if (stop === undefined || conversation.owner.is !== 'bot') return await answerUpTo(parts, wanted);
  for (const received of untaken.filter((each) => isFresh(each, wanted, conversation.state.held)))
    await act(parts, conversation.id, { is: 'held', stop, received });
}

function isFresh(
  { sequence }: Received,
  wanted: Wanted,
  held: { readonly stop: string; readonly upTo: number } | undefined,
): boolean {
  return sequence <= wanted.sequence && sequence > (held?.upTo ?? 0);
}
