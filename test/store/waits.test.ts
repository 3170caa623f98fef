import { expect } from 'chai';
import { sql } from 'kysely';
import { createHandovers } from '../../src/store/handovers.ts';
import { forEachStore } from '../support/stores.ts';

const since = new Date('2026-11-22T10:00:00Z');

describe('how long others waited', () => {
  forEachStore((store) => {
    it('[WHG-05] is of those whom the same team answered last, danger apart from the rest', async () => {
      const { db } = store();
      const answered = (id: string, of: { team?: string; priority?: number; at?: string; seconds: number }) => {
        const accepted = new Date(of.at ?? '2026-11-23T09:00:00Z');
        const requested = new Date(accepted.getTime() - of.seconds * 1_000);
        return sql`insert into contact.handovers (id, conversation, channel, team, priority, reason, enquiry, language, skills,
            restricted, state, requested_at, accepted_at)
          values (${id}, ${id}, 'web', ${of.team ?? 'waits'}, ${of.priority ?? 5}::integer, 'asked', 'contact.person', 'en', '{}', false,
            'ended', ${requested}::timestamptz, ${accepted}::timestamptz)`.execute(db);
      };
      await answered('waits-1', { seconds: 60 });
      await answered('waits-2', { seconds: 90, priority: 2, at: '2026-11-23T09:10:00Z' });
      await answered('waits-3', { seconds: 5, priority: 0 });
      await answered('waits-4', { seconds: 900, team: 'others' });
      await answered('waits-5', { seconds: 900, at: '2026-11-20T09:00:00Z' });

      const { waits } = createHandovers(db);
      expect(await waits({ team: 'waits', priority: 5, since })).to.deep.equal([90, 60]);
      expect(await waits({ team: 'waits', priority: 0, since })).to.deep.equal([5]);
    });
  });
});
