import { expect } from 'chai';
import { sql } from 'kysely';
import { ofNobody, processingRecords, Retention } from '../../src/model/retention.ts';
import { createKeeping } from '../../src/privacy/keeping.ts';
import { createAudit } from '../../src/store/privacy/audit.ts';
import { createHolds } from '../../src/store/privacy/holds.ts';
import { createKeptData } from '../../src/store/privacy/past-their-time.ts';
import { type Aged, agedConversation, leftOf } from '../support/aged.ts';
import { ownTables, tablesWith } from '../support/everywhere.ts';
import { silentLog } from '../support/silent-log.ts';
import { forEachStore } from '../support/stores.ts';
import { freshId } from '../support/turns.ts';

const usual = Retention.parse(undefined);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

describe('data past its time', () => {
  forEachStore((store) => {
    const removed: string[] = [];
    const counted: Record<string, number> = {};
    /** @param standing what the housing system says of every case: its status, or `away` */
    const look = async (standing = 'closed') => {
      const answer =
        standing === 'away' ? { is: 'away' as const } : { is: 'known' as const, value: { status: standing } as never };
      const all = (references: readonly string[]) => new Map(references.map((each) => [each, answer]));
      await createKeeping({
        kept: createKeptData(store().db, usual),
        files: { remove: async (id) => void removed.push(id) },
        records: {
          records: async ({ cases, tasks, repairs }) => ({
            cases: all(cases),
            tasks: all(tasks),
            repairs: all(repairs),
          }),
        },
        audit: createAudit(store().db, 'secret'),
        forget: () => undefined,
        deleted: (what, count) => {
          counted[what] = (counted[what] ?? 0) + count;
        },
        clock: () => new Date(),
        logger: silentLog,
      }).look();
    };
    const aged = (about: Aged) => agedConversation(store(), about);
    const left = (id: string) => leftOf(store(), id);

    it('[GUH-10] goes with its notes and files, and what is younger stays', async () => {
      const words = freshId('canary');
      const [file, kept] = [`${'a'.repeat(32)}.png`, `${'b'.repeat(32)}.png`];
      const old = await aged({ at: daysAgo(401), words, file });
      const young = await aged({ at: daysAgo(399), file: kept });
      await look();

      expect([await left(old), await left(young)]).to.deep.equal([undefined, 1]);
      expect(await tablesWith(words, store())).to.deep.equal([]);
      expect(removed).to.include(file).and.not.include(kept);
      expect(counted.conversations).to.be.greaterThan(0);
    });

    it('[GUH-10] goes from a thread that goes on, message by message', async () => {
      const words = freshId('canary');
      const thread = await aged({ at: daysAgo(401), words, goesOn: true });
      await look();

      expect(await left(thread)).to.equal(1);
      expect(await tablesWith(words, store())).to.deep.equal([]);
    });

    it('[GUH-10] stays longer where it shows how a complaint, or a matter of safety, was dealt with', async () => {
      const opened = (kind: string, restricted = false) => ({ reference: freshId('CMP'), kind, restricted });
      const [complaint, abuse] = [opened('complaint'), opened('domestic-abuse', true)];
      const young = [
        await aged({ at: daysAgo(2_191), opened: complaint }),
        await aged({ at: daysAgo(2_556), opened: abuse }),
      ];
      const old = [
        await aged({ at: daysAgo(2_193), opened: opened('complaint') }),
        await aged({ at: daysAgo(2_558), opened: opened('domestic-abuse', true) }),
      ];
      await look();

      expect(await Promise.all(young.map(left))).to.deep.equal([1, 1]);
      expect(await Promise.all(old.map(left))).to.deep.equal([undefined, undefined]);
    });

    it('[GUH-10] stays while a case, a promise or a legal hold is open, or the housing system cannot say', async () => {
      const reference = freshId('REP');
      const person = freshId('person');
      const promised = await aged({ at: daysAgo(500), promise: { reference } });
      const held = await aged({ at: daysAgo(500), person });
      const holds = createHolds(store().db, 'secret');
      await holds.hold({ person, why: 'a claim', agent: 'a', at: new Date() });
      const repaired = await aged({ at: daysAgo(500), opened: { reference, kind: 'repair' } });
      await look('open');
      expect(await Promise.all([promised, held, repaired].map(left))).to.deep.equal([1, 1, 1]);
      await look('away');
      expect(await left(repaired)).to.equal(1);

      await sql`update contact.promises set ended_at = now(), ended_as = 'kept' where conversation = ${promised}`.execute(
        store().db,
      );
      await holds.endHold(person, { agent: 'a', at: new Date() });
      await look();
      expect(await Promise.all([promised, held, repaired].map(left))).to.deep.equal([undefined, undefined, undefined]);
    });

    it('[GUH-10] leaves a figure that is nobody’s', async () => {
      const conversation = freshId('conversation');
      await store()
        .db.insertInto('contact.facts')
        .values({
          at: daysAgo(401),
          name: 'enquiry.ended',
          conversation,
          person: conversation,
          data: '{"outcome":"done"}',
        })
        .execute();
      await look();

      expect(await tablesWith(conversation, store())).to.deep.equal([]);
    });

    it('[GUH-10] is counted in the audit, which nobody can change or shorten', async () => {
      await aged({ at: daysAgo(500) });
      await look();
      const { db } = store();
      const [line] = await createAudit(db, 'secret').search({ agent: 'service', limit: 1 });

      expect(line).to.deep.include({ agent: 'service', did: 'deleted-on-schedule' });
      expect(line?.data.conversations).to.be.greaterThan(0);
      for (const statement of [sql`update contact.audit set agent = 'x'`, sql`delete from contact.audit`]) {
        const error = await statement.execute(db).then(
          () => undefined,
          (caught: unknown) => caught,
        );
        expect(String(error)).to.include('only added to');
      }
      await createAudit(db, 'secret').write({ at: daysAgo(2_193), agent: 'old', did: 'exported', data: {} });
      await createKeptData(db, usual).deleteOld(new Date());
      expect((await createAudit(db, 'secret').search({ limit: 500 })).map(({ agent }) => agent)).not.to.include('old');
    });

    it('[GUH-10] is known for every table: none is without a record that says why it is kept and how long', async () => {
      const told = new Set([...processingRecords(usual).flatMap(({ tables }) => tables), ...ofNobody]);

      expect((await ownTables(store())).filter((table) => !told.has(table))).to.deep.equal([]);
    });
  });
});
