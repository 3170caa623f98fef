// How those answered who were asked how a contact went: by what they told of themselves, beside those without it. Who they are is known
// here; what they answered is not, and comes in.

import { sql } from 'kysely';
import { type Cell, countedBy } from './by-characteristic.ts';
import { comparedWithOthers, percentOf, sumOf } from './compared.ts';
import type { Database } from './table.ts';

/** One person's answers after one contact, each from 1 to 5; null where the question was skipped. */
export interface Answers {
  readonly survey: string;
  readonly person: string | null;
  readonly at: string;
  readonly ease: number | null;
  readonly satisfied: number | null;
}

interface Sums {
  readonly eased: number;
  readonly easy: number;
  readonly answered: number;
  readonly satisfied: number;
}

/** Of five steps, these two are easy, or satisfied. */
const goodFrom = 4;

export async function surveysByCharacteristic(db: Database, answers: readonly Answers[]) {
  const rows = await countedBy<Sums>(db, {
    counted: sql`select survey as reference, person, at, ease, satisfied as score
      from jsonb_to_recordset(${JSON.stringify(answers)}::text::jsonb)
        as answers(survey text, person text, at timestamptz, ease integer, satisfied integer)`,
    sums: sql`count(ease)::integer as eased, count(*) filter (where ease >= ${goodFrom}::integer)::integer as easy,
      count(score)::integer as answered, count(*) filter (where score >= ${goodFrom}::integer)::integer as satisfied`,
  });
  return comparedWithOthers(rows, sharesOf);
}

function sharesOf(rows: readonly (Cell & Sums)[] | undefined) {
  if (rows === undefined) return { ease: none, satisfaction: none };
  const [eased, answered] = [sumOf(rows, (row) => row.eased), sumOf(rows, (row) => row.answered)];
  return {
    ease: { answered: eased, goodPercent: percentOf(rows, (row) => row.easy, eased) },
    satisfaction: { answered, goodPercent: percentOf(rows, (row) => row.satisfied, answered) },
  };
}

const none = { answered: null, goodPercent: null } as const;
