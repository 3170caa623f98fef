// The line that the log of contacts in the housing system gets of each: when, by which channel, about what, with which outcome, and where
// what was said stands.

import type { Conversation, ConversationState } from '../model/conversation.ts';
import { withOffset } from '../model/london-time.ts';
import { customerOf, spokenBy } from './customer.ts';
import type { KeyedEffect } from './turn.ts';

interface Contact {
  /** An enquiry, or `restricted`: of such a matter the log says only that there was one. */
  readonly topic: string;
  readonly outcome: string;
  readonly at: Date;
  /** What an agent said of it at its end. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** @param state as it is by now: who it is may just have been found out */
export function contactRecord(
  { id, address }: Pick<Conversation, 'id' | 'address'>,
  state: ConversationState,
  { at, ...said }: Contact,
): KeyedEffect {
  const person = customerOf(state);
  const reportedBy = spokenBy(state);
  return {
    kind: 'housing.record-contact',
    key: person === undefined ? `housing:${id}` : `housing:person:${person}`,
    payload: {
      ...(person !== undefined && { person }),
      at: withOffset(at),
      channel: address.channel,
      ...said,
      conversation: id,
      ...(reportedBy !== undefined && { reportedBy }),
    },
  };
}
