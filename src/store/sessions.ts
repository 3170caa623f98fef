// Sessions of the desk, each known by its hash alone. What is done with one stands in the audit in the same transaction.

import { type Kysely, sql } from 'kysely';
import type { SessionStore } from '../desk/ports.ts';
import { writeLine } from './privacy/audit.ts';
import type { Schema } from './schema.ts';

/** No line of these names a person or a conversation. */
const nothingToHide = '';
/** Somebody who is there is noted as often as that. */
const notedEverySeconds = 60;

export function createSessionStore(db: Kysely<Schema>): SessionStore {
  return {
    openSession: ({ hash, agent, at, until, by, hint = null }, line) =>
      db.transaction().execute(async (transaction) => {
        const session = { hash, agent, at, until, seen_at: at, came_by: by, hint };
        await transaction.insertInto('contact.desk_sessions').values(session).execute();
        await transaction.deleteFrom('contact.desk_sessions').where('until', '<', at).execute();
        await writeLine(transaction, line, nothingToHide);
      }),
    sessionAgent: async (hash, { now, seenAfter, by }) => {
      const { rows } = await sql<{ id: string; name: string; teams: string[] }>`
        select a.id, a.name, a.teams from contact.desk_sessions s join contact.agents a on a.id = s.agent
        where s.hash = ${hash} and s.until > ${now} and s.seen_at > ${seenAfter} and s.came_by = ${by}`.execute(db);
      return rows[0];
    },
    sessionSeen: async (hash, at) => {
      const before = new Date(at.getTime() - notedEverySeconds * 1_000);
      await sql`update contact.desk_sessions set seen_at = ${at} where hash = ${hash} and seen_at < ${before}`.execute(
        db,
      );
    },
    sessionHint: async (hash) => {
      const found = await db
        .selectFrom('contact.desk_sessions')
        .select('hint')
        .where('hash', '=', hash)
        .executeTakeFirst();
      return found?.hint ?? undefined;
    },
    closeSession: (hash, line) =>
      db.transaction().execute(async (transaction) => {
        const closed = await transaction
          .deleteFrom('contact.desk_sessions')
          .where('hash', '=', hash)
          .returning('hint')
          .executeTakeFirst();
        if (line !== undefined) await writeLine(transaction, line, nothingToHide);
        return closed?.hint ?? undefined;
      }),
    closeSessions: (agent, line) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('contact.desk_sessions').where('agent', '=', agent).execute();
        await writeLine(transaction, line, nothingToHide);
      }),
  };
}
