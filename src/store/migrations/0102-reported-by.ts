// Who wrote a contact or reported a repair, where it was not whom it is about.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const reportedBy: Migration = {
  name: '0102-reported-by',
  up: async (db) => {
    await sql`alter table housing.contacts add column reported_by jsonb`.execute(db);
    await sql`alter table housing.repairs add column reported_by jsonb`.execute(db);
  },
};
