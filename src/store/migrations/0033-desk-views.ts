// Views that agents keep at the desk: a name and a filter each, and nothing of any tenant.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const deskViews: Migration = {
  name: '0033-desk-views',
  up: async (db) => {
    for (const statement of [table, oneOfAName]) await sql.raw(statement).execute(db);
  },
};

/** They go with their agent. */
const table = `
create table contact.desk_views (
  id uuid primary key,
  agent text not null references contact.agents (id) on delete cascade,
  name text not null,
  filter jsonb not null
)`;
const oneOfAName = 'create unique index desk_views_of_agent on contact.desk_views (agent, lower(name))';
