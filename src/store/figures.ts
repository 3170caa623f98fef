// Figures folded from the facts that turns left, for the desk. Definitions are in docs/figures.md.

import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

const lookBackDays = 30;

/** Enquiries of the last 30 days by kind, channel and outcome. */
export async function enquiriesEnded(db: Kysely<Schema>, now: Date) {
  const since = new Date(now.getTime() - lookBackDays * 86_400_000);
  const { rows } = await sql<{ enquiry: string; channel: string; outcome: string; count: number }>`
    select enquiry, channel, data ->> 'outcome' as outcome, count(*)::integer as count
    from contact.facts
    where name = 'enquiry.ended' and at >= ${since} and enquiry is not null
    group by 1, 2, 3 order by count desc, enquiry, channel, outcome limit 1000`.execute(db);
  return { since: since.toISOString(), enquiries: rows };
}
