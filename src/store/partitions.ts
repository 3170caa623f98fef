// Months as partitions of the tables that grow, made ahead of time; retention drops a whole one, or one that it has emptied.

import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

const grown = ['messages', 'facts', 'audit'] as const;
type Grown = (typeof grown)[number];
/** Held while partitions change, so that instances take turns. */
const partitionLock = 784_021_552;
const lockTimeout = '55P03';

/**
 * Makes the partitions of last month (for what arrives late), of this one and of the two that follow. Call at start and daily.
 * Rows that had to go to the default partition meanwhile are moved to where they belong.
 *
 * @param now the service's clock
 */
export async function makePartitions(db: Kysely<Schema>, now: Date): Promise<void> {
  for (const table of grown) {
    const there = await partitionsOf(db, table);
    for (const ahead of [-1, 0, 1, 2]) {
      const month = monthFrom(now, ahead);
      if (!there.includes(nameOf(table, month))) await makePartition(db, table, month);
    }
  }
}

/** Drops the partitions whose every row is older than `before`. Returns their names. */
export async function dropPartitions(db: Kysely<Schema>, table: Grown, before: Date): Promise<readonly string[]> {
  const first = nameOf(table, monthFrom(before, 0));
  const old = (await partitionsOf(db, table)).filter((name) => /_\d{4}_\d{2}$/.test(name) && name < first);
  for (const name of old) await sql`drop table ${sql.table(`contact.${name}`)}`.execute(db);
  return old;
}

/** The same, but only those of which nothing is left: rows that must stay keep their month. */
export async function dropEmptyPartitions(db: Kysely<Schema>, table: Grown, before: Date): Promise<void> {
  const first = nameOf(table, monthFrom(before, 0));
  const old = (await partitionsOf(db, table)).filter((name) => /_\d{4}_\d{2}$/.test(name) && name < first);
  for (const name of old) {
    const { rows } = await sql`select 1 from ${sql.table(`contact.${name}`)} limit 1`.execute(db);
    if (rows.length === 0) await dropIfEmpty(db, table, name);
  }
}

/** The parent is locked first, as every query does it. Who cannot have it soon leaves it for the next time: turns go on meanwhile. */
async function dropIfEmpty(db: Kysely<Schema>, table: Grown, name: string): Promise<void> {
  const part = sql.table(`contact.${name}`);
  try {
    await db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(${partitionLock})`.execute(transaction);
      if (!(await partitionsOf(transaction, table)).includes(name)) return;
      await sql`set local lock_timeout = '1s'`.execute(transaction);
      await sql`lock table ${sql.table(`contact.${table}`)} in access exclusive mode`.execute(transaction);
      const { rows: late } = await sql`select 1 from ${part} limit 1`.execute(transaction);
      if (late.length === 0) await sql`drop table ${part}`.execute(transaction);
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== lockTimeout) throw error;
  }
}

/** Names of a table's partitions, the default one included. */
export async function partitionsOf(db: Kysely<Schema>, table: Grown): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = ${`contact.${table}`}::regclass order by c.relname`.execute(db);
  return rows.map((row) => row.name);
}

/** Attaching needs a weaker lock on the parent than creating in place: turns go on meanwhile, but for a moment. */
async function makePartition(db: Kysely<Schema>, table: Grown, month: Date): Promise<void> {
  const parent = sql.table(`contact.${table}`);
  const name = nameOf(table, month);
  const part = sql.table(`contact.${name}`);
  const rest = sql.table(`contact.${table}_default`);
  const [from, to] = [sql.lit(month.toISOString()), sql.lit(monthFrom(month, 1).toISOString())];
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${partitionLock})`.execute(transaction);
    if ((await partitionsOf(transaction, table)).includes(name)) return;
    await sql`create table ${part} (like ${parent} including all)`.execute(transaction);
    await sql`lock table ${rest} in access exclusive mode`.execute(transaction);
    // The audit lets nothing be deleted but what moves.
    await sql`select set_config('contact.moving', 'on', true)`.execute(transaction);
    await sql`with late as (delete from ${rest} where at >= ${from} and at < ${to} returning *)
      insert into ${part} select * from late`.execute(transaction);
    await sql`alter table ${parent} attach partition ${part} for values from (${from}) to (${to})`.execute(transaction);
    if (table === 'audit')
      await sql`create trigger audit_not_emptied before truncate on ${part}
        for each statement execute function contact.only_added_to()`.execute(transaction);
  });
}

function monthFrom(day: Date, ahead: number): Date {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + ahead, 1));
}

function nameOf(table: Grown, month: Date): string {
  return `${table}_${month.toISOString().slice(0, 7).replace('-', '_')}`;
}
