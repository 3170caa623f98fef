// What a text did cost, where the network tells it.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const textPrices: Migration = {
  name: '0017-text-prices',
  up: async (db) => {
    for (const statement of [columns, ofConversation]) await sql.raw(statement).execute(db);
  },
};

const columns = `
alter table contact.sms_deliveries add column price numeric, add column price_unit text`;
const ofConversation = 'create index sms_deliveries_of_conversation on contact.sms_deliveries (conversation)';
