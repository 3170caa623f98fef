// Who is in a conversation, for what happens in it without a message of theirs.

import type { Conversation } from '../../model/conversation.ts';
import type { Person } from '../../model/person.ts';
import type { World } from '../world.ts';

/** Undefined for who is not on file, and while the housing system is away. */
export async function personOnFile(
  { state }: Pick<Conversation, 'state'>,
  { housing }: Pick<World, 'housing'>,
): Promise<Person | undefined> {
  if (state.person === undefined) return undefined;
  const answer = await housing.person(state.person.id);
  return answer.is === 'known' ? (answer.value ?? undefined) : undefined;
}
