// Proof of identity: failed tries counted per key, and one-time codes of which only a salted hash is kept.

import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Proofs } from '../turn/world.ts';
import type { Run, Statement } from './database.ts';

const failures: Statement = {
  name: 'failures-1',
  text: 'select count(*)::integer as count from contact.failed_proofs where key = $1 and at >= $2',
};

/**
 * @param pepper a secret of the service: six digits are quickly tried through, so the hash in the conversation's state tells
 *   nothing to somebody who has the database but not the secret
 */
export function createProofs(run: Run, pepper: string): Proofs {
  const digest = (salt: string, code: string) => createHmac('sha256', pepper).update(`${salt}:${code}`).digest();
  return {
    failures: async (key, since) => (await run<{ count: number }>(failures, [key, since]))[0]?.count ?? 0,
    newCode: () => {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const salt = randomBytes(16).toString('base64url');
      return { code, hash: `${salt}.${digest(salt, code).toString('base64url')}` };
    },
    matches: (code, hash) => {
      const [salt, kept] = hash.split('.');
      if (salt === undefined || kept === undefined) return false;
      const [given, wanted] = [digest(salt, code.replace(/\s/g, '')), Buffer.from(kept, 'base64url')];
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    },
  };
}
