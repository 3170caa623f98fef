// What the landlord's own systems are told of a commit: each fact as an event. Facts are codes and days, never words or names; of what
// only one team may see it is told that there was something, and nothing else.

import type { Conversation } from '../model/conversation.ts';
import type { NewDelivery, WebhookOut } from '../model/delivery.ts';
import type { Playbook } from './dialog/flow.ts';
import type { Turn } from './turn.ts';

/** @param seed as for the other deliveries of the commit: an event has the same id however often the turn is taken */
export function toEvents(
  turn: Turn,
  before: Pick<Conversation, 'id' | 'address' | 'state'>,
  { seed, playbook }: { readonly seed: string; readonly playbook: Playbook },
): readonly NewDelivery[] {
  const { channel } = before.address;
  const told = turn.facts.map(
    ({ name, enquiry, data }): WebhookOut => ({
      type: name,
      channel,
      ...(enquiry !== undefined && { enquiry }),
      data,
    }),
  );
  const quiet: readonly WebhookOut[] = [{ type: 'restricted', channel, data: {} }];
  const events = told.length > 0 && isRestricted(turn, before.state, playbook) ? quiet : told;
  return events.map((payload, index) => ({
    kind: 'webhook.send',
    id: `${before.id}:${seed}:event:${index}`,
    key: `webhook:${before.id}`,
    payload,
  }));
}

/** Whether anything restricted is under way before or after it, or comes up in it. */
function isRestricted(turn: Turn, before: Conversation['state'], playbook: Playbook): boolean {
  const states = [before, turn.state];
  if (turn.cases.some(({ restricted }) => restricted)) return true;
  if (states.some(({ handover }) => handover?.restricted)) return true;
  const underWay = states.flatMap(({ stack }) => stack.flatMap(({ dialog, slots }) => [dialog, slots.enquiry]));
  const inFacts = turn.facts.flatMap(({ enquiry, data }) => [enquiry, ...Object.values(data)]);
  return [...underWay, ...inFacts].some((name) => typeof name === 'string' && playbook.get(name)?.restricted === true);
}
