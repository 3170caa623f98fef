// What agents search in the log, on both databases.

import { expect } from 'chai';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../src/store/schema.ts';
import { createSearchStore } from '../../src/store/search.ts';
import { forEachStore } from '../support/stores.ts';

const at = '2026-11-23T09:00:00Z';

async function said(db: Kysely<Schema>, conversation: string, lines: readonly (readonly [string, string])[]) {
  for (const [i, [author, text]] of lines.entries())
    await sql`insert into contact.messages (conversation, sequence, author, kind, text, language, data, at)
      values (${conversation}, ${i + 1}::integer, ${author}, 'message', ${text}, 'en', '{}', ${at}::timestamptz)`.execute(
      db,
    );
}

async function handed(db: Kysely<Schema>, conversation: string, to: { team: string; restricted?: boolean }) {
  await sql`insert into contact.handovers (id, conversation, channel, team, priority, reason, enquiry, language, skills,
      restricted, state, requested_at)
    values (${`${conversation}:${to.team}`}, ${conversation}, 'web', ${to.team}, 5, 'asked', 'contact.person', 'en', '{}',
      ${to.restricted ?? false}, 'waiting', ${at}::timestamptz)`.execute(db);
}

describe('the search of the log', () => {
  forEachStore((store) => {
    it('finds words in one line whatever their case, the last of them begun, in every script', async () => {
      const { db } = store();
      const { said: find } = createSearchStore(db);
      await said(db, 'search-1', [
        ['customer', 'The BOILER is leaking'],
        ['service', 'Wardrobe is never said by people'],
        ['customer', 'Łazienka przecieka od wczoraj'],
        ['customer', 'غرفة النوم باردة'],
        ['agent', 'A plumber comes'],
      ]);
      await handed(db, 'search-1', { team: 'contact-centre' });
      const sequences = async (text: string) =>
        (await find(text, ['contact-centre'])).flatMap((each) => each.sequences);

      expect(await sequences('boiler leak')).to.deep.equal([1]);
      expect(await sequences('leaking plumber')).to.deep.equal([]);
      expect(await sequences('przecieka')).to.deep.equal([3]);
      expect(await sequences('łazienka')).to.deep.equal([3]);
      expect(await sequences('باردة')).to.deep.equal([4]);
      expect(await sequences('plumb')).to.deep.equal([5]);
      expect(await sequences('wardrobe')).to.deep.equal([]);
      expect(await sequences("boiler' | !x <-> (")).to.deep.equal([]);
      expect(await sequences('&|!')).to.deep.equal([]);
    });

    it('finds nothing that was never handed over, or that another team alone may open', async () => {
      const { db } = store();
      const { said: find, conversationsOf } = createSearchStore(db);
      for (const id of ['search-2', 'search-3']) {
        await said(db, id, [['customer', 'The chandelier fell']]);
        await sql`insert into contact.conversations (id, address, channel, sequence, heard, heard_at, started_at)
          values (${id}, ${JSON.stringify({ channel: 'sms', number: '+447700900777' })}::jsonb, 'sms', 1, 1,
            ${at}::timestamptz, ${at}::timestamptz)`.execute(db);
      }
      await handed(db, 'search-3', { team: 'safeguarding', restricted: true });
      const by = async (teams: readonly string[]) => [
        (await find('chandelier', teams)).map(({ conversation }) => conversation),
        (await conversationsOf({ people: [], number: '+447700900777' }, teams)).map(({ id }) => id),
      ];

      expect(await by(['contact-centre'])).to.deep.equal([[], []]);
      expect(await by(['safeguarding'])).to.deep.equal([['search-3'], ['search-3']]);
    });

    it('looks for words in their index', async () => {
      const { db } = store();
      const plan = await db.transaction().execute(async (inside) => {
        await sql`set local enable_seqscan = off`.execute(inside);
        return await sql<{ 'QUERY PLAN': string }>`explain select conversation from contact.messages m
          where m.author <> 'service' and m.kind = 'message'
            and to_tsvector('simple'::regconfig, m.text) @@ to_tsquery('simple'::regconfig, 'boiler:*')`.execute(
          inside,
        );
      });

      expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).to.match(/Bitmap Index Scan on \S*to_tsvector/);
    });
  });
});
