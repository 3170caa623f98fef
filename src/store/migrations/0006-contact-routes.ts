// The agreed route for a customer whose contact was unreasonably persistent or abusive. Every change of a route is a line of its own: the last one holds, the ones before tell how it came to be.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const contactRoutes: Migration = {
  name: '0006-contact-routes',
  up: async (db) => {
    await sql`create table contact.contact_routes (
      id bigint generated always as identity primary key,
      person text not null,
      is_done text not null check (is_done in ('set', 'changed', 'ended')),
      route text not null check (route in ('named-contact', 'written-weekly')),
      contact text not null,
      weekday text,
      reason text not null,
      until date not null,
      review_on date not null,
      agent text not null,
      at timestamptz not null
    )`.execute(db);
    await sql`create index contact_routes_person on contact.contact_routes (person, id desc)`.execute(db);
  },
};
