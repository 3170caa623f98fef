// Cases, repairs and tasks of tenants that the housing system refused for good, notices to who has stopped texts, and handovers that the
// desk elsewhere could not be told of: what nobody has looked after yet.

import { type Kysely, sql } from 'kysely';
import type { OutsideCode } from '../model/outside-error.ts';
import type { Refused, RefusedDiary } from '../promises/ports.ts';
import type { Schema } from './schema.ts';

/** Our own reminders are no tenant's. */
const ours = ['promise-due', 'promise-late', 'tell-tenant', 'put-in-by-hand'];
const optedOut = 'opted-out' satisfies OutsideCode;
const opening = ['housing.create-case', 'housing.create-repair', 'housing.create-task'];

export function createRefusedDiary(db: Kysely<Schema>): RefusedDiary {
  return {
    untold: async (limit) => {
      const { rows } = await sql<Refused>`
        select case o.kind when 'sms.send' then 'not-texted' when 'skill.send' then 'not-passed-on' else 'not-taken' end as is,
          o.id, o.conversation, coalesce(o.payload ->> 'reference', o.payload ->> 'handover', '') as reference,
          exists (select from contact.cases c where c.conversation = o.conversation and c.restricted) as restricted
        from contact.outbox o
        where o.state = 'parked' and o.told_at is null and (o.kind in (${sql.join(opening)})
            and coalesce(o.payload ->> 'kind', '') not in (${sql.join(ours)})
          or o.kind = 'sms.send' and o.code = ${optedOut} or o.kind = 'skill.send')
        order by o.seq limit ${limit}::integer`.execute(db);
      return rows;
    },
    told: async (id, at) => {
      await sql`update contact.outbox set told_at = ${at}::timestamptz where id = ${id}`.execute(db);
    },
  };
}
