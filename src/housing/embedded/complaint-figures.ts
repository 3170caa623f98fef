// What the landlord learns from complaints, told from the cases that the embedded housing system holds. Another system has reports of
// its own.

import { sql } from 'kysely';
import type { Database } from './table.ts';

const lookBackDays = 365;
const mostLessons = 200;
const mostWaiting = 50;
/** Fewer people than this could be told apart: their number is not given. */
const fewest = 5;

/** Complaints that came in within the last twelve months. */
export async function complaintsLearnedFrom(db: Database, now: Date) {
  const since = new Date(now.getTime() - lookBackDays * 86_400_000).toISOString();
  const [totals, causes, lessons, about] = await Promise.all([
    totalsSince(db, since),
    causesSince(db, since),
    lessonsSince(db, since),
    characteristicsSince(db, since),
  ]);
  return { since, ...totals, causes, lessons, characteristics: about };
}

/** `withoutLesson`: closed, and nobody has said what came of it. `repeats`: about the same as an earlier one of the same customer. */
async function totalsSince(db: Database, since: string) {
  const { rows } = await sql<Record<'received' | 'closed' | 'withoutLesson' | 'escalated' | 'repeats', number>>`
    select count(*)::integer as received,
      count(*) filter (where status = 'closed')::integer as closed,
      count(*) filter (where status = 'closed' and details ->> 'lesson' is null)::integer as "withoutLesson",
      count(*) filter (where details ->> 'escalatedAt' is not null)::integer as escalated,
      count(*) filter (where details ->> 'repeatOf' is not null)::integer as repeats
    from housing.cases where kind = 'complaint' and received_at >= ${since}::text::timestamptz`.execute(db);
  return rows[0] ?? { received: 0, closed: 0, withoutLesson: 0, escalated: 0, repeats: 0 };
}

/** Closed ones that still want a lesson, those first that wait longest. */
export async function complaintsWithoutLesson(db: Database, now: Date) {
  const since = new Date(now.getTime() - lookBackDays * 86_400_000).toISOString();
  const { rows } = await sql<{
    reference: string;
    conversation: string;
    receivedAt: string | Date;
    outcome: string | null;
  }>`
    select reference, conversation, received_at as "receivedAt", details ->> 'outcome' as outcome
    from housing.cases where kind = 'complaint' and status = 'closed' and details ->> 'lesson' is null
      and conversation <> '' and received_at >= ${since}::text::timestamptz
    order by received_at, reference limit ${mostWaiting}::integer`.execute(db);
  return rows.map(({ receivedAt, ...row }) => ({ ...row, receivedAt: new Date(receivedAt).toISOString() }));
}

async function causesSince(db: Database, since: string) {
  const { rows } = await sql<{ cause: string | null; outcome: string | null; count: number; repeats: number }>`
    select details ->> 'cause' as cause, details ->> 'outcome' as outcome, count(*)::integer as count,
      count(*) filter (where details ->> 'repeatOf' is not null)::integer as repeats
    from housing.cases where kind = 'complaint' and status = 'closed' and received_at >= ${since}::text::timestamptz
    group by 1, 2 order by count desc, cause, outcome limit 1000`.execute(db);
  return rows;
}

/** The newest first, in the words of staff: without whose complaint it was. */
async function lessonsSince(db: Database, since: string) {
  const { rows } = await sql<{ reference: string; cause: string | null; lesson: string }>`
    select reference, details ->> 'cause' as cause, details ->> 'lesson' as lesson
    from housing.cases where kind = 'complaint' and details ->> 'lesson' is not null
      and received_at >= ${since}::text::timestamptz
    order by received_at desc, reference limit ${mostLessons}::integer`.execute(db);
  return rows;
}

/** By what profiles tell of: age, and a need that may be a disability. Who is not on file counts as not known. */
async function characteristicsSince(db: Database, since: string) {
  const { rows } = await sql<{ characteristic: string; value: string; count: number; repeats: number }>`
    with made as (
      select c.details ->> 'repeatOf' as repeat, p.id, p.needs, extract(year from age(c.received_at, p.born)) as age
      from housing.cases c left join housing.people p on p.id = c.person
      where c.kind = 'complaint' and c.received_at >= ${since}::text::timestamptz
    ), told as (
      select repeat, 'age' as characteristic, case when age is null then 'not known' when age < 25 then 'under 25'
        when age < 45 then '25 to 44' when age < 65 then '45 to 64' else '65 and over' end as value from made
      union all
      select repeat, 'disability', case when id is null then 'not known'
        when exists (select from jsonb_array_elements(needs) need where need ->> 'kind' <> 'format') then 'a need on the profile'
        else 'none on the profile' end from made
    )
    select characteristic, value, count(*)::integer as count, count(repeat)::integer as repeats
    from told group by 1, 2 order by 1, 2`.execute(db);
  return rows.map(({ count, repeats, ...row }) => {
    const isFew = count < fewest;
    return { ...row, count: isFew ? null : count, repeats: isFew ? null : repeats };
  });
}
