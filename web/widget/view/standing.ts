// How far the tenant's own messages have come: told under the newest of each state, not under every one.

import { type Receipts, sequenceIn } from '../chat/signs.ts';
import type { Entry } from '../chat/state.ts';

export type Standing = 'sent' | 'delivered' | 'read';

/** By key of the entry. What an agent answered, they have read. */
export function standings(entries: readonly Entry[], receipts: Receipts): ReadonlyMap<string, Standing> {
  const answered = entries.map(({ from }) => from).lastIndexOf('agent');
  const own = entries.flatMap((entry, index) =>
    entry.from === 'you' && entry.delivery === 'sent'
      ? [{ key: entry.key, index, is: index < answered ? ('read' as const) : standing(entry, receipts) }]
      : [],
  );
  // An answer below says more than "sent" does.
  const last = entries.length - 1;
  const told = own.filter(({ is, index }, at) => own[at + 1]?.is !== is && (is !== 'sent' || index === last));
  return new Map(told.map(({ key, is }) => [key, is]));
}

function standing({ id }: Entry, { delivered, read }: Receipts): Standing {
  // On its way back to us it has no number yet.
  const sequence = sequenceIn(id) || Number.POSITIVE_INFINITY;
  if (sequence <= read) return 'read';
  return sequence <= delivered ? 'delivered' : 'sent';
}
