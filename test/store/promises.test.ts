import { expect } from 'chai';
import { sql } from 'kysely';
import { createPromiseStore } from '../../src/store/promises.ts';
import { forEachStore } from '../support/stores.ts';

const now = new Date('2026-11-23T10:00:00Z');
const until = new Date('2026-11-23T10:01:00Z');
const later = new Date('2026-11-23T10:10:00Z');

describe('promises that are looked at later', () => {
  forEachStore((store) => {
    it('are put off together, but for one of which something was heard meanwhile', async () => {
      const { db } = store();
      const promises = createPromiseStore(db);
      const references = ['CMP-5550001', 'CMP-5550002'];
      for (const reference of references)
        await sql`insert into contact.promises (conversation, what, due_by, owner, reference, at, look_at)
          values ('promises-later', 'answer', '2026-12-14', 'Complaints Team', ${reference}, ${now}, ${now})`.execute(
          db,
        );

      const claimed = (await promises.claim({ now, until, limit: 100 })).filter(({ reference = '' }) =>
        references.includes(reference),
      );
      const again = await promises.claim({ now, until, limit: 100 });
      await promises.nudge('CMP-5550002', now);
      await promises.lookAgain(
        claimed.map(({ id }) => ({ id, at: later })),
        until,
      );

      const { rows } = await sql<{ look_at: Date }>`select look_at from contact.promises
        where conversation = 'promises-later' order by reference`.execute(db);
      expect(claimed.map(({ what, owner }) => ({ what, owner }))).to.deep.equal([
        { what: 'answer', owner: 'Complaints Team' },
        { what: 'answer', owner: 'Complaints Team' },
      ]);
      expect(again.filter(({ conversation }) => conversation === 'promises-later')).to.deep.equal([]);
      expect(rows.map(({ look_at }) => new Date(look_at).toISOString())).to.deep.equal([
        later.toISOString(),
        now.toISOString(),
      ]);
    });
  });
});
