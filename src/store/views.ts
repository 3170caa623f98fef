// The views that agents keep.

import { type Kysely, sql } from 'kysely';
import type { ViewStore } from '../desk/views/ports.ts';
import { toJson } from './json.ts';
import type { Schema } from './schema.ts';

type Asked = Parameters<ViewStore['keepView']>;

export function createViewStore(db: Kysely<Schema>): ViewStore {
  return {
    views: (agent) =>
      db
        .selectFrom('contact.desk_views')
        .select(['id', 'name', 'filter'])
        .where('agent', '=', agent)
        .orderBy(sql`lower(name)`)
        .execute(),
    keepView: (...asked) => db.transaction().execute((inside) => keep(inside, asked)),
    deleteView: async (agent, id) => {
      const gone = await db
        .deleteFrom('contact.desk_views')
        .where('agent', '=', agent)
        .where('id', '=', id)
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
  };
}

/** One at a time for each agent: two that were kept at once would both have been the twentieth. */
async function keep(inside: Kysely<Schema>, [agent, { id, name, filter }, most]: Asked) {
  await inside.selectFrom('contact.agents').select('id').where('id', '=', agent).forUpdate().execute();
  const { rows: others } = await sql<{ isNamesake: boolean }>`
    select lower(name) = lower(${name}) as "isNamesake" from contact.desk_views
    where agent = ${agent} and id <> ${id}::uuid`.execute(inside);
  if (others.some(({ isNamesake }) => isNamesake)) return 'name-taken';
  if (others.length >= most) return 'too-many-views';
  const { rows } = await sql`
    insert into contact.desk_views (id, agent, name, filter) values (${id}::uuid, ${agent}, ${name}, ${toJson(filter)}::jsonb)
    on conflict (id) do update set name = excluded.name, filter = excluded.filter
      where desk_views.agent = excluded.agent
    returning id`.execute(inside);
  return rows.length > 0 ? 'kept' : 'not-theirs';
}
