// Notes between agents, and drafts of what is not sent yet.

import { type Kysely, sql } from 'kysely';
import type { DraftStore, NoteStore } from '../desk/colleagues/ports.ts';
import type { Schema } from './schema.ts';

/** More than these nobody works off. */
const mostMentions = 100;

export function createNoteStore(db: Kysely<Schema>): NoteStore & DraftStore {
  const columns = ['id', 'agent', 'text', 'at', 'mentions', 'asks'] as const;
  return {
    notes: (conversation) =>
      db.selectFrom('contact.notes').select(columns).where('conversation', '=', conversation).orderBy('id').execute(),
    unreadMentions: (agent) =>
      db
        .selectFrom('contact.notes')
        .select([...columns, 'conversation'])
        .where(sql<boolean>`mentions <> '{}' and mentions @> array[${agent}] and not read_by @> array[${agent}]`)
        .orderBy('id')
        .limit(mostMentions)
        .execute(),
    mentionsRead: async (conversation, agent) => {
      await read(db, { conversation, agent, asks: sql`not asks` });
    },
    mentionsAnswered: async (conversation, agent) => {
      await read(db, { conversation, agent, asks: sql`true` });
    },
    draft: async (conversation, agent) => {
      const row = await db
        .selectFrom('contact.drafts')
        .select(['text', 'sending_as', 'at'])
        .where('conversation', '=', conversation)
        .where('agent', '=', agent)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { text, sending_as: sendingAs, at } = row;
      return { text, at, ...(sendingAs !== null && { sendingAs }) };
    },
    keepDraft: async ({ conversation, agent }, { text, sendingAs = null, at }) => {
      if (text === '') {
        await db
          .deleteFrom('contact.drafts')
          .where('conversation', '=', conversation)
          .where('agent', '=', agent)
          .execute();
        return;
      }
      await db
        .insertInto('contact.drafts')
        .values({ conversation, agent, text, sending_as: sendingAs, at })
        .onConflict((conflict) =>
          conflict.columns(['conversation', 'agent']).doUpdateSet({ text, sending_as: sendingAs, at }),
        )
        .execute();
    },
  };
}

async function read(
  db: Kysely<Schema>,
  of: { readonly conversation: string; readonly agent: string; readonly asks: ReturnType<typeof sql> },
): Promise<void> {
  await sql`update contact.notes set read_by = read_by || array[${of.agent}]
    where conversation = ${of.conversation} and mentions @> array[${of.agent}] and not read_by @> array[${of.agent}]
      and ${of.asks}`.execute(db);
}
