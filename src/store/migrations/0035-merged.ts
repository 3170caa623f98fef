// A handover that ended because its conversation goes on in another one of the same person, with the same agent.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const merged: Migration = {
  name: '0035-merged',
  up: async (db) => {
    for (const statement of [column, index]) await sql.raw(statement).execute(db);
  },
};

/** The id of that conversation. */
const column = 'alter table contact.handovers add column merged_into text';
const index = 'create index handovers_merged on contact.handovers (merged_into) where merged_into is not null';
