// What is known to be wrong for many at once, as a supervisor told it. Their words and whose they are; nothing of any tenant.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const incidents: Migration = {
  name: '0023-incidents',
  up: async (db) => {
    await sql.raw(table).execute(db);
  },
};

/** `places`: none is everywhere. `version`: one up with each news. */
const table = `
create table contact.incidents (
  id bigint generated always as identity (start with 1000001) primary key,
  version integer not null default 1,
  topics text[] not null,
  places text[] not null,
  words jsonb not null,
  starts_at timestamptz not null,
  until timestamptz not null,
  agent text not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by text
)`;
