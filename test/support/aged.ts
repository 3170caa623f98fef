// Conversations of long ago, put straight into the database: nobody can wait for years.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Store } from '../../src/store/database.ts';

export interface Aged {
  /** Of its only message, which says `words`. */
  readonly at: Date;
  readonly words?: string;
  readonly person?: string;
  readonly file?: string;
  /** What was opened in it. */
  readonly opened?: { readonly reference: string; readonly kind: string; readonly restricted?: boolean };
  readonly promise?: { readonly reference: string };
  /** With a message of a moment ago as well. */
  readonly goesOn?: boolean;
}

/** Returns its id. */
export async function agedConversation({ db }: Pick<Store, 'db'>, about: Aged): Promise<string> {
  const id = `aged-${randomUUID()}`;
  const { at, words = 'long ago', person = null, file, opened, promise, goesOn = false } = about;
  const heardAt = goesOn ? new Date() : at;
  const data = JSON.stringify(
    file === undefined ? {} : { attachments: [{ id: file, name: 'a.png', contentType: 'image/png', bytes: 3 }] },
  );
  await sql`insert into contact.conversations (id, address, channel, revision, sequence, taken, heard, heard_at, person, started_at)
    values (${id}, ${JSON.stringify({ channel: 'web', user: id })}, 'web', 1, ${goesOn ? 2 : 1}, ${goesOn ? 2 : 1}, ${goesOn ? 2 : 1},
      ${heardAt}, ${person}, ${at})`.execute(db);
  await sql`insert into contact.messages (conversation, sequence, author, kind, text, language, data, at)
    values (${id}, 1, 'customer', 'message', ${words}, 'en', ${data}::jsonb, ${at})`.execute(db);
  if (goesOn)
    await sql`insert into contact.messages (conversation, sequence, author, kind, text, language, data, at)
      values (${id}, 2, 'customer', 'message', 'just now', 'en', '{}', ${heardAt})`.execute(db);
  await sql`insert into contact.notes (conversation, agent, text, at) values (${id}, 'a', ${words}, ${at})`.execute(db);
  await sql`insert into contact.drafts (conversation, agent, text, at) values (${id}, 'a', ${words}, ${at})`.execute(
    db,
  );
  if (opened !== undefined)
    await sql`insert into contact.cases (reference, kind, conversation, person, enquiry, received_at, due, restricted, at)
      values (${opened.reference}, ${opened.kind}, ${id}, ${person}, 'contact.case', ${at}, '[]', ${opened.restricted ?? false}, ${at})`.execute(
      db,
    );
  if (promise !== undefined)
    await sql`insert into contact.promises (conversation, what, due_by, reference, owner, at, look_at)
      values (${id}, 'answer', '2030-01-01', ${promise.reference}, 'team', ${at}, null)`.execute(db);
  return id;
}

/** How many messages of it are left; undefined when the conversation itself is gone. */
export async function leftOf({ db }: Pick<Store, 'db'>, id: string): Promise<number | undefined> {
  const row = await db.selectFrom('contact.conversations').select('id').where('id', '=', id).executeTakeFirst();
  const rows = await db.selectFrom('contact.messages').select('sequence').where('conversation', '=', id).execute();
  return row === undefined && rows.length === 0 ? undefined : rows.length;
}
