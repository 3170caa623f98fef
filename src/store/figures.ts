// Figures folded from the facts that turns left, for the desk. Definitions are in docs/figures.md.

import { type Kysely, sql } from 'kysely';
import { daysBefore } from '../model/london-time.ts';
import type { Schema } from './schema.ts';

const lookBackDays = 30;

/** Enquiries of the last 30 days by kind, channel and outcome. */
export async function enquiriesEnded(db: Kysely<Schema>, now: Date) {
  const since = daysBefore(now, lookBackDays);
  const { rows } = await sql<{ enquiry: string; channel: string; outcome: string; count: number }>`
    select enquiry, channel, data ->> 'outcome' as outcome, count(*)::integer as count
    from contact.facts
    where name = 'enquiry.ended' and at >= ${since} and enquiry is not null
    group by 1, 2, 3 order by count desc, enquiry, channel, outcome limit 1000`.execute(db);
  return { since: since.toISOString(), enquiries: rows };
}

/** Help from others in the last 30 days by need: how often it was looked for, how often there was none, how often a referral was made. */
export async function supportOffered(db: Kysely<Schema>, now: Date) {
  const since = daysBefore(now, lookBackDays);
  const { rows } = await sql<{ need: string; asked: number; none: number; referred: number }>`
    select data ->> 'need' as need,
      count(*) filter (where name = 'support.offered')::integer as asked,
      count(*) filter (where name = 'support.offered' and data ->> 'services' = '0')::integer as none,
      count(*) filter (where name = 'referral.made')::integer as referred
    from contact.facts
    where name in ('support.offered', 'referral.made') and at >= ${since}
    group by 1 order by asked desc, need limit 1000`.execute(db);
  return { since: since.toISOString(), needs: rows };
}

/** Formats that this service made and sent in the last 30 days, by format and language. */
export async function formatsSent(db: Kysely<Schema>, now: Date) {
  const since = daysBefore(now, lookBackDays);
  const { rows } = await sql<{ format: string; language: string; count: number }>`
    select data ->> 'format' as format, data ->> 'language' as language, count(*)::integer as count
    from contact.facts where name = 'format.sent' and at >= ${since}
    group by 1, 2 order by 1, 2 limit 1000`.execute(db);
  return { since: since.toISOString(), sent: rows };
}
