// The other conversations of who writes in this one: those that somebody has or waits in now, and those that were merged with it.

import type { Conversation } from '../../model/conversation.ts';
import type { Agent, DeskStore, Handover } from '../ports.ts';
import { mayOpen } from '../visible.ts';

export type ThreadStore = Pick<DeskStore, 'openOf' | 'mergedInto' | 'handoversOf'>;

/** @param handovers those of this conversation */
export async function viewThreads(
  { id, state }: Conversation,
  handovers: readonly Handover[],
  { agent, store }: { readonly agent: Agent; readonly store: ThreadStore },
) {
  const person = state.person?.id;
  const [open, merged] = await Promise.all([person === undefined ? [] : store.openOf(person), store.mergedInto(id)]);
  const into = handovers.flatMap(({ mergedInto, endedAt }) =>
    mergedInto === undefined || endedAt === undefined ? [] : [{ conversation: mergedInto, at: endedAt.toISOString() }],
  );
  const others = open.filter(({ conversation }) => conversation !== id);
  const named = [...others, ...merged, ...into].map(({ conversation }) => conversation);
  const mine = await openTo(agent, named, store);
  const isMine = ({ conversation }: { readonly conversation: string }) => mine.has(conversation);
  return {
    open: others.filter(isMine).map(viewOpen),
    mergedFrom: merged.filter(isMine).map(({ conversation, channel, endedAt }) => ({
      conversation,
      channel,
      at: endedAt?.toISOString(),
    })),
    mergedInto: into.filter(isMine),
  };
}

function viewOpen({ conversation, channel, enquiry, about, state, agent }: Handover) {
  return {
    conversation,
    channel,
    enquiry,
    ...(about !== undefined && { about }),
    state,
    ...(agent !== undefined && { agent }),
  };
}

/** Nobody else hears that there are more. */
async function openTo(
  agent: Agent,
  conversations: readonly string[],
  store: ThreadStore,
): Promise<ReadonlySet<string>> {
  const asked = [...new Set(conversations)];
  const handovers = await Promise.all(asked.map((each) => store.handoversOf(each)));
  return new Set(asked.filter((_, at) => mayOpen(agent, handovers[at] ?? [])));
}
