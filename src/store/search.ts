// What agents search: words that tenants and colleagues wrote, references, and whose conversations they are. Only what was handed over
// once is found, and nothing that another team alone may open; what of it may be shown is decided by the desk.

import { type Kysely, sql } from 'kysely';
import type { SearchStore } from '../desk/search/ports.ts';
import type { Schema } from './schema.ts';

/** More than these nobody reads: another word finds fewer. */
const mostConversations = 40;
const mostLines = 3;

export function createSearchStore(db: Kysely<Schema>): SearchStore {
  return {
    said: async (text, teams) => {
      const wanted = wordsOf(text);
      if (wanted === '') return [];
      // The same condition and expression as the index has.
      const { rows } = await sql<{ conversation: string; sequences: number[] }>`
        select m.conversation, (array_agg(m.sequence order by m.sequence desc))[1:${sql.lit(mostLines)}] as sequences
        from contact.messages m
        where m.author <> 'service' and m.kind = 'message'
          and to_tsvector('simple'::regconfig, m.text) @@ to_tsquery('simple'::regconfig, ${wanted})
          and ${openTo(sql`m.conversation`, teams)}
        group by m.conversation order by max(m.at) desc limit ${mostConversations}::integer`.execute(db);
      return rows;
    },
    opened: async (reference) => {
      const rows = await db
        .selectFrom('contact.cases')
        .select(['reference', 'conversation', 'enquiry', 'restricted'])
        .where('reference', '=', reference)
        .execute();
      return rows;
    },
    conversationsOf: async ({ people, number }, teams) => {
      const { rows } = await sql<{ id: string; person: string | null }>`
        select c.id, c.person from contact.conversations c
        where (c.person = any(${[...people]}::text[]) or (c.channel = 'sms' and c.address ->> 'number' = ${number ?? ''}))
          and ${openTo(sql`c.id`, teams)}
        order by c.heard_at desc limit ${mostConversations}::integer`.execute(db);
      return rows;
    },
  };
}

function openTo(conversation: ReturnType<typeof sql>, teams: readonly string[]) {
  return sql`exists (select from contact.handovers h where h.conversation = ${conversation})
    and not exists (select from contact.handovers h
      where h.conversation = ${conversation} and h.restricted and h.team <> all(${[...teams]}::text[]))`;
}

/** All of the words, the last of them perhaps not written to its end. Nothing but letters and figures reaches the query. */
function wordsOf(text: string): string {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word)).join(' & ');
}
