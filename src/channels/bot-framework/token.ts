// Checks a caller's token before the SDK sees it. The SDK alone answers 500 to a forged one, prints the key that it tried, takes
// tokens of other issuers for an Emulator's, and cannot tell a bad token from an OpenID server that is away.

import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { Problem } from '../../http/problem.ts';

export interface TokenRules {
  readonly appId: string;
  readonly issuer: string | readonly string[];
  /** OpenID metadata that names the issuer's keys. */
  readonly metadataUrl: string;
  /** The one app that is let in, where callers are apps like our own: in the token as Entra ID writes it. */
  readonly caller?: string;
}

export type CheckToken = (authorization: string | undefined) => Promise<void>;

const algorithms = ['RS256', 'RS384', 'RS512'];
const timeoutMs = 5_000;
/** The SDK's own tolerance. */
const clockToleranceS = 300;
const metadataKeptMs = 24 * 60 * 60 * 1_000;

/** What jose throws when the keys could not be had, as against a token that is bad. */
const keysAway = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

/** @returns a check that throws Problem 401 for a token that is not for us, 503 while the keys cannot be had */
export function createTokenCheck(rules: TokenRules): CheckToken {
  const keys = keepKeys(rules.metadataUrl);
  return async (authorization) => {
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '') ?? [];
    if (token === undefined) throw unauthorised();
    try {
      const { payload } = await jwtVerify(token, async (header, input) => (await keys())(header, input), {
        issuer: [rules.issuer].flat(),
        audience: rules.appId,
        algorithms,
        clockTolerance: clockToleranceS,
        requiredClaims: ['exp'],
      });
      checkCaller(payload, rules);
    } catch (error) {
      if (error instanceof errors.JOSEError && !keysAway.has(error.code)) throw unauthorised();
      throw notNow();
    }
  };
}

/** @throws JOSEError for an app that is not let in */
function checkCaller(payload: JWTPayload, { caller }: TokenRules): void {
  if (caller !== undefined && callerIn(payload) !== caller) throw new errors.JWTInvalid('Another app.');
}

/** `appid` in version 1.0, `azp` in 2.0. */
function callerIn({ ver, appid, azp }: JWTPayload): unknown {
  return ver === '2.0' ? azp : appid;
}

/** The SDK has a copy of the keys of its own. */
export function isKeysAway(error: unknown): boolean {
  const { name, statusCode } = error as { name?: unknown; statusCode?: unknown };
  return name === 'FetchError' || statusCode === 500;
}

function keepKeys(metadataUrl: string): () => Promise<ReturnType<typeof createRemoteJWKSet>> {
  let kept: { readonly keys: ReturnType<typeof createRemoteJWKSet>; readonly until: number } | undefined;
  return async () => {
    if (kept !== undefined && Date.now() < kept.until) return kept.keys;
    const response = await fetch(metadataUrl, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new Error('The OpenID metadata could not be read.');
    const { jwks_uri: address } = (await response.json()) as { jwks_uri?: unknown };
    const keys = createRemoteJWKSet(new URL(String(address)), { timeoutDuration: timeoutMs });
    kept = { keys, until: Date.now() + metadataKeptMs };
    return keys;
  };
}

export function unauthorised(): Problem {
  return new Problem(401, 'unauthorised', {
    title: 'The request does not carry a valid Bot Framework token.',
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}

export function notNow(): Problem {
  return new Problem(503, 'not-now', {
    title: 'The token cannot be checked just now. Please send it again.',
    headers: { 'Retry-After': '5' },
  });
}
