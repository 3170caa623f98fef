// Figures of what the housing system holds: what became of referrals, and who takes part. Another housing system has reports of its own.

import { sql } from 'kysely';
import { daysBefore } from '../../model/london-time.ts';
import { countedBy, withoutFew } from './by-characteristic.ts';
import type { Database } from './table.ts';

/** Referrals by what was needed, the service, and what became of them: `status`, and `outcome` as staff wrote it in the details. */
export async function referralsByOutcome(db: Database) {
  const { rows } = await sql<{ need: string; service: string; status: string; outcome: string | null; count: number }>`
    select details ->> 'need' as need, details ->> 'service' as service, status, details ->> 'outcome' as outcome,
      count(*)::integer as count
    from housing.cases where kind = 'referral'
    group by 1, 2, 3, 4 order by count desc, need, service, status, outcome limit 1000`.execute(db);
  return rows;
}

/** Who put their name down to take part, by protected characteristic. */
export async function signUps(db: Database) {
  const counted = sql`select reference, person, created_at as at from housing.tasks where kind = 'involvement.join'`;
  const rows = await countedBy(db, { counted });
  const { rows: all } = await sql<{ count: number; people: number }>`
    select count(*)::integer as count, count(distinct coalesce(person, reference))::integer as people
    from (${counted}) counted`.execute(db);
  const everybody = all.map((each) => ({ characteristic: 'everybody', value: 'all', ...each }));
  return withoutFew([...everybody, ...rows], ['count']);
}

/** Contacts that came in within the last twelve months, by the method and by protected characteristic. */
export async function contactsByMethod(db: Database, now: Date) {
  const since = yearBefore(now);
  const rows = await countedBy<{ channel: string }>(db, {
    counted: sql`select id as reference, person, at, channel from housing.contacts where at >= ${since}::text::timestamptz`,
    by: 'channel',
  });
  // How many came by each method is told elsewhere, and so is how many there are of whom.
  return {
    since,
    contacts: withoutFew(rows, ['count'], ({ characteristic, channel }) => `${characteristic} ${channel}`),
  };
}

const lookBackDays = 365;

export function yearBefore(now: Date): string {
  return daysBefore(now, lookBackDays).toISOString();
}
