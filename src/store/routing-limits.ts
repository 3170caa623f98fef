// Limits that supervisors have set, each with its line in the audit.

import { type Kysely, sql } from 'kysely';
import type { RoutingLimits } from '../desk/supervisor/ports.ts';
import type { Capacity, Full } from '../model/routing-limits.ts';
import { toJson } from './json.ts';
import { writeLine } from './privacy/audit.ts';
import type { Schema } from './schema.ts';

export function createRoutingLimits(db: Kysely<Schema>, secret: string): RoutingLimits {
  return {
    all: async () => {
      const rows = await db.selectFrom('contact.routing_limits').select(['kind', 'of', 'limits']).execute();
      const ofKind = <Limits>(wanted: string) =>
        new Map(rows.filter(({ kind }) => kind === wanted).map(({ of, limits }) => [of, limits as Limits]));
      return { teams: ofKind<Full>('team'), agents: ofKind<Capacity>('agent') };
    },
    set: ({ kind, of, limits }, line) =>
      db.transaction().execute(async (inside) => {
        const isPack = Object.keys(limits).length === 0;
        const gone = sql`delete from contact.routing_limits where kind = ${kind} and of = ${of}`;
        const kept = sql`insert into contact.routing_limits (kind, of, limits, agent, at)
          values (${kind}, ${of}, ${toJson(limits)}::jsonb, ${line.agent}, ${line.at})
          on conflict (kind, of) do update set limits = excluded.limits, agent = excluded.agent, at = excluded.at`;
        await (isPack ? gone : kept).execute(inside);
        await writeLine(inside, line, secret);
      }),
  };
}
