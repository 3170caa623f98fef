// Segments in and out, folded from facts and from what became of each text.

import { type Kysely, sql } from 'kysely';
import { daysBefore } from '../model/london-time.ts';
import type { Segments } from '../model/text-cost.ts';
import type { Schema } from './schema.ts';

const lookBackDays = 30;

interface Row {
  readonly language: string;
  readonly conversations: number;
  readonly in: number;
  readonly out: number;
  readonly unpriced: number;
  readonly told: number;
  readonly currency: string | null;
}

/** Of the last 30 days, by the language of the texts. */
export async function textsByLanguage(db: Kysely<Schema>, now: Date): Promise<{ since: string; rows: readonly Row[] }> {
  const since = daysBefore(now, lookBackDays);
  const { rows } = await sql<Row>`
    with texts as (
      select conversation, data ->> 'language' as language, (data ->> 'segments')::integer as inward, 0 as outward,
        0 as unpriced, 0::numeric as told, null as unit
      from contact.facts where name = 'text.in' and at >= ${since}
      union all
      select d.conversation, m.language, 0, d.segments, case when d.price is null then d.segments else 0 end,
        coalesce(d.price, 0), d.price_unit
      from contact.sms_deliveries d
      join contact.messages m on m.conversation = d.conversation and m.sequence = d.sequence and m.at >= ${since}
      where d.at >= ${since} and d.segments is not null
    )
    select language, count(distinct conversation)::integer as conversations, sum(inward)::integer as in,
      sum(outward)::integer as out, sum(unpriced)::integer as unpriced, sum(told)::float8 as told, max(unit) as currency
    from texts where language is not null group by 1 order by 1`.execute(db);
  return { since: since.toISOString(), rows };
}

/** Of one conversation, as long as its facts are kept. */
export async function textsOf(db: Kysely<Schema>, conversation: string): Promise<Segments> {
  const { rows } = await sql<Segments>`
    select
      (select coalesce(sum((data ->> 'segments')::integer), 0)::integer from contact.facts
        where name = 'text.in' and conversation = ${conversation}) as in,
      coalesce(sum(segments), 0)::integer as out,
      coalesce(sum(segments) filter (where price is null), 0)::integer as unpriced,
      coalesce(sum(price), 0)::float8 as told, max(price_unit) as currency
    from contact.sms_deliveries where conversation = ${conversation}`.execute(db);
  return rows[0] ?? { in: 0, out: 0, unpriced: 0, told: 0, currency: null };
}
