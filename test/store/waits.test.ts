import { expect } from 'chai';
import { sql } from 'kysely';
import { createWaitingPlaces } from '../../src/desk/waiting-places.ts';
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

    it('[GUH-06] is told again to each who waits, as what is left of it, with the place in their own team’s queue', async () => {
      const { db } = store();
      const asks = (id: string, of: { team?: string; priority?: number; at: string; answeredAfter?: number }) => {
        const requested = new Date(of.at);
        const accepted =
          of.answeredAfter === undefined ? null : new Date(requested.getTime() + of.answeredAfter * 1_000);
        return sql`insert into contact.handovers (id, conversation, channel, team, priority, reason, enquiry, language, skills,
            restricted, state, requested_at, accepted_at)
          values (${id}, ${`c-${id}`}, 'web', ${of.team ?? 'places'}, ${of.priority ?? 5}::integer, 'asked', 'contact.person', 'en',
            '{}', false, ${accepted === null ? 'waiting' : 'ended'}, ${requested}::timestamptz, ${accepted}::timestamptz)`.execute(
          db,
        );
      };
      for (let n = 0; n < 5; n += 1) await asks(`before-${n}`, { at: '2026-11-23T08:00:00Z', answeredAfter: 600 });
      await asks('late', { at: '2026-11-23T09:58:00Z' });
      await asks('early', { at: '2026-11-23T09:30:00Z' });
      await asks('danger', { at: '2026-11-23T09:59:00Z', priority: 0 });
      await asks('elsewhere', { at: '2026-11-23T09:00:00Z', team: 'other places' });

      let now = new Date('2026-11-23T10:00:00Z');
      const places = createWaitingPlaces(createHandovers(db), () => now);
      const first = await places();
      // Ten minutes of late, of which two are over; who has waited for half an hour is told no time.
      expect(first.get('c-late')).to.deep.equal({ position: 3, waitMinutes: 8 });
      expect(first.get('c-early')).to.deep.equal({ position: 2 });
      expect(first.get('c-danger')).to.deep.equal({ position: 1 });
      expect(first.get('c-elsewhere')).to.deep.equal({ position: 1 });

      await sql`update contact.handovers set state = 'ended' where id = 'danger'`.execute(db);
      expect((await places()).get('c-late')?.position).to.equal(3);
      now = new Date('2026-11-23T10:00:06Z');
      expect((await places()).get('c-late')?.position).to.equal(2);
      expect((await places()).has('c-danger')).to.equal(false);
    });
  });
});
