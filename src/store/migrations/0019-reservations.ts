// To whom a waiting conversation is offered, until when, and what became of it.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const reservations: Migration = {
  name: '0019-reservations',
  up: async (db) => {
    for (const statement of [table, oneAtATime, ofHandover]) await sql.raw(statement).execute(db);
  },
};

/** `ended_as`: `withdrawn` when the conversation waits no more, or the agent has gone. */
const table = `
create table contact.reservations (
  id bigint generated always as identity primary key,
  handover text not null references contact.handovers (id) on delete cascade,
  agent text not null,
  offered_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('accepted', 'declined', 'lapsed', 'withdrawn')),
  check ((ended_at is null) = (ended_as is null))
)`;
const oneAtATime = 'create unique index reservations_open on contact.reservations (handover) where ended_at is null';
const ofHandover = 'create index reservations_of_handover on contact.reservations (handover, id)';
