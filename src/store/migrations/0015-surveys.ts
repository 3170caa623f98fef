// Who was asked how a contact went is looked up at the end of each: by person and by conversation, among the facts.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const surveys: Migration = {
  name: '0015-surveys',
  up: async (db) => {
    for (const statement of indexes) await sql.raw(statement).execute(db);
  },
};

const indexes = [
  "create index facts_surveys_of_person on contact.facts (person, at) where name = 'survey.asked'",
  "create index facts_surveys_of_conversation on contact.facts (conversation, at) where name = 'survey.asked'",
];
