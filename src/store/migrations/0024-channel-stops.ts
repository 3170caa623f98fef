// Channels on which the assistant answers nobody for now. A line for each time; the open one holds.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const channelStops: Migration = {
  name: '0024-channel-stops',
  up: async (db) => {
    for (const statement of [table, oneAtATime]) await sql.raw(statement).execute(db);
  },
};

const table = `
create table contact.channel_stops (
  id bigint generated always as identity primary key,
  channel text not null,
  why text not null,
  agent text not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by text
)`;
const oneAtATime = 'create unique index channel_stops_open on contact.channel_stops (channel) where ended_at is null';
