// Who did what with whose data. Lines are only added, which the database itself sees to.

import { createHmac } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { AuditLine, AuditRow } from '../../model/audit.ts';
import type { Audit, AuditFound, AuditSearch } from '../../privacy/ports.ts';
import { toJson } from '../json.ts';
import type { Schema } from '../schema.ts';

/** @param secret without it nobody tells from a line whose data it was; with it, whether it was a certain person's */
export function createAudit(db: Kysely<Schema>, secret: string): Audit {
  return {
    write: (line) => writeLine(db, line, secret),
    search: (wanted) => search(db, wanted, secret),
  };
}

/** In the transaction of `db`, where it is one. */
export async function writeLine(db: Kysely<Schema>, line: AuditLine, secret: string): Promise<void> {
  const { data, ...row } = auditRow(line, secret);
  await db
    .insertInto('contact.audit')
    .values({ at: line.at, ...row, data: toJson(data) })
    .execute();
}

/** @param secret needed where a person or a conversation is named */
export function auditRow(
  { agent, role, did, request, subject, conversation, data }: AuditLine,
  secret: string,
): AuditRow {
  return {
    agent,
    role: role ?? null,
    did,
    request: request ?? null,
    subject: subject === undefined ? null : hashOf(subject, secret),
    conversation: conversation === undefined ? null : hashOf(conversation, secret),
    data,
  };
}

function hashOf(subject: string, secret: string): string {
  return createHmac('sha256', secret).update(`audit:${subject}`).digest('base64url').slice(0, 22);
}

/** Instants are compared as the database has them: a Date knows no microseconds, and ours are written from Dates. */
async function search(db: Kysely<Schema>, wanted: AuditSearch, secret: string): Promise<readonly AuditFound[]> {
  const { person, conversation, agent, did, since, until, before, limit } = wanted;
  const only = (condition: ReturnType<typeof sql> | undefined) => condition ?? sql`true`;
  const { rows } = await sql<AuditFound>`
    select id::text as id, at, agent, role, did, request, subject, conversation, data from contact.audit
    where ${only(person === undefined ? undefined : sql`subject = ${hashOf(person, secret)}`)}
      and ${only(conversation === undefined ? undefined : sql`conversation = ${hashOf(conversation, secret)}`)}
      and ${only(agent === undefined ? undefined : sql`agent = ${agent}`)}
      and ${only(did === undefined ? undefined : sql`did = any(${[...did]}::text[])`)}
      and ${only(since && sql`at >= ${since}`)}
      and ${only(until && sql`at < ${until}`)}
      and ${only(before && sql`(at, id) < (${before.at}::timestamptz, ${before.id}::bigint)`)}
    order by at desc, audit.id desc limit ${limit}`.execute(db);
  return rows;
}
