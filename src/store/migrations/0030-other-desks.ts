// Handovers to a desk other than ours, which is reached by the channel of the conversation. They stand in no queue of ours.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const otherDesks: Migration = {
  name: '0030-other-desks',
  up: async (db) => {
    await sql.raw(column).execute(db);
  },
};

const column = 'alter table contact.handovers add column elsewhere boolean not null default false';
