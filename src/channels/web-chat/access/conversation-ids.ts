// Names of web conversations. A conversation is no record before its customer writes, yet an id that we gave out must be told from one
// that nobody gave out (403 and 404 to a wrong token), so each id carries a short proof that it is ours.

import { randomBytes } from 'node:crypto';
import { deriveKey, isSame, sign } from './seal.ts';

export interface ConversationIds {
  make(): string;
  isOurs(id: string): boolean;
}

const prefix = 'web-';
const randomLength = 22;
const proofLength = 6;

export function createConversationIds(secret: string): ConversationIds {
  const key = deriveKey(secret, 'conversation id');
  const prove = (random: string) => sign(key, random).slice(0, proofLength);
  return {
    make() {
      const random = randomBytes(16).toString('base64url');
      return `${prefix}${random}${prove(random)}`;
    },
    isOurs(id) {
      if (!id.startsWith(prefix)) return false;
      const random = id.slice(prefix.length, prefix.length + randomLength);
      return isSame(id, `${prefix}${random}${prove(random)}`);
    },
  };
}
