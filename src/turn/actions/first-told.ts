// The law counts from the message that first told of a matter, however late the other answers come: at night, after a weekend, or when
// what was only dissatisfaction has become a complaint.

import type { ActionInput } from '../action.ts';

/** When the matter was opened: what it is about was told then. */
export function openedAt({ toldAt, received }: ActionInput): Date {
  return toldAt.words === undefined ? received.receivedAt : new Date(toldAt.words);
}

/** As if all of it had arrived with the message that opened the matter. */
export function asFirstTold(input: ActionInput): ActionInput {
  return { ...input, received: { ...input.received, receivedAt: openedAt(input) } };
}
