// Requests to do something differently that nobody has decided on yet, by our own record of what was opened and promised.

import { type Kysely, sql } from 'kysely';
import type { AdjustmentStore, WaitingAdjustment } from '../desk/ports.ts';
import type { Schema } from './schema.ts';

/** As many as a team reads in one sitting, the oldest first. */
const mostTold = 200;

export function createAdjustmentStore(db: Kysely<Schema>): AdjustmentStore {
  const rowsWhere = async (which: ReturnType<typeof sql>): Promise<readonly WaitingAdjustment[]> => {
    const { rows } = await sql<WaitingAdjustment>`
      select c.reference, c.conversation, p.id::text as promise, p.due_by as by
      from contact.cases c join contact.promises p
        on p.reference = c.reference and p.what = 'decide' and p.ended_at is null
      where c.kind = 'adjustment' and not c.restricted and ${which}
      order by p.due_by, c.reference limit ${mostTold}`.execute(db);
    return rows;
  };
  return {
    waiting: () => rowsWhere(sql`true`),
    find: async (reference) => (await rowsWhere(sql`c.reference = ${reference}`))[0],
  };
}
