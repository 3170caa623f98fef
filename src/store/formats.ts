// What links lead to. A row is made before its files are written, so that erasure knows of them whenever it comes.

import { type Kysely, sql } from 'kysely';
import type { FormatLinks } from '../formats/ports.ts';
import { toJson } from './json.ts';
import type { Schema } from './schema.ts';

export function createFormatLinks(db: Kysely<Schema>): FormatLinks {
  return {
    // Erasure holds the conversation's row while it deletes: whoever is here after it finds none.
    keep: async ({ id, conversation, language, ways, files, words = null, until }, at) => {
      await sql`
        insert into contact.formats (id, conversation, language, ways, files, words, at, until)
        select ${id}, c.id, ${language}, ${ways}, ${toJson(files)}::text::jsonb, ${words}::text, ${at}::timestamptz, ${until}::timestamptz
        from (select id from contact.conversations where id = ${conversation} for share) c
        on conflict (id) do nothing`.execute(db);
      const found = await db.selectFrom('contact.formats').select('id').where('id', '=', id).executeTakeFirst();
      return found !== undefined;
    },
    find: async (id) => {
      const row = await db.selectFrom('contact.formats').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return undefined;
      const { at: _, words, ...linked } = row;
      return { ...linked, ...(words !== null && { words }) };
    },
  };
}
