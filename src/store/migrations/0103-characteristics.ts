// Protected characteristics as people told them of themselves: a table of its own, so that who reads people need not read these, and
// so that what is figures' alone can be granted, kept and taken away by itself.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const characteristics: Migration = {
  name: '0103-characteristics',
  up: async (db) => {
    await sql`create table housing.characteristics (
      person text not null references housing.people (id) on delete cascade,
      name text not null,
      answer text not null,
      told_on date not null,
      primary key (person, name)
    )`.execute(db);
  },
};
