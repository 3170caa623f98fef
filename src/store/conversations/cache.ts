// The conversations that this process wrote last, so that a turn needs no query. It is only ever a short cut: the commit
// checks the revision, and an entry whose count of messages differs from the database's was overtaken and is dropped.

import { type Conversation, newConversationState } from '../../model/conversation.ts';
import type { Inbound } from '../../model/message.ts';
import type { Received } from '../../turn/turn.ts';

export interface Entry {
  readonly conversation: Conversation;
  readonly untaken: readonly Received[];
  /** The number of the last message that this process knows of. */
  readonly sequence: number;
}

export interface ConversationCache {
  find(id: string): Entry | undefined;
  saved(inbound: Inbound, sequence: number): void;
  /**
   * @param entry what was committed; messages not yet answered are carried over from what is kept
   * @param before the conversation's last number before the commit, as the database had it
   * @param heard the number of the last customer message, likewise
   */
  committed(entry: Entry, before: number, heard: number): void;
  forget(id: string): void;
  forgetAll(): void;
  /** Call before reading from the database; the function returned keeps what was read unless something was written meanwhile. */
  reading(id: string): (entry: Entry | undefined) => void;
}

/** @param limit how many conversations are kept; the one not used for longest goes first */
export function createConversationCache(limit: number): ConversationCache {
  const entries = new Map<string, Entry>();
  const reads = new Map<string, Set<{ overtaken: boolean }>>();

  const touch = (id: string) => {
    for (const read of reads.get(id) ?? []) read.overtaken = true;
  };
  const keep = (id: string, entry: Entry) => {
    entries.delete(id);
    entries.set(id, entry);
    if (entries.size <= limit) return;
    const oldest = entries.keys().next().value;
    if (oldest !== undefined) entries.delete(oldest);
  };
  const forget = (id: string) => {
    touch(id);
    entries.delete(id);
  };

  return {
    find: (id) => {
      const entry = entries.get(id);
      if (entry !== undefined) keep(id, entry);
      return entry;
    },
    saved: (inbound, sequence) => {
      const id = inbound.conversation;
      const entry = sequence === 1 ? begin(inbound) : entries.get(id);
      if (entry === undefined || entry.sequence !== sequence - 1) return forget(id);
      touch(id);
      const conversation = reachedBy(entry.conversation, inbound);
      keep(id, { conversation, untaken: [...entry.untaken, { ...inbound, sequence }], sequence });
    },
    committed: (entry, before, heard) => {
      const { id, taken } = entry.conversation;
      const old = entries.get(id);
      const untaken = old?.sequence === before ? old.untaken.filter((each) => each.sequence > taken) : undefined;
      if (untaken === undefined && heard > taken) return forget(id);
      touch(id);
      keep(id, { ...entry, untaken: untaken ?? [] });
    },
    forget,
    forgetAll: () => {
      for (const id of [...reads.keys(), ...entries.keys()]) forget(id);
    },
    reading: (id) => {
      const read = { overtaken: false };
      const all = reads.get(id) ?? new Set();
      reads.set(id, all.add(read));
      return (entry) => {
        all.delete(read);
        if (all.size === 0) reads.delete(id);
        if (entry !== undefined && !read.overtaken) keep(id, entry);
      };
    },
  };
}

/** Answers go where the customer wrote last, as in the statement that saves. */
function reachedBy(conversation: Conversation, { address }: Inbound): Conversation {
  return conversation.address.channel === address.channel ? conversation : { ...conversation, address };
}

function begin(inbound: Inbound): Entry {
  const conversation: Conversation = {
    id: inbound.conversation,
    address: inbound.address,
    revision: 0,
    taken: 0,
    owner: { is: 'bot' },
    state: newConversationState,
    startedAt: inbound.receivedAt,
  };
  return { conversation, untaken: [], sequence: 0 };
}
