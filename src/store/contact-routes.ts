// Agreed routes of customers. Lines are only added: the last one of a person holds until its day, the ones before tell who did what and
// why. One that has run out or was ended holds no more, without anybody doing anything.

import { type Kysely, sql } from 'kysely';
import type { RouteChange, RouteStore } from '../desk/ports.ts';
import type { ContactRoute, Weekday } from '../model/contact-route.ts';
import { writeLine } from './privacy/audit.ts';
import type { Schema } from './schema.ts';

interface Row {
  readonly id: string;
  readonly person: string;
  readonly isDone: RouteChange['isDone'];
  readonly route: ContactRoute['route'];
  readonly contact: string;
  readonly weekday: Weekday | null;
  readonly reason: string;
  readonly until: string;
  readonly reviewOn: string;
  readonly agent: string;
  readonly at: Date;
}

const columns = sql`id::text as id, person, is_done as "isDone", route, contact, weekday, reason, until::text as until,
  review_on::text as "reviewOn", agent, at`;

/** More than these nobody reads. */
const mostShown = 200;

/** @param secret hashes whose route it is in the audit */
export function createContactRoutes(db: Kysely<Schema>, secret: string): RouteStore {
  return {
    holding: async (person, on) => {
      const { rows } = await sql<Row>`select ${columns} from contact.contact_routes where person = ${person}
        order by id desc limit 1`.execute(db);
      const [last] = rows;
      return last === undefined || last.isDone === 'ended' || last.until < on ? undefined : changeOf(last);
    },
    historyOf: async (person) => {
      const { rows } = await sql<Row>`select ${columns} from contact.contact_routes where person = ${person}
        order by id desc limit ${mostShown}`.execute(db);
      return rows.map(changeOf);
    },
    allHolding: async (on) => {
      const { rows } = await sql<Row>`select * from (select distinct on (person) ${columns} from contact.contact_routes
        order by person, contact_routes.id desc) last where "isDone" <> 'ended' and until >= ${on}
        order by "reviewOn", person limit ${mostShown}`.execute(db);
      return rows.map(changeOf);
    },
    // Whether it is set or changed is decided where the row is written: two managers at once leave two lines, and the later one holds.
    add: ({ person, isDone, route, contact, weekday, reason, until, reviewOn, agent, at }, role) =>
      db.transaction().execute(async (transaction) => {
        const dates = { until, review_on: reviewOn, at };
        await transaction
          .insertInto('contact.contact_routes')
          .values({ person, is_done: isDone, route, contact, weekday: weekday ?? null, reason, agent, ...dates })
          .execute();
        const by = { agent, at, ...(role !== undefined && { role }) };
        await writeLine(transaction, { ...by, did: `route-${isDone}`, subject: person, data: { route } }, secret);
      }),
  };
}

function changeOf({ weekday, ...row }: Row): RouteChange {
  return { ...row, ...(weekday !== null && { weekday }) };
}
