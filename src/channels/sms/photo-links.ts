// Links under which a phone without picture messages sends photographs: good for one conversation and some days, signed, and short
// enough for a text. Nothing is kept of them.

import { createHmac, timingSafeEqual } from 'node:crypto';

export interface PhotoLinks {
  /** @param at the moment of the turn: taken again, it gives the same link */
  linkFor(conversation: string, at: Date): string;
  /** The conversation, or nothing when it was not made here, was changed or is too old. */
  open(token: string): string | undefined;
}

const hourMs = 3_600_000;
const idBytes = 10;
const endBytes = 4;
const proofBytes = 9;
const prefix = 'sms-';

export function createPhotoLinks(of: {
  readonly publicUrl: string;
  readonly secret: string;
  readonly hours: number;
  readonly clock: () => Date;
}): PhotoLinks {
  const key = createHmac('sha256', of.secret).update('doorstep photo link').digest();
  const prove = (body: Buffer) => createHmac('sha256', key).update(body).digest().subarray(0, proofBytes);
  return {
    linkFor: (conversation, at) => {
      const body = Buffer.alloc(idBytes + endBytes);
      body.write(conversation.slice(prefix.length), 'hex');
      body.writeUInt32BE(Math.ceil(at.getTime() / hourMs) + of.hours, idBytes);
      return `${of.publicUrl}/p/${Buffer.concat([body, prove(body)]).toString('base64url')}`;
    },
    open: (token) => {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length !== idBytes + endBytes + proofBytes || bytes.toString('base64url') !== token) return undefined;
      const body = bytes.subarray(0, idBytes + endBytes);
      if (!timingSafeEqual(prove(body), bytes.subarray(idBytes + endBytes))) return undefined;
      if (body.readUInt32BE(idBytes) * hourMs <= of.clock().getTime()) return undefined;
      return `${prefix}${body.subarray(0, idBytes).toString('hex')}`;
    },
  };
}
