// Links in a text: good for one conversation and some time, signed, and short. Nothing is kept of them before they are used.

import { createHmac, timingSafeEqual } from 'node:crypto';

export interface ShortLinks {
  /** @param at the moment of the turn: taken again, it gives the same link */
  linkFor(conversation: string, at: Date): string;
  /** The conversation, or nothing when it was not made here, was changed or is too old. */
  open(token: string): string | undefined;
}

export interface ShortLinkOptions {
  readonly publicUrl: string;
  /** What stands before the token: `p`. */
  readonly path: string;
  readonly secret: string;
  /** Makes a key of its own, so that what was signed for one thing opens no other. */
  readonly purpose: string;
  readonly unitMs: number;
  /** So many units a link is good. */
  readonly life: number;
  readonly clock: () => Date;
}

/** Of a thread by text ten bytes tell which it is, of a web chat twenty-one. */
const kinds = [
  { prefix: 'sms-', encoding: 'hex', bytes: 10 },
  { prefix: 'web-', encoding: 'base64url', bytes: 21 },
] as const;
const endBytes = 4;
const proofBytes = 9;

export function createShortLinks({
  publicUrl,
  path,
  secret,
  purpose,
  unitMs,
  life,
  clock,
}: ShortLinkOptions): ShortLinks {
  const key = createHmac('sha256', secret).update(purpose).digest();
  const prove = (body: Buffer) => createHmac('sha256', key).update(body).digest().subarray(0, proofBytes);
  return {
    linkFor: (conversation, at) => {
      const end = Buffer.alloc(endBytes);
      end.writeUInt32BE(Math.ceil(at.getTime() / unitMs) + life);
      const body = Buffer.concat([bytesOf(conversation), end]);
      return `${publicUrl}/${path}/${Buffer.concat([body, prove(body)]).toString('base64url')}`;
    },
    open: (token) => {
      const bytes = Buffer.from(token, 'base64url');
      const kind = kinds.find((each) => each.bytes + endBytes + proofBytes === bytes.length);
      if (kind === undefined || bytes.toString('base64url') !== token) return undefined;
      const body = bytes.subarray(0, kind.bytes + endBytes);
      if (!timingSafeEqual(prove(body), bytes.subarray(kind.bytes + endBytes))) return undefined;
      if (body.readUInt32BE(kind.bytes) * unitMs <= clock().getTime()) return undefined;
      return `${kind.prefix}${body.subarray(0, kind.bytes).toString(kind.encoding)}`;
    },
  };
}

function bytesOf(conversation: string): Buffer {
  const kind = kinds.find(({ prefix }) => conversation.startsWith(prefix)) ?? kinds[0];
  return Buffer.from(conversation.slice(kind.prefix.length), kind.encoding);
}
