// Promises that have no end yet: for the desk those whose day has passed or is near, for a turn those of a case, and for time those
// that it is to look at.

import { type Kysely, sql } from 'kysely';
import type { PromiseStore } from '../desk/ports.ts';
import type { PromiseDiary } from '../promises/ports.ts';
import type { OpenPromise } from '../turn/act.ts';
import type { PromisesMade } from '../turn/world.ts';
import type { Schema } from './schema.ts';

/** As many as a team reads in one sitting; who is behind by more works them off from the oldest. */
const mostTold = 200;

type Row = { readonly [Key in keyof OpenPromise]: OpenPromise[Key] | null };
type Condition = ReturnType<typeof sql>;

export interface Promises extends PromiseStore, PromiseDiary, PromisesMade {
  /** Something has changed where the case is: looked at now. */
  nudge(reference: string, now: Date): Promise<void>;
}

export function createPromiseStore(db: Kysely<Schema>): Promises {
  return {
    due: (until) => promisesWhere(db, sql`substr(p.due_by, 1, 10) <= ${until}`),
    open: async (id) => (await promisesWhere(db, sql`p.id = ${id}`))[0],
    in: (conversation) => promisesWhere(db, sql`p.conversation = ${conversation}`),
    of: (reference) => promisesWhere(db, sql`p.reference = ${reference}`),
    overdue: async (today) => {
      const { rows } = await sql<{ count: number }>`select count(*)::integer as count from contact.promises
        where ended_at is null and substr(due_by, 1, 10) < ${today}`.execute(db);
      return rows[0]?.count ?? 0;
    },
    // What the update returns is read on as the table itself is elsewhere: one statement, whatever their number.
    claim: ({ now, until, limit }) =>
      promisesIn(db, {
        before: sql`with due as materialized (
            select id from contact.promises where ended_at is null and look_at <= ${now}::timestamptz
            order by look_at, id limit ${limit}::integer for update skip locked
          ), claimed as (
            update contact.promises c set look_at = ${until}::timestamptz from due where c.id = due.id returning c.*
          )`,
        from: sql`claimed`,
        where: sql`true`,
      }),
    lookAgain: async (later, claimed) => {
      const rows = JSON.stringify(later);
      await sql`update contact.promises p set look_at = later.at
        from jsonb_to_recordset(${rows}::text::jsonb) as later (id bigint, at timestamptz)
        where p.id = later.id and p.look_at = ${claimed}::timestamptz`.execute(db);
    },
    nudge: async (reference, now) => {
      await sql`update contact.promises set look_at = least(look_at, ${now}::timestamptz)
        where reference = ${reference} and ended_at is null`.execute(db);
    },
  };
}

const promisesWhere = (db: Kysely<Schema>, where: Condition) =>
  promisesIn(db, { before: sql``, from: sql`contact.promises`, where });

interface Read {
  readonly before: Condition;
  /** Of promises, with all their columns. */
  readonly from: Condition;
  readonly where: Condition;
}

/** The oldest day first. A promise without a case of its own is as restricted as the gravest case of its conversation. */
async function promisesIn(db: Kysely<Schema>, { before, from, where }: Read): Promise<readonly OpenPromise[]> {
  const { rows } = await sql<Row>`${before}
    select p.id::text as id, p.conversation, p.what, p.due_by as by, p.owner, p.reference, p.at as "madeAt",
      p.warned_at as "warnedAt", p.missed_at as "missedAt", p.news_by as "newsBy", own.kind, own.person,
      coalesce(grave.enquiry, own.enquiry) as enquiry, grave.enquiry is not null as restricted, other.latest, earlier.why
    from ${from} p
    left join contact.cases own on own.reference = p.reference
    left join lateral (select c.enquiry from contact.cases c where c.conversation = p.conversation and c.restricted
      order by c.at limit 1) grave on true
    left join lateral (select max(o.due_by) as latest from contact.promises o
      where o.reference = p.reference and o.id <> p.id and o.ended_at is null
        and (o.what = p.what or own.kind = 'repair')) other on true
    left join lateral (select m.why from contact.promises m where m.reference = p.reference and m.what = p.what
      and m.ended_as = 'moved' order by m.ended_at desc limit 1) earlier on true
    where p.ended_at is null and ${where}
    order by p.due_by, p.id limit ${mostTold}`.execute(db);
  return rows.map(
    (row) => Object.fromEntries(Object.entries(row).filter(([, each]) => each !== null)) as unknown as OpenPromise,
  );
}
