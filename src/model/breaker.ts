// Leaves a service alone that keeps failing: nobody waits the whole time limit for an answer that will not come. After a pause one
// call is let through; when it is answered, all are.

import { OutsideError } from './outside-error.ts';

export interface Breaker {
  /** Whether to call now. A yes must be followed by `worked` or `failed`. */
  allows(): boolean;
  worked(): void;
  /** @param waitMs how long the service itself asks to be left alone */
  failed(waitMs?: number): void;
}

interface Tuning {
  readonly clock: () => number;
  /** So many failures in a row open it. */
  readonly failures?: number;
  readonly pauseMs?: number;
  readonly changed: (is: 'open' | 'closed', waitMs: number) => void;
}

/** A service that asks for more patience than that is tried again all the same. */
const longestPauseMs = 300_000;

export function createBreaker({ clock, failures = 5, pauseMs = 30_000, changed }: Tuning): Breaker {
  let inRow = 0;
  let until: number | undefined;
  let isTrying = false;
  const open = (waitMs: number) => {
    const isNew = until === undefined;
    until = clock() + waitMs;
    if (isNew) changed('open', waitMs);
  };
  return {
    allows() {
      if (until === undefined) return true;
      if (isTrying || clock() < until) return false;
      isTrying = true;
      return true;
    },
    worked() {
      const wasOpen = until !== undefined;
      inRow = 0;
      until = undefined;
      isTrying = false;
      if (wasOpen) changed('closed', 0);
    },
    failed(waitMs) {
      inRow += 1;
      isTrying = false;
      if (until !== undefined || waitMs !== undefined || inRow >= failures) {
        open(Math.min(waitMs ?? pauseMs, longestPauseMs));
      }
    },
  };
}

/**
 * Does it where the service is not left alone. One that hangs must not take the places of texts in the outbox.
 *
 * @throws OutsideError (retryable) with these words while it is left alone, else what the task throws; that it refuses one is an answer
 */
export async function guarded(
  breaker: Breaker,
  about: { readonly system: string; readonly leftAlone: string },
  task: () => Promise<void>,
): Promise<void> {
  const { system, leftAlone } = about;
  if (!breaker.allows()) throw new OutsideError(leftAlone, { system, code: 'unreachable', retryable: true });
  try {
    await task();
    breaker.worked();
  } catch (error) {
    const outside = error instanceof OutsideError ? error : undefined;
    if (outside?.retryable === false) breaker.worked();
    else breaker.failed(outside?.retryAfterMs);
    throw error;
  }
}
