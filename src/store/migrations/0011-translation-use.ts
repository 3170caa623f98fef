// What translation costs is counted by the month, across instances and restarts.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const translationUse: Migration = {
  name: '0011-translation-use',
  up: async (db) => {
    await sql`create table contact.translation_use (
      month text primary key,
      characters bigint not null
    )`.execute(db);
  },
};
