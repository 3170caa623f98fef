// What staff are warned of before they meet somebody, in the embedded housing system: each with why, and a day on which it is looked at again.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const warnings: Migration = {
  name: '0106-warnings',
  up: async (db) => {
    await sql`alter table housing.people add column warnings jsonb`.execute(db);
  },
};
