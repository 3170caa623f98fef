// Deletes all that hangs on conversations, with the connection of who opened the transaction. Files are only noted here: they are
// removed from disk once the transaction is durable, however often the process dies in between.

import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

type Db = Kysely<Schema>;

/** What was said before an instant, in conversations that may go on. Returns how many messages went. */
export async function deleteSaid(db: Db, ids: readonly string[], before: Date): Promise<number> {
  const of = sql`conversation = any(${ids}::text[]) and at < ${before}`;
  // A file that was sent again in what stays is not removed.
  await sql`insert into contact.files_to_remove (id, at)
    select distinct file ->> 'id', ${before}::timestamptz from contact.messages m, jsonb_array_elements(m.data -> 'attachments') file
    where m.conversation = any(${ids}::text[]) and m.at < ${before} and not exists (
      select from contact.messages later, jsonb_array_elements(later.data -> 'attachments') kept
      where later.conversation = m.conversation and later.at >= ${before} and kept ->> 'id' = file ->> 'id')
    on conflict do nothing`.execute(db);
  // What was made and not told yet: no message names it.
  await sql`insert into contact.files_to_remove (id, at)
    select distinct file ->> 'id', ${before}::timestamptz from contact.formats f, jsonb_array_elements(f.files) file
    where f.conversation = any(${ids}::text[]) and f.at < ${before} and not exists (
      select from contact.messages m, jsonb_array_elements(m.data -> 'attachments') kept
      where m.conversation = f.conversation and kept ->> 'id' = file ->> 'id')
    on conflict do nothing`.execute(db);
  const gone = await sql`delete from contact.messages where ${of}`.execute(db);
  for (const table of ['received', 'notes', 'drafts', 'sms_deliveries', 'misread', 'formats'])
    await sql`delete from ${sql.table(`contact.${table}`)} where ${of}`.execute(db);
  return Number(gone.numAffectedRows ?? 0n);
}

/** The conversations themselves, once nothing that was said in them is left. */
export async function deleteConversations(db: Db, ids: readonly string[]): Promise<void> {
  const tables = [
    'cases',
    'promises',
    'handovers',
    'notes',
    'drafts',
    'received',
    'misread',
    'sms_deliveries',
    'formats',
    'text_lines',
    'chat_links',
    'outbox',
  ];
  for (const table of tables)
    await sql`delete from ${sql.table(`contact.${table}`)} where conversation = any(${ids}::text[])`.execute(db);
  await sql`update contact.consents set conversation = null where conversation = any(${ids}::text[])`.execute(db);
  await sql`delete from contact.conversations where id = any(${ids}::text[])`.execute(db);
}
