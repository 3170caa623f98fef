// Brings the database up to date at start. Forward only: a step that was released is never changed, a new one is added.

import { type Kysely, sql } from 'kysely';
import type { Logger } from '../log.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/** Any number that nobody else uses; held while migrating, so that two instances that start together do it once. */
const migrationLock = 784_021_551;

/** @throws Error when the database has steps that this program does not know: it was written by a newer one */
export async function migrate(db: Kysely<Schema>, log: Logger): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(transaction);
    await sql`create schema if not exists contact`.execute(transaction);
    await sql`create table if not exists contact.migrations (name text primary key, at timestamptz not null default now())`.execute(
      transaction,
    );
    const done = new Set(
      (await transaction.selectFrom('contact.migrations').select('name').execute()).map((m) => m.name),
    );
    refuseNewer(done);
    for (const migration of migrations) {
      if (done.has(migration.name)) continue;
      await migration.up(transaction);
      await transaction.insertInto('contact.migrations').values({ name: migration.name }).execute();
      log.info('Database migrated', { version: migration.name });
    }
  });
}

function refuseNewer(done: ReadonlySet<string>): void {
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = [...done].filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new Error(
    `The database was made by a newer Doorstep: it has ${unknown.join(', ')}, which this version does not know. ` +
      'Start that version or a later one; going back is not possible without a backup.',
  );
}
