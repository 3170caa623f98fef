// What keeps the database small and quick, now and then: partitions ahead, claims, quarantine and what was misread past their use, and for the
// embedded database the vacuum that a server does by itself.

import { type Kysely, sql } from 'kysely';
import { makePartitions } from './partitions.ts';
import type { Schema } from './schema.ts';

/** No sender repeats a message after that long. */
const claimsKeptDays = 90;
const quarantineKeptDays = 30;
const failuresKeptDays = 30;

/** Call at start and daily. @param now the service's clock @param kept what the landlord decides */
export async function keepUp(
  db: Kysely<Schema>,
  now: Date,
  kept: { readonly misreadDays: number; readonly contactRouteDays: number } = {
    misreadDays: 90,
    contactRouteDays: 365,
  },
): Promise<void> {
  await makePartitions(db, now);
  await db.deleteFrom('contact.received').where('at', '<', daysBefore(now, claimsKeptDays)).execute();
  await db.deleteFrom('contact.quarantine').where('at', '<', daysBefore(now, quarantineKeptDays)).execute();
  await db.deleteFrom('contact.failed_proofs').where('at', '<', daysBefore(now, failuresKeptDays)).execute();
  await db.deleteFrom('contact.misread').where('at', '<', daysBefore(now, kept.misreadDays)).execute();
  const routesOver = daysBefore(now, kept.contactRouteDays).toISOString().slice(0, 10);
  await db.deleteFrom('contact.contact_routes').where('until', '<', routesOver).execute();
}

/** Call every ten minutes or so on the embedded database, which has no autovacuum of its own. */
export async function vacuum(db: Kysely<Schema>): Promise<void> {
  for (const table of ['conversations', 'outbox', 'handovers', 'received']) {
    await sql`vacuum (analyze) ${sql.table(`contact.${table}`)}`.execute(db);
  }
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
