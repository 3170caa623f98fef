// How far the tenant's own messages have come: told under the newest of each state, not under every one.

import { type Receipts, sequenceIn } from '../chat/signs.ts';
import type { ChatState, Entry } from '../chat/state.ts';
import { say } from '../words/say.ts';
import { timeWords } from './time.ts';

type Standing = 'sent' | 'delivered' | 'read';

/** In words, by key of the entry. What an agent answered, they have read. */
export function standings({ entries, receipts, words, language }: ChatState): ReadonlyMap<string, string> {
  const answered = entries.map(({ from }) => from).lastIndexOf('agent');
  const own = entries.flatMap((entry, index) =>
    entry.from === 'you' && entry.delivery === 'sent'
      ? [{ entry, index, is: index < answered ? ('read' as const) : standing(entry, receipts) }]
      : [],
  );
  // An answer below says more than "sent" does.
  const last = entries.length - 1;
  const told = own.filter(({ is, index }, at) => own[at + 1]?.is !== is && (is !== 'sent' || index === last));
  const inWords = (is: Standing, at: string) =>
    is === 'sent' ? say(words, 'sent-at', { time: timeWords(new Date(at), language.tag) }) : say(words, is);
  return new Map(told.map(({ entry: { key, at }, is }) => [key, inWords(is, at)]));
}

function standing({ id }: Entry, { delivered, read }: Receipts): Standing {
  // On its way back to us it has no number yet.
  const sequence = sequenceIn(id) || Number.POSITIVE_INFINITY;
  if (sequence <= read) return 'read';
  return sequence <= delivered ? 'delivered' : 'sent';
}
