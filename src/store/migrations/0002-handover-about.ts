// What a handover is about, where the customer asked for a person and said no more: the matter before it.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const handoverAbout: Migration = {
  name: '0002-handover-about',
  up: async (db) => {
    await sql`alter table contact.handovers add column about text`.execute(db);
  },
};
