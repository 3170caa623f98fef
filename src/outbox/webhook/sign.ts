// Signatures as Standard Webhooks has them (standardwebhooks.com): whoever receives an event checks it with any of its libraries.

import { createHmac } from 'node:crypto';

export interface Signed {
  readonly id: string;
  /** Seconds since 1970: the receiver refuses what is old. */
  readonly timestamp: number;
  readonly body: string;
}

/**
 * The value of `webhook-signature`, one for each secret: while a secret is changed the receiver may know either.
 *
 * @param secrets `whsec_` and base64
 */
export function signatures({ id, timestamp, body }: Signed, secrets: readonly string[]): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    })
    .join(' ');
}
