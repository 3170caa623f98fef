// What the landlord learns from complaints, told from the cases that the embedded housing system holds. Another system has reports of
// its own.

import { sql } from 'kysely';
import { type Cell, countedBy, withoutFew } from './by-characteristic.ts';
import { comparedWithOthers, percentOf, sumOf } from './compared.ts';
import { yearBefore } from './figures.ts';
import type { Database } from './table.ts';

const mostLessons = 200;
const mostWaiting = 50;
/** Complaints that came in within the last twelve months. */
export async function complaintsLearnedFrom(db: Database, now: Date) {
  const since = yearBefore(now);
  const [totals, causes, lessons, about, satisfaction] = await Promise.all([
    totalsSince(db, since),
    causesSince(db, since),
    lessonsSince(db, since),
    characteristicsSince(db, since),
    satisfactionSince(db, since),
  ]);
  return { since, ...totals, causes, lessons, characteristics: about, satisfaction };
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
  const since = yearBefore(now);
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

/** By what those told of themselves who complained. */
async function characteristicsSince(db: Database, since: string) {
  const rows = await countedBy<{ repeats: number }>(db, {
    counted: complaints(since),
    sums: sql`count(repeat)::integer as repeats`,
  });
  return withoutFew(rows, ['count', 'repeats']);
}

function complaints(since: string) {
  return sql`select reference, person, received_at as at, details ->> 'repeatOf' as repeat, details -> 'satisfaction' as score
    from housing.cases where kind = 'complaint' and received_at >= ${since}::text::timestamptz`;
}

/** From 1 (very dissatisfied) to 5 (very satisfied), as `details.satisfaction` has it; these two are satisfied. */
const satisfiedFrom = 4;

interface Answered {
  readonly satisfied: number;
}

/**
 * How satisfied those were with how their complaint was dealt with who said so: of each answer to each characteristic, beside all those
 * who gave another answer to it. Who would rather not say, or was not asked, is in neither of the two.
 */
async function satisfactionSince(db: Database, since: string) {
  const rows = await countedBy<Answered>(db, {
    counted: sql`select * from (${complaints(since)}) made where jsonb_typeof(score) = 'number'`,
    sums: sql`count(*) filter (where (score #>> '{}')::numeric >= ${satisfiedFrom}::integer)::integer as satisfied`,
  });
  return comparedWithOthers(rows, (some) => shareOf(some));
}

/** Null where they are too few to be told of. */
function shareOf(rows: readonly (Cell & Answered)[] | undefined): {
  answered: number | null;
  satisfiedPercent: number | null;
} {
  if (rows === undefined) return { answered: null, satisfiedPercent: null };
  const answered = sumOf(rows, ({ count }) => count);
  return { answered, satisfiedPercent: percentOf(rows, ({ satisfied }) => satisfied, answered) };
}
