// Conversations that go on by text: whose number was shown to be the tenant's, so that a text from it belongs to them; and links from a
// text to the chat that were used.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const textLines: Migration = {
  name: '0020-text-lines',
  up: async (db) => {
    for (const statement of [lines, linesOf, links]) await sql.raw(statement).execute(db);
  },
};

/** `nth` counts what a number was used for: of two that move to it at once one finds its place taken, and looks again. */
const lines = `
create table contact.text_lines (
  number text not null,
  nth integer not null,
  conversation text not null,
  at timestamptz not null,
  primary key (number, nth)
)`;
const linesOf = 'create index text_lines_of_conversation on contact.text_lines (conversation)';
const links = `
create table contact.chat_links (
  id text primary key,
  conversation text not null,
  at timestamptz not null
)`;
