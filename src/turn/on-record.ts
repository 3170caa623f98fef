// A change of what stands on somebody's record. Changes of one person go out one after the other.

import type { ConversationState } from '../model/conversation.ts';
import type { PersonChange } from '../model/delivery.ts';
import { actsFor, customerOf } from './customer.ts';
import type { KeyedEffect } from './turn.ts';

export type ProfileChanges = PersonChange['changes'];

/** @param edit where somebody made it of a version that they had before them */
export function onRecord(
  person: string | undefined,
  changes: ProfileChanges,
  edit?: PersonChange['edit'],
): readonly KeyedEffect[] {
  if (person === undefined) return [];
  const payload = { person, ...(edit !== undefined && { edit }), changes };
  return [{ kind: 'housing.update-person', key: `housing:person:${person}`, payload }];
}

/** What is the writer's own: of who speaks for somebody else nothing goes on the record of whose matters they are. */
export function onOwnRecord(
  state: Pick<ConversationState, 'person' | 'proof' | 'speaksFor'>,
  changes: ProfileChanges,
): readonly KeyedEffect[] {
  return actsFor(state) === undefined ? onRecord(customerOf(state), changes) : [];
}
