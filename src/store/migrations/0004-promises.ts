// What became of a promise: kept, or moved to another day with a reason; by whom.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const promises: Migration = {
  name: '0004-promises',
  up: async (db) => {
    await sql`alter table contact.promises rename column kept_at to ended_at`.execute(db);
    await sql`alter table contact.promises add column ended_as text check (ended_as in ('kept', 'moved')),
      add column ended_by text, add column why text`.execute(db);
  },
};
