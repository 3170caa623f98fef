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

interface Formats {
  readonly format: string;
  readonly language: string;
  readonly count: number;
}

/** People with a format on their profile, by format and by the language in which they need it. */
export async function formatsNeeded(db: Database): Promise<readonly Formats[]> {
  const { rows } = await sql<Formats>`
    select format, coalesce(need ->> 'language', p.language, 'en') as language, count(distinct p.id)::integer as count
    from housing.people p, jsonb_array_elements(p.needs) need,
      jsonb_array_elements_text(coalesce(need -> 'formats', '[]')) as format
    where need ->> 'endedOn' is null group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

/** Requests that people made, which the service could not: those that it closed by itself say so. */
export async function formatsByPeople(db: Database, since: string): Promise<readonly Formats[]> {
  const { rows } = await sql<Formats>`
    select coalesce(details ->> 'format', 'other') as format, coalesce(details ->> 'language', language, 'en') as language,
      count(*)::integer as count
    from housing.cases where kind = 'format' and status in ('closed', 'completed', 'done', 'resolved') and details -> 'sent' is null
      and created_at >= ${since}::text::timestamptz group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

const lookBackDays = 365;

export function yearBefore(now: Date): string {
  return daysBefore(now, lookBackDays).toISOString();
}
