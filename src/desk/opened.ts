// The conversation that a request names, where the agent may read it; nobody else hears that there is one.

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
