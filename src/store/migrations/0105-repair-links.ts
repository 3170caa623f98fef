// What was opened together with a repair: the hazard that it tells of.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const repairLinks: Migration = {
  name: '0105-repair-links',
  up: async (db) => {
    await sql`alter table housing.repairs add column links jsonb`.execute(db);
  },
};
