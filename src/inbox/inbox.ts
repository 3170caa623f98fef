// The inbox: saves what the doors bring, has each message answered once and in order, and lets agents act in the same line.
// Whoever loses a race takes the turn again on the fresh state; whatever fails, the customer hears something.

import { setTimeout as pause } from 'node:timers/promises';
import { nameOf } from '../log.ts';
import { customerMessage } from '../model/customer-message.ts';
import type { Inbound } from '../model/message.ts';
import { OutsideError } from '../model/outside-error.ts';
import type { Act } from '../turn/act.ts';
import { act } from './act.ts';
import { createGathering } from './gather.ts';
import { answerOrHold } from './hold.ts';
import { createLanes, type Lanes } from './lanes.ts';
import type { Acted, InboxParts } from './parts.ts';

export interface Runner {
  /** As `Inbox` in channels/channel.ts. */
  accept(inbound: Inbound): Promise<{
    readonly is: 'saved' | 'repeat';
    readonly sequence: number;
    readonly answered: Promise<void>;
  }>;
  /** @throws OutsideError (retryable) when the database is away or the race was lost too often */
  act(conversation: string, act: Act): Promise<Acted>;
  /**
   * Answers what a process left behind that died between save and turn. Call at start with 0, then every so often.
   *
   * @param olderThanMs younger messages are somebody's work at this moment
   */
  sweep(olderThanMs?: number): Promise<void>;
  /** Resolves when nothing is under way, at the latest after `limitMs`. */
  drain(limitMs?: number): Promise<void>;
}

interface Wanted {
  readonly conversation: string;
  readonly sequence: number;
  readonly fresh: 'fresh' | undefined;
}

const savePausesMs = [50, 200, 800];
const sweepLimit = 500;
const sweepAgeMs = 15_000;
const drainLimitMs = 10_000;

export function createInbox(parts: InboxParts): Runner {
  const lanes = createLanes(parts.most ?? 256);
  const gathering = createGathering(parts);
  const underWay = new Set<Promise<void>>();
  /** What waits for more of its kind waits before its lane: it takes nobody's place. */
  const answerInTime = (wanted: Wanted): Promise<void> => {
    const go = async () => {
      // Where nothing moves on, the next sweep tries again.
      for (let before = 0, ready = -1; ready < wanted.sequence && before !== ready; ) {
        before = ready;
        ready = await gathering.settled(wanted.conversation);
        await answer(parts, lanes, { ...wanted, sequence: Math.min(wanted.sequence, ready) });
      }
    };
    const own: Promise<void> = go().finally(() => underWay.delete(own));
    underWay.add(own);
    return own;
  };
  return {
    accept: async (inbound) => {
      const saved = await save(parts, inbound);
      const { conversation } = inbound;
      if (saved.is === 'saved') {
        parts.announce({ conversation, messages: [customerMessage(inbound, saved.sequence)] });
      }
      // A repeat may be of a message whose process died before its turn.
      const fresh = saved.is === 'repeat' ? 'fresh' : undefined;
      const wanted: Wanted = { conversation, sequence: saved.sequence, fresh };
      const waits = inbound.address.channel === 'sms';
      return { ...saved, answered: waits ? answerInTime(wanted) : answer(parts, lanes, wanted) };
    },
    act: (conversation, wanted) => lanes.run(conversation, () => act(parts, conversation, wanted)),
    sweep: async (olderThanMs = sweepAgeMs) => {
      const before = new Date(parts.clock().getTime() - olderThanMs);
      const left = await parts.conversations.unanswered(before, sweepLimit, [
        ...((await parts.stopped?.()) ?? new Map()).keys(),
      ]);
      if (left.length > 0) parts.log.info('Messages without an answer found', { count: left.length });
      const fresh = 'fresh' as const;
      await Promise.all(
        left.map((conversation) => answerInTime({ conversation, sequence: Number.MAX_SAFE_INTEGER, fresh })),
      );
    },
    drain: async (limitMs = drainLimitMs) => {
      gathering.end();
      const limit = new AbortController();
      const quiet = Promise.all(underWay).then(() => lanes.idle());
      await Promise.race([quiet, pause(limitMs, undefined, { signal: limit.signal }).catch(() => undefined)]);
      limit.abort();
    },
  };
}

/** A database that restarts is away for a second or two; the same message saved again is found again. */
async function save(parts: InboxParts, inbound: Inbound) {
  for (const pauseMs of savePausesMs) {
    try {
      return await parts.conversations.save(inbound);
    } catch (error) {
      if (!(error instanceof OutsideError && error.retryable)) throw error;
      await pause(pauseMs);
    }
  }
  return await parts.conversations.save(inbound);
}

async function answer(parts: InboxParts, lanes: Lanes, wanted: Wanted): Promise<void> {
  const queuedAt = performance.now();
  try {
    await lanes.run(wanted.conversation, () => answerOrHold(parts, { ...wanted, queuedAt }));
  } catch (error) {
    parts.log.error('A message has no answer yet; it is tried again', {
      conversation: wanted.conversation,
      error: nameOf(error),
    });
  }
}
