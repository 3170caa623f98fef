// Twilio's REST client, pointed where we are told, and its errors as ours.

import twilio from 'twilio';
import { OutsideError } from '../../model/outside-error.ts';
import type { TwilioAccount } from './ports.ts';

/** A text is a small request; whoever takes longer is asked afterwards what has become of it. */
export const defaultTimeoutMs = 10_000;

/** @param apiUrl instead of https://api.twilio.com; may have a path */
export function createClient(account: TwilioAccount, apiUrl?: string, timeoutMs = defaultTimeoutMs): twilio.Twilio {
  const client = new twilio.Twilio(account.sid, account.authToken, { timeout: timeoutMs });
  if (apiUrl !== undefined) client.api.baseUrl = apiUrl;
  return client;
}

/** About our account or the moment, not about this text: somebody mends that, and the text waits. */
const passing = new Set([401, 403, 408, 425]);

/**
 * Asks Twilio; what goes wrong becomes an OutsideError that says whether trying again can help. Twilio's message is left out, as it
 * may hold the telephone number; its code is kept as the cause: https://www.twilio.com/docs/api/errors
 *
 * @throws OutsideError
 */
export async function askTwilio<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    throw error instanceof twilio.RestException ? refusal(error.status, error.code) : noAnswer(error);
  }
}

function refusal(status: number, code: number | undefined): OutsideError {
  const of = code === undefined ? `(${status})` : `(${status}, error ${code})`;
  const about = { system: 'twilio', cause: code } as const;
  if (status === 429) {
    return new OutsideError(`Twilio asked us to slow down ${of}`, { ...about, code: 'rate-limited', retryable: true });
  }
  if (status >= 500) {
    return new OutsideError(`Twilio is in trouble ${of}`, { ...about, code: 'unreachable', retryable: true });
  }
  const retryable = passing.has(status);
  return new OutsideError(`Twilio refused the text ${of}`, { ...about, code: 'refused', retryable });
}

function noAnswer(error: unknown): OutsideError {
  const { code } = error as { code?: unknown };
  const about = { system: 'twilio', retryable: true } as const;
  if (code === 'ECONNABORTED' || code === 'ETIMEDOUT') {
    return new OutsideError('Twilio did not answer in time', { ...about, code: 'timed-out' });
  }
  if (typeof code === 'string') {
    return new OutsideError(`Twilio was not reached (${code})`, { ...about, code: 'unreachable' });
  }
  return new OutsideError('Twilio gave an answer that could not be read', { ...about, code: 'nonsense' });
}

/** "Attempt to send to unsubscribed recipient": the number has opted out, at Twilio or at its network. */
export const optedOutCode = 21610;

export function isOptedOut(error: unknown): boolean {
  return error instanceof OutsideError && error.cause === optedOutCode;
}
