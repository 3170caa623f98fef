// Promises that are not known to be kept, for the desk: those whose day has passed or is near.

import { type Kysely, sql } from 'kysely';
import type { DuePromise, PromiseStore } from '../desk/ports.ts';
import type { Schema } from './schema.ts';

/** As many as a team reads in one sitting; who is behind by more works them off from the oldest. */
const mostTold = 200;

interface Row {
  readonly id: string;
  readonly conversation: string;
  readonly what: string;
  readonly by: string;
  readonly owner: string;
  readonly reference: string | null;
  readonly enquiry: string | null;
  readonly restricted: boolean;
}

export function createPromiseStore(db: Kysely<Schema>): PromiseStore {
  return {
    due: async (until) => (await rowsWhere(db, sql`substr(p.due_by, 1, 10) <= ${until}`)).map(promiseOf),
    open: async (id) => (await rowsWhere(db, sql`p.id = ${id}`)).map(promiseOf)[0],
    overdue: async (today) => {
      const { rows } = await sql<{ count: number }>`select count(*)::integer as count from contact.promises
        where ended_at is null and substr(due_by, 1, 10) < ${today}`.execute(db);
      return rows[0]?.count ?? 0;
    },
  };
}

/** A promise without a case of its own is as restricted as the gravest case of its conversation. */
async function rowsWhere(db: Kysely<Schema>, which: ReturnType<typeof sql>): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select p.id::text as id, p.conversation, p.what, p.due_by as by, p.owner, p.reference,
      coalesce(grave.enquiry, own.enquiry) as enquiry, grave.enquiry is not null as restricted
    from contact.promises p
    left join contact.cases own on own.reference = p.reference
    left join lateral (select c.enquiry from contact.cases c where c.conversation = p.conversation and c.restricted
      order by c.at limit 1) grave on true
    where p.ended_at is null and ${which}
    order by p.due_by, p.id limit ${mostTold}`.execute(db);
  return rows;
}

function promiseOf({ reference, enquiry, ...row }: Row): DuePromise {
  return { ...row, ...(reference !== null && { reference }), ...(enquiry !== null && { enquiry }) };
}
