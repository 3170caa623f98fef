// What keeps the database quick, now and then: partitions ahead, and for the embedded database the vacuum that a server does by itself.

import { type Kysely, sql } from 'kysely';
import { makePartitions } from './partitions.ts';
import type { Schema } from './schema.ts';

/** Call at start and daily. What is kept how long is not its business: see `privacy/`. @param now the service's clock */
export async function keepUp(db: Kysely<Schema>, now: Date): Promise<void> {
  await makePartitions(db, now);
}

/** Call every ten minutes or so on the embedded database, which has no autovacuum of its own. */
export async function vacuum(db: Kysely<Schema>): Promise<void> {
  for (const table of ['conversations', 'outbox', 'handovers', 'received']) {
    await sql`vacuum (analyze) ${sql.table(`contact.${table}`)}`.execute(db);
  }
}
