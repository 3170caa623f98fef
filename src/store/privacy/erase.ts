// Erases what is kept of one person, in one transaction: whole, or not at all. Files are noted in it and removed after it.

import { type Kysely, sql } from 'kysely';
import type { ErasureCounts, PersonData, Subject } from '../../privacy/ports.ts';
import { toJson } from '../json.ts';
import type { Schema } from '../schema.ts';
import { writeLine } from './audit.ts';
import { deleteConversations, deleteSaid } from './delete-rows.ts';
import { isOpen } from './open-matters.ts';

type Db = Kysely<Schema>;
type What = Parameters<PersonData['erase']>[1];

/** Later than anything that was said. */
const everything = new Date('9999-01-01T00:00:00Z');

export function createErasure(db: Db, secret: string): PersonData['erase'] {
  return (subject, what) =>
    db.transaction().execute(async (transaction) => {
      const ids = await locked(transaction, subject, what.conversations);
      if (ids.length < what.conversations.length) return 'changed';
      const counts = await eraseConversations(transaction, ids);
      await eraseBeside(transaction, subject, { ...what, ids });
      await handOn(transaction, subject, what);
      const data = { ...counts, kept: what.kept };
      await writeLine(transaction, { ...what.line, data }, secret);
      return counts;
    });
}

/** Nobody takes a turn in them meanwhile, and nothing has become open in them since it was decided. */
async function locked(db: Db, { request }: Subject, conversations: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select c.id from contact.conversations c
    where c.id = any(${conversations}::text[]) and not ${isOpen(request)} order by c.id for update of c`.execute(db);
  return rows.map(({ id }) => id);
}

async function eraseConversations(db: Db, ids: readonly string[]): Promise<ErasureCounts> {
  const { rows } = await sql<{ files: number }>`
    select count(distinct file ->> 'id')::integer as files from contact.messages m, jsonb_array_elements(m.data -> 'attachments') file
    where m.conversation = any(${ids}::text[])`.execute(db);
  const messages = await deleteSaid(db, ids, everything);
  await deleteConversations(db, ids);
  return { conversations: ids.length, messages, files: rows[0]?.files ?? 0 };
}

/** Figures stay as numbers of nobody. A number that wants no texts stays on its list: it is what keeps us from writing to it. */
async function eraseBeside(
  db: Db,
  { person = '', numbers }: Subject,
  what: What & { readonly ids: readonly string[] },
) {
  await sql`update contact.facts set conversation = null, sequence = null, person = null
    where conversation = any(${what.ids}::text[])`.execute(db);
  await sql`delete from contact.consents o where number = any(${numbers}::text[])
    and (consent = 'in' or exists (select from contact.consents later where later.number = o.number and later.id > o.id))`.execute(
    db,
  );
  await sql`update contact.consents set word = 'STOP', conversation = null where number = any(${numbers}::text[])`.execute(
    db,
  );
  const last = sql`select id from contact.contact_routes where person = ${person} order by id desc limit 1`;
  await sql`delete from contact.contact_routes where person = ${person} and not exists (
    select from contact.contact_routes h where h.id = (${last}) and h.is_done <> 'ended' and h.until >= ${what.today}::date)`.execute(
    db,
  );
  for (const number of numbers) {
    const digits = number.replace(/\D/g, '');
    await sql`delete from contact.quarantine where body like ${`%${digits}%`}`.execute(db);
    await sql`delete from contact.failed_proofs where key = ${`address:${number}`}`.execute(db);
  }
  if (what.kept.length === 0) await sql`update contact.facts set person = null where person = ${person}`.execute(db);
}

/** The housing system's own data is its keepers' to erase: they are asked, through the outbox like everything else that it gets. */
async function handOn(db: Db, { request }: Subject, { task, line }: What): Promise<void> {
  if (task === undefined) return;
  const id = `erase:${request}:${line.at.getTime()}`;
  await sql`insert into contact.outbox (id, key, kind, payload, conversation, due_at, created_at)
    values (${id}, ${`housing:${request}`}, 'housing.create-task', ${toJson(task)}::jsonb, ${`erased:${request}`}, ${line.at}, ${line.at})`.execute(
    db,
  );
}
