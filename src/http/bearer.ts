// The bearer token for a system elsewhere: a fixed one, or OAuth 2.0 client credentials (RFC 6749 4.4), kept until it ends.

import { z } from 'zod';
import { OutsideError } from '../model/outside-error.ts';
import { asJson } from './as-json.ts';

export type Credentials =
  | { readonly token: string }
  | { readonly tokenUrl: string; readonly clientId: string; readonly clientSecret: string; readonly scope?: string };

export interface BearerSource {
  bearer(limitMs: number): Promise<string>;
  /** The system took this token no more: the next call asks for another. True when there can be another. */
  forget(token: string): boolean;
}

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().default(300) });

/** Asked for anew so long before its end, so that none ends on its way. */
const marginMs = 30_000;

/** @param system whose token it is, for what goes wrong: `housing`… */
export function createBearerSource(system: string, credentials: Credentials): BearerSource {
  if ('token' in credentials) return { bearer: async () => credentials.token, forget: () => false };
  let held: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;

  const askAnew = async (limitMs: number) => {
    const { access_token: token, expires_in: seconds } = await grant(system, credentials, limitMs);
    held = { token, until: Date.now() + Math.max(seconds * 1_000 - marginMs, 1_000) };
    return token;
  };
  return {
    bearer: async (limitMs) => {
      if (held !== undefined && held.until > Date.now()) return held.token;
      asking ??= askAnew(limitMs).finally(() => {
        asking = undefined;
      });
      return await asking;
    },
    forget: (token) => {
      if (held?.token === token) held = undefined;
      return true;
    },
  };
}

async function grant(system: string, credentials: Exclude<Credentials, { token: string }>, limitMs: number) {
  const { clientId, clientSecret, scope } = credentials;
  const basic = [clientId, clientSecret].map(encodeURIComponent).join(':');
  const response = await fetch(credentials.tokenUrl, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(basic).toString('base64')}`, Accept: 'application/json' },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) }),
    redirect: 'error',
    signal: AbortSignal.timeout(limitMs),
  });
  const text = await response.text();
  const answer = Granted.safeParse(response.ok ? asJson(text) : undefined);
  if (answer.success) return answer.data;
  throw new OutsideError('No token was given', {
    system,
    code: response.ok ? 'nonsense' : 'refused',
    // A wrong secret is put right by people while deliveries wait.
    retryable: true,
  });
}
