// The outbox's way to the landlord's own systems: an event for each fact, signed, under an id by which a repeat is known.

import { type Logger, leftAlone } from '../../log.ts';
import { createBreaker, guarded } from '../../model/breaker.ts';
import type { WebhookOut } from '../../model/delivery.ts';
import { OutsideError } from '../../model/outside-error.ts';
import { signatures } from './sign.ts';

export interface WebhookOptions {
  readonly url: string;
  /** The newest first. */
  readonly secrets: readonly string[];
  readonly clock: () => Date;
  readonly log: Logger;
  readonly timeoutMs?: number;
}

/** The part of an outbox row that is read here. */
interface WebhookRow {
  readonly id: string;
  readonly conversation: string;
  readonly createdAt: Date;
  readonly payload: WebhookOut;
}

/** The receiver says that it will never take this one; whatever else it says may pass. */
const refusals = [400, 410, 413, 422];

/** One that hangs must not take the places of texts in the outbox: after a few failures nobody waits for it for a while. */
export function createWebhook(options: WebhookOptions): (row: WebhookRow) => Promise<void> {
  const { log } = options;
  const breaker = createBreaker({
    clock: () => performance.now(),
    changed: leftAlone(log, { system: 'webhook', name: 'The webhook' }),
  });
  const refusal = { system: 'webhook', leftAlone: 'The webhook is left alone for a while' };
  return (row) => guarded(breaker, refusal, () => send(row, options));
}

/** Stands where there is no address. */
export async function notSet(): Promise<never> {
  throw failure('There is no address for events', 'refused', false);
}

async function send(row: WebhookRow, { url, secrets, clock, timeoutMs = 5_000 }: WebhookOptions): Promise<void> {
  const { id, conversation, createdAt, payload } = row;
  const { type, ...about } = payload;
  const body = JSON.stringify({ id, type, at: createdAt.toISOString(), conversation, ...about });
  const timestamp = Math.floor(clock().getTime() / 1_000);
  const headers = {
    'Content-Type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures({ id, timestamp, body }, secrets),
  };
  const signal = AbortSignal.timeout(timeoutMs);
  // Sent to the address of the settings and nowhere else: a redirect is no answer.
  const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal }).catch(() => {
    if (signal.aborted) throw failure('The webhook did not answer in time', 'timed-out', true);
    throw failure('The webhook was not reached', 'unreachable', true);
  });
  // What it says beside the status is not read.
  await answer.body?.cancel().catch(() => undefined);
  if (!answer.ok) throw refused(answer);
}

function refused({ status, headers }: Response): OutsideError {
  const message = `The webhook answered ${status}`;
  if (status !== 429) return failure(message, 'refused', !refusals.includes(status));
  const seconds = Number(headers.get('retry-after'));
  const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) * 1_000 : undefined;
  return failure(message, 'rate-limited', true, retryAfterMs);
}

// biome-ignore lint/complexity/useMaxParams: reads as a sentence
function failure(message: string, code: OutsideError['code'], retryable: boolean, retryAfterMs?: number): OutsideError {
  return new OutsideError(message, {
    system: 'webhook',
    code,
    retryable,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}
