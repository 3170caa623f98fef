// Agents, their sign-in and their sessions; the queue beside them.

import { type Kysely, sql } from 'kysely';
import type { DeskStore } from '../desk/ports.ts';
import { createHandovers, type Handovers } from './handovers.ts';
import type { Schema } from './schema.ts';

/** A conversation by text may go on for years. */
const mostOpened = 200;

export function createDeskStore(db: Kysely<Schema>): DeskStore & Handovers {
  return {
    ...createHandovers(db),
    openedIn: async (conversation) => {
      const rows = await db
        .selectFrom('contact.cases')
        .select(['reference', 'kind', 'enquiry', 'received_at', 'due', 'restricted'])
        .where('conversation', '=', conversation)
        .orderBy('at')
        .orderBy('reference')
        .limit(mostOpened)
        .execute();
      return rows.map(({ received_at: receivedAt, ...row }) => ({ ...row, receivedAt }));
    },
    restrictedIn: async (conversations) =>
      conversations.length === 0
        ? []
        : await db
            .selectFrom('contact.cases')
            .select(['conversation', 'enquiry'])
            .distinct()
            .where('conversation', 'in', [...conversations])
            .where('restricted', '=', true)
            .execute(),
    saveAgent: async ({ id, name, teams }) => {
      await db
        .insertInto('contact.agents')
        .values({ id, name, teams: [...teams] })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, teams: [...teams] }))
        .execute();
    },
    agent: (id) => db.selectFrom('contact.agents').selectAll().where('id', '=', id).executeTakeFirst(),
    spendLink: async ({ id, at }) => {
      const used = await db
        .insertInto('contact.sign_in_links')
        .values({ id, at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return (used.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    openSession: async (session) => {
      await db.insertInto('contact.desk_sessions').values(session).execute();
      await db.deleteFrom('contact.desk_sessions').where('until', '<', session.at).execute();
    },
    sessionAgent: async (hash, now) => {
      const { rows } = await sql<{ id: string; name: string; teams: string[] }>`
        select a.id, a.name, a.teams from contact.desk_sessions s join contact.agents a on a.id = s.agent
        where s.hash = ${hash} and s.until > ${now}`.execute(db);
      return rows[0];
    },
    closeSession: async (hash) => {
      await db.deleteFrom('contact.desk_sessions').where('hash', '=', hash).execute();
    },
  };
}
