// Agents search what people said. The words are found by an index, not by reading all that was ever written; what the service itself
// said is not in it, so that only half of the lines pay for it.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const deskSearch: Migration = {
  name: '0021-desk-search',
  up: async (db) => {
    for (const statement of [words, numbers, ended]) await sql.raw(statement).execute(db);
  },
};

/** The query says the same condition and the same expression, or the index is not used. */
const words = `
create index messages_words on contact.messages using gin (to_tsvector('simple'::regconfig, text))
  where author <> 'service' and kind = 'message'`;
const numbers = `
create index conversations_of_number on contact.conversations ((address ->> 'number')) where channel = 'sms'`;
const ended = `
create index handovers_ended on contact.handovers (ended_at) where state = 'ended'`;
