// What tenants wrote and we misread, without what tells whose it is, for editors to make examples of.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const misread: Migration = {
  name: '0003-misread',
  up: async (db) => {
    for (const statement of [table, byDay]) await sql.raw(statement).execute(db);
  },
};

/** Conversation and sequence are there so that more can be told of a row later, and all of a conversation taken away. */
const table = `
create table contact.misread (
  id bigint generated always as identity primary key,
  conversation text not null,
  sequence integer not null,
  channel text not null,
  language text not null,
  words text not null,
  because text not null check (because in ('not-understood', 'unclear', 'corrected', 'chosen', 'handed-over')),
  guessed text,
  confidence real,
  during text,
  meant text,
  at timestamptz not null,
  done_at timestamptz,
  unique (conversation, sequence)
)`;
const byDay = 'create index misread_at on contact.misread (at)';
