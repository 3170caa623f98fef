// The part of a link that nobody guesses: made from what it is for, so that it is the same each time.

import { createHmac } from 'node:crypto';

/** 96 bits: short enough for a text, too many to guess. */
export function linkId(secret: string, delivery: string): string {
  return createHmac('sha256', secret).update(`format link:${delivery}`).digest('base64url').slice(0, 16);
}
