// Delivers what turns left behind: in order per key, several keys at once, with an idempotency key that the receiver knows,
// again after a growing pause when the outside is away, and set aside for people to see when it will not go.

import type { Logger } from '../log.ts';
import { nameOf } from '../log.ts';
import type { Effect, EffectKind } from '../model/delivery.ts';
import { OutsideError } from '../model/outside-error.ts';
import type { OutboxRow, OutboxStore } from './ports.ts';

type RowOf<Kind extends EffectKind> = OutboxRow & Extract<Effect, { readonly kind: Kind }>;

/**
 * One function per kind. It must settle well within the lease, and throw OutsideError when the outside fails. What it resolves
 * with is not looked at.
 */
export type Deliver = { readonly [Kind in EffectKind]: (row: RowOf<Kind>) => Promise<unknown> };

export interface OutboxParts {
  readonly store: OutboxStore;
  readonly deliver: Deliver;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Told how each attempt ended, to be counted. */
  readonly ended: (row: OutboxRow, how: 'delivered' | 'retried' | 'parked') => void;
  /** From when it may be delivered; `now` or before: at once. Without it nothing waits. */
  readonly heldUntil?: (row: OutboxRow, now: Date) => Date;
  readonly rules?: Partial<OutboxRules>;
}

export interface OutboxRules {
  /** How long a row belongs to who claimed it. */
  readonly leaseMs: number;
  /** Rows due because of a pause or of another instance are looked for this often. */
  readonly pollMs: number;
  /** Deliveries at once. */
  readonly most: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Tries before a row is parked. Messages to people grow stale, writes to the housing system do not. */
  readonly tries: (kind: EffectKind) => number;
}

const usualRules: OutboxRules = {
  leaseMs: 30_000,
  pollMs: 1_000,
  most: 16,
  firstPauseMs: 500,
  longestPauseMs: 300_000,
  // With pauses that end at five minutes: about half an hour for a message, more than a day for a write or an event.
  tries: (kind) => (/^(?:housing\.|case\.english$|webhook\.)/.test(kind) ? 600 : 20),
};

export interface Outbox {
  /** There is something new: look now. */
  wake(): void;
  start(): void;
  /** Claims no more and resolves when what is in flight has come to its end. */
  stop(): Promise<void>;
}

export function createOutbox(parts: OutboxParts): Outbox {
  const rules = { ...usualRules, ...parts.rules };
  const inFlight = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let looking: Promise<void> | undefined;
  let lookAgain = false;

  const look = async (): Promise<void> => {
    const room = rules.most - inFlight.size;
    if (!running || room <= 0) return;
    const now = parts.clock();
    const until = new Date(now.getTime() + rules.leaseMs);
    for (const row of await parts.store.claim({ now, until, limit: room })) {
      const own: Promise<void> = deliverRow(parts, rules, row).finally(() => {
        inFlight.delete(own);
        wake();
      });
      inFlight.add(own);
    }
  };
  const rest = () => {
    clearTimeout(timer);
    if (running) timer = setTimeout(wake, rules.pollMs);
  };
  const lookUntilQuiet = async (): Promise<void> => {
    do {
      lookAgain = false;
      try {
        await look();
      } catch (error) {
        // The database is away: the next look finds the same rows.
        parts.log.warn('The outbox could not be read', { error: nameOf(error) });
      }
    } while (lookAgain && running);
    looking = undefined;
    rest();
  };
  const wake = () => {
    if (looking !== undefined) lookAgain = true;
    else if (running) looking = lookUntilQuiet();
  };

  return {
    wake,
    start: () => {
      running = true;
      wake();
    },
    stop: async () => {
      running = false;
      clearTimeout(timer);
      await looking;
      await Promise.all(inFlight);
    },
  };
}

/** Never rejects: what cannot be written down now is found again when the lease has run out. */
async function deliverRow(parts: OutboxParts, rules: OutboxRules, row: OutboxRow): Promise<void> {
  const startedAt = performance.now();
  const about = { delivery: row.id, kind: row.kind, conversation: row.conversation, attempt: row.attempts };
  try {
    const [now, held] = [parts.clock(), parts.heldUntil?.(row, parts.clock())];
    if (held !== undefined && held > now) {
      await parts.store.again(row, held, 'held');
      parts.log.info('A delivery is held', { ...about, code: 'held' });
      return;
    }
    try {
      await (parts.deliver[row.kind] as (row: OutboxRow) => Promise<unknown>)(row);
    } catch (error) {
      await postpone(parts, rules, { row, error });
      return;
    }
    await parts.store.done(row, parts.clock());
    parts.ended(row, 'delivered');
    parts.log.info('Delivered', { ...about, durationMs: Math.round(performance.now() - startedAt) });
  } catch (error) {
    parts.log.warn('The end of a delivery could not be written down', { ...about, error: nameOf(error) });
  }
}

async function postpone(
  parts: OutboxParts,
  rules: OutboxRules,
  failed: { readonly row: OutboxRow; readonly error: unknown },
): Promise<void> {
  const { row, error } = failed;
  const about = { delivery: row.id, kind: row.kind, conversation: row.conversation, attempt: row.attempts };
  const code = error instanceof OutsideError ? error.code : 'fault';
  const final = error instanceof OutsideError && !error.retryable;
  if (final || row.attempts >= rules.tries(row.kind)) {
    await parts.store.park(row, parts.clock(), code);
    parts.log.error('A delivery is parked: a person must look at it', { ...about, code, error: nameOf(error) });
    parts.ended(row, 'parked');
    return;
  }
  const pauseMs = pauseAfter(row.attempts, rules, error instanceof OutsideError ? error.retryAfterMs : undefined);
  await parts.store.again(row, new Date(parts.clock().getTime() + pauseMs), code);
  parts.ended(row, 'retried');
  parts.log.warn('A delivery is tried again later', { ...about, code, retryAfterMs: Math.round(pauseMs) });
}

/** Exponential with full jitter, so that many that failed together do not come back together; never before the outside asked. */
function pauseAfter(attempts: number, rules: OutboxRules, askedMs = 0): number {
  const ceiling = Math.min(rules.longestPauseMs, rules.firstPauseMs * 2 ** Math.min(attempts - 1, 30));
  return Math.max(askedMs, Math.random() * ceiling);
}
