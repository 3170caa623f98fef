// Agents, their sign-in and their sessions; the queue beside them.

import type { Kysely } from 'kysely';
import type { DeskStore } from '../desk/ports.ts';
import { createHandovers, type Handovers } from './handovers.ts';
import { createNoteStore } from './notes.ts';
import type { Schema } from './schema.ts';
import { createSessionStore } from './sessions.ts';
import { createViewStore } from './views.ts';

/** Of one landlord. */
const mostAgents = 1_000;
/** A conversation by text may go on for years. */
const mostOpened = 200;

export function createDeskStore(db: Kysely<Schema>): DeskStore & Handovers {
  return {
    ...createHandovers(db),
    ...createNoteStore(db),
    ...createViewStore(db),
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
    ...agentsIn(db),
    spendLink: async ({ id, at }) => {
      const used = await db
        .insertInto('contact.sign_in_links')
        .values({ id, at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return (used.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    ...createSessionStore(db),
  };
}

function agentsIn(db: Kysely<Schema>): Pick<DeskStore, 'saveAgent' | 'agents' | 'agent' | 'names'> {
  return {
    saveAgent: async ({ id, name, teams }) => {
      await db
        .insertInto('contact.agents')
        .values({ id, name, teams: [...teams] })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, teams: [...teams] }))
        .execute();
    },
    agents: () =>
      db
        .selectFrom('contact.agents')
        .select(['id', 'name', 'teams'])
        .orderBy('name')
        .orderBy('id')
        .limit(mostAgents)
        .execute(),
    agent: (id) => db.selectFrom('contact.agents').selectAll().where('id', '=', id).executeTakeFirst(),
    names: async (ids) => {
      if (ids.length === 0) return {};
      const rows = await db
        .selectFrom('contact.agents')
        .select(['id', 'name'])
        .where('id', 'in', [...ids])
        .execute();
      return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
    },
  };
}
