// Of words that were misread: that somebody at the desk wants an example made of them, and of which kind.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const misreadMarked: Migration = {
  name: '0010-misread-marked',
  up: async (db) => {
    await sql`alter table contact.misread add column example_of text`.execute(db);
  },
};
