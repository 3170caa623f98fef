// Signs that pass between the tenant and an agent and are kept nowhere: that somebody writes, and how far somebody has read.

import type { Activity, ActivitySet } from './direct-line.ts';

export interface Receipts {
  /** Up to which of the tenant's messages an agent has them on the screen, and has read them. */
  readonly delivered: number;
  readonly read: number;
}

export const noReceipts: Receipts = { delivered: 0, read: 0 };

/** The same names as in src/model/receipt.ts. */
const readName = 'application/vnd.microsoft.readReceipt';
const deliveredName = 'delivered';

/** A tenant who goes on writing is told of so often, not at every key. */
const typingEveryMs = 3_000;

/** The number at the end of a message's id. */
export const sequenceIn = (id: string | undefined): number => Number(id?.split('|').pop()) || 0;

/** What a set says of the agent's eyes, beside what was known. */
export function receiptsAfter(before: Receipts, { activities }: ActivitySet): Receipts {
  let { delivered, read } = before;
  for (const { type, name, value } of activities) {
    if (type !== 'event') continue;
    if (name === deliveredName) delivered = Math.max(delivered, sequenceIn(value?.lastDeliveredMessageId));
    if (name === readName) read = Math.max(read, sequenceIn(value?.lastReadMessageId));
  }
  return delivered === before.delivered && read === before.read ? before : { delivered, read };
}

export const isTyping = ({ type, from }: Activity): boolean => type === 'typing' && from?.role !== 'user';

/** Tells the desk; only while an agent is in the conversation, and never what is written. */
export class Signs {
  private readonly post: (activity: unknown) => void;
  private typedAt = 0;
  private readUpTo = 0;

  constructor(post: (activity: unknown) => void) {
    this.post = post;
  }

  typing(): void {
    if (Date.now() - this.typedAt < typingEveryMs) return;
    this.typedAt = Date.now();
    this.post({ type: 'typing' });
  }

  /** What was typed is sent: the next key is a new sign. */
  sent(): void {
    this.typedAt = 0;
  }

  /** @param id of the newest message of an agent that is before the tenant's eyes */
  read(id: string): void {
    const sequence = sequenceIn(id);
    if (sequence <= this.readUpTo) return;
    this.readUpTo = sequence;
    this.post({ type: 'event', name: readName, value: { lastReadMessageId: id } });
  }
}
