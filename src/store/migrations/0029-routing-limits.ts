// What supervisors set of teams and agents in place of the landlord pack.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const routingLimits: Migration = {
  name: '0029-routing-limits',
  up: async (db) => {
    await sql.raw(table).execute(db);
  },
};

/** `of`: a team's name in the pack, or an agent's id. */
const table = `
create table contact.routing_limits (
  kind text not null check (kind in ('team', 'agent')),
  of text not null,
  limits jsonb not null,
  agent text not null,
  at timestamptz not null,
  primary key (kind, of)
)`;
