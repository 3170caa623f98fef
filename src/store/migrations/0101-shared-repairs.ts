// Faults that several homes share are reported once for the building.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const sharedRepairs: Migration = {
  name: '0101-shared-repairs',
  up: async (db) => {
    await sql`alter table housing.repairs add column shared_part text`.execute(db);
    await sql`create index repairs_shared on housing.repairs (property) where shared_part is not null`.execute(db);
  },
};
