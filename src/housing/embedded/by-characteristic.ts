// One way for every figure that is broken down by the protected characteristics of those whom it is about: from what they told of
// themselves, age from the date of birth, and beside them whether a need is on the profile. Who was not asked is a row, and so is who
// would rather not say.

import { type RawBuilder, sql } from 'kysely';
import { characteristicNames } from '../../model/characteristics.ts';
import { toldApart } from '../../model/few.ts';
import type { Database } from './table.ts';

export interface Cell {
  readonly characteristic: string;
  readonly value: string;
  /** What was counted of them. */
  readonly count: number;
  /** Of so many people; who is not on file counts once for each time. */
  readonly people: number;
}

/** No characteristic of its own, and no disability: a need says what is to be done, not what somebody has. */
const need = 'need';

/**
 * Counts what a query finds by what the people in it told of themselves.
 *
 * @param about.counted a query with the columns `reference`, `person` (or null) and `at`, and those that `sums` and `by` name
 * @param about.sums further columns of the answer
 * @param about.by a column by which it is counted besides
 */
export async function countedBy<Sums = unknown>(
  db: Database,
  about: { readonly counted: RawBuilder<unknown>; readonly sums?: RawBuilder<unknown>; readonly by?: string },
): Promise<readonly (Cell & Sums)[]> {
  const { counted, by } = about;
  const byColumn = by === undefined ? sql`` : sql`, ${sql.ref(by)}`;
  const sums = about.sums === undefined ? sql`` : sql`, ${about.sums}`;
  const { rows } = await sql<Cell & Sums>`
    with counted as (${counted}), told as (
      select counted.*, asked.characteristic, case
        when asked.characteristic = ${need} then case when p.id is null then 'not recorded'
          when exists (select from jsonb_array_elements(p.needs) need where need ->> 'kind' <> 'format') then 'a need on the profile'
          else 'none on the profile' end
        when asked.characteristic = 'age' and c.answer is distinct from 'prefer-not-to-say' then ${ageBand}
        else coalesce(replace(c.answer, '-', ' '), 'not recorded') end as value
      from counted left join housing.people p on p.id = counted.person
        cross join unnest(array[${sql.join([...characteristicNames, need])}]::text[]) as asked(characteristic)
        left join housing.characteristics c on c.person = p.id and c.name = asked.characteristic
    )
    select characteristic, value${byColumn}, count(*)::integer as count,
      count(distinct coalesce(person, reference))::integer as people${sums}
    from told group by characteristic, value${byColumn} order by characteristic, value${byColumn}`.execute(db);
  return rows;
}

const age = sql`extract(year from age(counted.at, p.born))`;
const ageBand = sql`case when p.born is null then 'not recorded' when ${age} < 25 then 'under 25' when ${age} < 45 then '25 to 44' when ${age} < 65 then '45 to 64'
  else '65 and over' end`;

/** The rows as they are told: without how many people they are of, and without figures where those are few. */
export function withoutFew<Row extends Cell>(
  rows: readonly Row[],
  figures: readonly (keyof Row)[],
  groupOf: (row: Row) => string = ({ characteristic }) => characteristic,
): readonly Readonly<Record<string, unknown>>[] {
  const told = toldApart(rows, groupOf);
  return rows.map((row) => {
    const { people: _people, ...shown } = row;
    if (told.has(row)) return shown;
    return { ...shown, ...Object.fromEntries(figures.map((figure) => [figure, null])) };
  });
}
