// What was made in another format, or is too long for a text, and the link that leads to it. The files themselves are on disk, and go
// with the message that carries them.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const formats: Migration = {
  name: '0012-formats',
  up: async (db) => {
    for (const statement of [table, ofConversation]) await sql.raw(statement).execute(db);
  },
};

/** `id` stands in the link and cannot be guessed. `files` for what was made, `words` for what would be too long a text. */
const table = `
create table contact.formats (
  id text primary key,
  conversation text not null,
  language text not null,
  ways text not null,
  files jsonb not null,
  words text,
  at timestamptz not null,
  until timestamptz not null
)`;
const ofConversation = 'create index formats_of_conversation on contact.formats (conversation, at)';
