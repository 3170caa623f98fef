// Data past the time that the landlord's pack gives it. Conversations go in batches, each in one transaction: a process that dies in the
// middle leaves whole batches, and whoever looks next goes on. Rows are locked and skipped where locked, so of several instances one
// deletes each, and a turn never waits for it.

import { type Kysely, sql } from 'kysely';
import { daysBefore } from '../../model/london-time.ts';
import type { RecordKind, Retention } from '../../model/retention.ts';
import type { Batch, Deleted, Gone, KeptData, OpenedRecord } from '../../privacy/ports.ts';
import { dropEmptyPartitions, dropPartitions } from '../partitions.ts';
import type { Schema } from '../schema.ts';
import { deleteConversations, deleteSaid } from './delete-rows.ts';
import { isOpen, openedIn, recordOf } from './open-matters.ts';

type Db = Kysely<Schema>;
const batchSize = 100;
const wholeKinds = ['conversations', 'evidence', 'restricted'] as const;

export function createKeptData(db: Db, retention: Retention): KeptData {
  return {
    deleteOld: (now) => deleteOld(db, retention, now),
    pastTheirTime: (now) => conversationsPastTheirTime(db, retention, now),
    deleteBatch: (ids, of) => deleteBatch(db, ids, of),
    filesToRemove: async (limit) => {
      const rows = await db.selectFrom('contact.files_to_remove').select('id').orderBy('id').limit(limit).execute();
      return rows.map(({ id }) => id);
    },
    filesRemoved: async (ids) => {
      if (ids.length > 0)
        await db
          .deleteFrom('contact.files_to_remove')
          .where('id', 'in', [...ids])
          .execute();
    },
  };
}

/** Conversations with something past its time and nothing open that we know of, one batch after the other. */
async function* conversationsPastTheirTime(db: Db, retention: Retention, now: Date): AsyncGenerator<Batch> {
  for (const kind of wholeKinds) {
    const before = daysBefore(now, retention[kind].days);
    let after = '';
    for (;;) {
      const { rows } = await sql<{ id: string; opened: readonly OpenedRecord[] }>`
        select c.id, ${openedIn()} as opened from contact.conversations c
        where c.id > ${after} and c.started_at < ${before} and ${recordOf()} = ${kind} and not ${isOpen()}
        order by c.id limit ${batchSize}`.execute(db);
      if (rows.length > 0) yield { kind, before, conversations: rows };
      if (rows.length < batchSize) break;
      after = rows.at(-1)?.id ?? '';
    }
  }
}

/** What of these is past its time. A conversation that goes on loses its old messages only. */
function deleteBatch(db: Db, ids: readonly string[], { kind, before }: Pick<Batch, 'kind' | 'before'>): Promise<Gone> {
  return db.transaction().execute(async (transaction) => {
    // Looked at again under the lock: somebody may have written, or a promise been made, since.
    const { rows } = await sql<{ id: string }>`select c.id from contact.conversations c where c.id = any(${ids}::text[])
      and c.started_at < ${before} and ${recordOf()} = ${kind} and not ${isOpen()}
      order by c.id for update of c skip locked`.execute(transaction);
    const held = rows.map(({ id }) => id);
    const messages = await deleteSaid(transaction, held, before);
    const { rows: over } = await sql<{ id: string }>`select c.id from contact.conversations c
      where c.id = any(${held}::text[]) and c.heard_at < ${before}
        and not exists (select from contact.messages m where m.conversation = c.id)`.execute(transaction);
    const ended = over.map(({ id }) => id);
    await deleteConversations(transaction, ended);
    await sql`update contact.conversations set started_at = greatest(started_at, ${before}::timestamptz)
      where id = any(${held}::text[])`.execute(transaction);
    return { ended, messages };
  });
}

/** What needs no look at conversations. Small tables, and those with an index by time. */
async function deleteOld(db: Db, retention: Retention, now: Date): Promise<Deleted> {
  const before = (kind: RecordKind) => daysBefore(now, retention[kind].days);
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const rows = async (statement: ReturnType<typeof sql>) => Number((await statement.execute(db)).numAffectedRows ?? 0n);
  // Which conversation and whose it was goes with the conversations: what is left of a figure is nobody's.
  await sql`update contact.facts set conversation = null, sequence = null, person = null
    where at < ${before('conversations')} and (conversation is not null or person is not null)`.execute(db);
  await dropEmptyPartitions(db, 'messages', before('conversations'));
  return {
    figures: (await dropPartitions(db, 'facts', before('figures'))).length,
    misread: await rows(sql`delete from contact.misread where at < ${before('misread')}`),
    contactRoutes: await rows(sql`delete from contact.contact_routes where until < ${day(before('contactRoutes'))}`),
    repeats: await rows(sql`delete from contact.received where at < ${before('repeats')}`),
    refused: await rows(sql`delete from contact.quarantine where at < ${before('refused')}`),
    failedProofs: await rows(sql`delete from contact.failed_proofs where at < ${before('failedProofs')}`),
    optOuts: await rows(sql`delete from contact.consents o where at < ${before('optOuts')} and not exists (
      select from contact.conversations c where c.channel = 'sms' and c.address ->> 'number' = o.number)`),
    holds: await rows(sql`delete from contact.legal_holds where ended_at < ${before('holds')}`),
    audit: await deleteAudit(db, before('audit')),
  };
}

/** Whole months; and old lines from before there were any. */
async function deleteAudit(db: Db, before: Date): Promise<number> {
  const months = await dropPartitions(db, 'audit', before);
  const late = await db.transaction().execute(async (transaction) => {
    await sql`select set_config('contact.moving', 'on', true)`.execute(transaction);
    return await sql`delete from contact.audit_default where at < ${before}`.execute(transaction);
  });
  return months.length + Number(late.numAffectedRows ?? 0n);
}
