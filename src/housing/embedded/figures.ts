// Figures of what the housing system holds: what became of referrals, and who takes part. Another housing system has reports of its own.

import { sql } from 'kysely';
import type { Database } from './table.ts';

/** Fewer people than this could be told apart: their number is not given. */
const fewest = 5;

/** Referrals by what was needed, the service, and what became of them: `status`, and `outcome` as staff wrote it in the details. */
export async function referralsByOutcome(db: Database) {
  const { rows } = await sql<{ need: string; service: string; status: string; outcome: string | null; count: number }>`
    select details ->> 'need' as need, details ->> 'service' as service, status, details ->> 'outcome' as outcome,
      count(*)::integer as count
    from housing.cases where kind = 'referral'
    group by 1, 2, 3, 4 order by count desc, need, service, status, outcome limit 1000`.execute(db);
  return rows;
}

/** Who put their name down to take part, by the protected characteristics that profiles tell of: age, and a need that may be a disability. */
export async function signUps(db: Database) {
  const { rows } = await sql<{ characteristic: string; value: string; count: number }>`
    with joined as (
      select distinct on (t.reference) t.reference, p.id, p.needs, extract(year from age(t.created_at, p.born)) as age
      from housing.tasks t left join housing.people p on p.id = t.person
      where t.kind = 'involvement.join'
    ), told as (
      select 'everybody' as characteristic, 'all' as value from joined
      union all
      select 'age', case when age is null then 'not known' when age < 25 then 'under 25' when age < 45 then '25 to 44'
        when age < 65 then '45 to 64' else '65 and over' end from joined
      union all
      select 'disability', case when id is null then 'not known'
        when exists (select from jsonb_array_elements(needs) need where need ->> 'kind' <> 'format') then 'a need on the profile'
        else 'none on the profile' end from joined
    )
    select characteristic, value, count(*)::integer as count from told group by 1, 2 order by 1, 2`.execute(db);
  return rows.map(({ count, ...row }) => ({ ...row, count: count < fewest ? null : count }));
}
