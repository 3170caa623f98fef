// What an agent said of a contact at its end: who they are, what made it avoidable, and the task of what was promised.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const contactDetails: Migration = {
  name: '0107-contact-details',
  up: async (db) => {
    await sql`alter table housing.contacts add column details jsonb`.execute(db);
  },
};
