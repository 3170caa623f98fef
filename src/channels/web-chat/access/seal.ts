// Short-lived values in an address: the ticket of a stream, the link to a file. A seal proves that we wrote the value and until when it
// holds; it hides nothing. Addresses end up in logs and histories, so no session token is ever put in one.

import { createHmac, timingSafeEqual } from 'node:crypto';

export interface Seal {
  close(value: string, lifeMs: number): string;
  /** The value, or nothing when it was not sealed here, was changed or is too old. */
  open(sealed: string): string | undefined;
}

/** @param purpose makes a key of its own, so that what was sealed for one thing opens no other */
export function createSeal(secret: string, purpose: string, clock: () => Date): Seal {
  const key = deriveKey(secret, purpose);
  return {
    close(value, lifeMs) {
      const body = `${(clock().getTime() + lifeMs).toString(36)}.${Buffer.from(value).toString('base64url')}`;
      return `${body}.${sign(key, body)}`;
    },
    open(sealed) {
      const [expires = '', value = '', signature = '', ...more] = sealed.split('.');
      if (more.length > 0 || !isSame(signature, sign(key, `${expires}.${value}`))) return undefined;
      if (Number.parseInt(expires, 36) <= clock().getTime()) return undefined;
      return Buffer.from(value, 'base64url').toString();
    },
  };
}

export function deriveKey(secret: string, purpose: string): Buffer {
  return createHmac('sha256', secret).update(`doorstep ${purpose}`).digest();
}

export function sign(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Compares in a time that tells nothing of where two texts differ. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
