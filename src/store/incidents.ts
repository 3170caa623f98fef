// Incidents as supervisors tell, change and end them, each with its line in the audit; and how many heard of them, counted from the facts.

import { type Kysely, sql } from 'kysely';
import type { IncidentCounts, IncidentStore, KeptIncident, NewIncident } from '../desk/supervisor/ports.ts';
import type { AuditLine } from '../model/audit.ts';
import { toJson } from './json.ts';
import { writeLine } from './privacy/audit.ts';
import type { Schema } from './schema.ts';

type Row = Omit<KeptIncident, 'from'> & { readonly starts_at: Date };

const columns = sql`'INC-' || id::text as id, version, topics, places, words, starts_at, until, agent, at, ended_at as "endedAt"`;
/** Older ones are history: they stand in the audit. */
const shownDays = 7;
const mostShown = 100;

export function createIncidentStore(db: Kysely<Schema>, secret: string): IncidentStore {
  return {
    current: async (now) => {
      const { rows } = await sql<Row>`select ${columns} from contact.incidents
        where ended_at is null and until > ${now}::timestamptz order by at desc`.execute(db);
      return rows.map(toIncident);
    },
    recent: async (now) => {
      const { rows } = await sql<Row>`select ${columns} from contact.incidents
        where coalesce(ended_at, until) > ${now}::timestamptz - make_interval(days => ${shownDays})
        order by ended_at is null and until > ${now}::timestamptz desc, at desc limit ${mostShown}`.execute(db);
      return rows.map(toIncident);
    },
    counts: (since) => countsSince(db, since),
    add: (incident, line) =>
      db.transaction().execute(async (inside) => {
        const id = await insert(inside, incident, line);
        await writeLine(inside, { ...line, request: id }, secret);
        return id;
      }),
    change: (id, { words, until }, line) =>
      db.transaction().execute(async (inside) => {
        const { rows } =
          await sql`update contact.incidents set version = version + 1, words = ${toJson(words)}::jsonb, until = ${until}
          where id = ${numberOf(id)}::bigint and ended_at is null and until > ${line.at}::timestamptz returning id`.execute(
            inside,
          );
        if (rows.length > 0) await writeLine(inside, line, secret);
        return rows.length > 0;
      }),
    end: (id, line) =>
      db.transaction().execute(async (inside) => {
        const { rows } = await sql`update contact.incidents set ended_at = ${line.at}, ended_by = ${line.agent}
          where id = ${numberOf(id)}::bigint and ended_at is null returning id`.execute(inside);
        if (rows.length > 0) await writeLine(inside, line, secret);
        return rows.length > 0;
      }),
  };
}

async function insert(db: Kysely<Schema>, incident: NewIncident, { agent, at }: AuditLine): Promise<string> {
  const { topics, places, words, from, until } = incident;
  const { rows } = await sql<{ id: string }>`
    insert into contact.incidents (topics, places, words, starts_at, until, agent, at)
    values (${[...topics]}::text[], ${[...places]}::text[], ${toJson(words)}::jsonb, ${from}, ${until}, ${agent}, ${at})
    returning 'INC-' || id::text as id`.execute(db);
  return rows[0]?.id ?? '';
}

/** What is no number of an incident is nobody's: 0. */
function numberOf(id: string): string {
  return /^INC-(\d{7,12})$/.exec(id)?.[1] ?? '0';
}

function toIncident({ starts_at: from, ...row }: Row): KeptIncident {
  return { ...row, from };
}

const counted = { 'incident.told': 'told', 'incident.same': 'same', 'incident.reported': 'reported' } as const;

/** Conversations, not messages: who hears of it twice is one. */
async function countsSince(db: Kysely<Schema>, since: Date): Promise<ReadonlyMap<string, IncidentCounts>> {
  const names = Object.keys(counted);
  const { rows } = await sql<{ incident: string; name: keyof typeof counted; count: number }>`
    select data->>'incident' as incident, name, count(distinct conversation)::integer as count from contact.facts
    where name = any(${names}::text[]) and at >= ${since}::timestamptz group by 1, 2`.execute(db);
  const found = new Map<string, IncidentCounts>();
  for (const { incident, name, count } of rows)
    found.set(incident, { ...(found.get(incident) ?? noCounts), [counted[name]]: count });
  return found;
}

const noCounts: IncidentCounts = { told: 0, same: 0, reported: 0 };
