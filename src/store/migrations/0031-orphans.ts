// Every few seconds it is looked whether each conversation and its handover agree on whose it is: by these, of all that ever were, only
// those are read that somebody has or waits for.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const orphans: Migration = {
  name: '0031-orphans',
  up: async (db) => {
    for (const statement of [handedOver, open]) await sql.raw(statement).execute(db);
  },
};

/** The queries say the same conditions, or they are not used. */
const handedOver = `create index conversations_handed_over on contact.conversations (id) where owner <> 'bot'`;
const open = `create index handovers_open on contact.handovers (conversation) where state <> 'ended'`;
