// Promises are looked at by time: when next, when its team was reminded, since when the tenant knows that it is late, and by when they
// hear again. Of what the housing system refused for good it is kept that the tenant was told.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const promiseCare: Migration = {
  name: '0005-promise-care',
  up: async (db) => {
    for (const statement of [columns, begin, toLook, ofCase, told]) await sql.raw(statement).execute(db);
  },
};

const columns = `alter table contact.promises add column look_at timestamptz, add column warned_at timestamptz,
  add column missed_at timestamptz, add column news_by text`;
/** What stands open is looked at from the start. */
const begin = 'update contact.promises set look_at = at where ended_at is null';
const toLook = 'create index promises_to_look on contact.promises (look_at) where ended_at is null';
const ofCase = 'create index promises_of_reference on contact.promises (reference) where reference is not null';
const told = 'alter table contact.outbox add column told_at timestamptz';
