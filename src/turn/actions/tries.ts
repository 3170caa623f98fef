// Failed tries to show who one is, counted by what was tried and by where it was tried from. The words are the same
// whether or not the person exists.

import type { ActionInput } from '../action.ts';

export function tenancyKey(reference: string): string {
  return `tenancy:${reference.toUpperCase().replace(/[^A-Z0-9]/g, '')}`;
}

/** Where they write from. */
export function addressKey({
  received,
  conversation,
}: {
  readonly received: Pick<ActionInput['received'], 'address'>;
  readonly conversation: Pick<ActionInput['conversation'], 'id'>;
}): string {
  if (received.address.channel === 'sms') return `address:${received.address.number}`;
  if (received.address.channel === 'web') return `address:${received.address.user}`;
  return `address:${conversation.id}`;
}

/**
 * Whether any of these has used up its tries within the landlord's waiting time.
 *
 * @param more tries that have just failed and are not counted yet
 */
export async function isLocked(
  input: Pick<ActionInput, 'world' | 'moment'>,
  keys: readonly string[],
  more = 0,
): Promise<boolean> {
  const { tries, waitMinutes } = input.world.landlord.proof;
  const since = new Date(input.moment.now.getTime() - waitMinutes * 60_000);
  const counts = await Promise.all(keys.map((key) => input.world.proofs.failures(key, since)));
  return counts.some((count) => count + more >= tries);
}
