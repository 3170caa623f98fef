// Conversations that an agent may read: the one that a request names, and those of a list. Nobody else hears that there is one.

import type { Request } from 'express';
import type { Conversation } from '../model/conversation.ts';
import type { Agent, Conversations, DeskStore, Handover } from './ports.ts';
import { named, notThere } from './requests.ts';
import { mayOpen } from './visible.ts';

interface HandoverSource {
  readonly store: Pick<DeskStore, 'handoversOf'>;
}

/** @throws Problem not-found */
export async function handoversFor(
  agent: Agent,
  request: Request,
  { store }: HandoverSource,
): Promise<{ readonly id: string; readonly handovers: readonly Handover[] }> {
  const id = named(request, 'id');
  const handovers = await store.handoversOf(id);
  if (!mayOpen(agent, handovers)) throw notThere();
  return { id, handovers };
}

/** @throws Problem not-found */
export async function openFor(
  agent: Agent,
  request: Request,
  { store, view }: HandoverSource & { readonly view: Pick<Conversations, 'find'> },
): Promise<Conversation> {
  const [conversation] = await Promise.all([view.find(named(request, 'id')), handoversFor(agent, request, { store })]);
  if (conversation === undefined) throw notThere();
  return conversation;
}

/**
 * Of what a list has, that whose conversation the agent could open: that a line is not restricted is not enough, for its conversation
 * may have become so since.
 */
export async function openable(
  agent: Agent,
  listed: readonly Handover[],
  { store }: { readonly store: Pick<DeskStore, 'restrictedHandovers'> },
): Promise<readonly Handover[]> {
  const restricted = await store.restrictedHandovers([...new Set(listed.map(({ conversation }) => conversation))]);
  const byConversation = Map.groupBy(restricted, ({ conversation }) => conversation);
  return listed.filter((each) => mayOpen(agent, [each, ...(byConversation.get(each.conversation) ?? [])]));
}
