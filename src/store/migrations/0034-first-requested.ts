// When a handover was first asked for: one that is put back waits anew, and what was said before is still that team's.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const firstRequested: Migration = {
  name: '0034-first-requested',
  up: async (db) => {
    for (const statement of [column, knownSoFar]) await sql.raw(statement).execute(db);
  },
};

/** Null where it was never put back. */
const column = 'alter table contact.handovers add column first_requested_at timestamptz';
/** Of those put back before this, the id tells the message that asked: `<conversation>:h<sequence>`. */
const knownSoFar = `
update contact.handovers h set first_requested_at = m.at
  from contact.messages m
  where h.in_front and m.conversation = h.conversation and h.id = h.conversation || ':h' || m.sequence and m.at < h.requested_at`;
