// Who did what with whose data. Lines are only added, which the database itself sees to.

import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Audit, AuditLine } from '../../privacy/ports.ts';
import { toJson } from '../json.ts';
import type { Schema } from '../schema.ts';

/** @param secret without it nobody tells from a line whose data it was; with it, whether it was a certain person's */
export function createAudit(db: Kysely<Schema>, secret: string): Audit {
  return {
    write: (line) => writeLine(db, line, secret),
    read: async (limit) => {
      const rows = await db.selectFrom('contact.audit').selectAll().orderBy('id', 'desc').limit(limit).execute();
      return rows.map(({ at, agent, did, request, subject, data }) => ({
        at,
        agent,
        did: did as AuditLine['did'],
        ...(request !== null && { request }),
        subject,
        data,
      }));
    },
  };
}

export async function writeLine(db: Kysely<Schema>, line: AuditLine, secret: string): Promise<void> {
  const { at, agent, did, request = null, subject, data } = line;
  const hash = subject === undefined ? null : hashOf(subject, secret);
  await db
    .insertInto('contact.audit')
    .values({ at, agent, did, request, subject: hash, data: toJson(data) })
    .execute();
}

function hashOf(subject: string, secret: string): string {
  return createHmac('sha256', secret).update(`audit:${subject}`).digest('base64url').slice(0, 22);
}
