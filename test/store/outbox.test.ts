import { expect } from 'chai';
import { OutsideError } from '../../src/model/outside-error.ts';
import { createOutbox, type Deliver, type OutboxRules } from '../../src/outbox/outbox.ts';
import type { OutboxRow, OutboxStore } from '../../src/outbox/ports.ts';
import { createConversations } from '../../src/store/conversations/conversations.ts';
import { createOutboxStore } from '../../src/store/outbox.ts';
import { silentLog } from '../support/silent-log.ts';
import { forEachStore } from '../support/stores.ts';
import { aCommit, anInbound, aText, aTurn, freshId } from '../support/turns.ts';

const away = (retryAfterMs?: number) =>
  new OutsideError('away', {
    system: 'test',
    code: 'unreachable',
    retryable: true,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
const refused = new OutsideError('refused', { system: 'test', code: 'refused', retryable: false });

describe('the outbox', () => {
  forEachStore((store) => {
    let rows: OutboxStore;
    const stops: (() => Promise<void>)[] = [];

    beforeEach(async () => {
      rows = createOutboxStore(store().run, store().db);
      await store().db.deleteFrom('contact.outbox').execute();
    });
    afterEach(async () => {
      for (const stop of stops.splice(0)) await stop();
    });

    /** Commits one delivery per key given, in one turn, and gives their ids. */
    const put = async (...keys: string[]): Promise<string[]> => {
      const conversations = createConversations(store().run);
      const inbound = anInbound();
      await conversations.save(inbound);
      const loaded = await conversations.load(inbound.conversation);
      if (loaded === undefined) throw new Error('not saved');
      const deliveries = keys.map((key) => aText(key));
      await conversations.commit(aCommit(loaded.conversation, { taken: 1, turn: aTurn(), deliveries }));
      return deliveries.map((delivery) => delivery.id);
    };
    const run = (sms: (row: OutboxRow) => Promise<unknown>, rules: Partial<OutboxRules> = {}) => {
      const parked: string[] = [];
      const outbox = createOutbox({
        store: rows,
        deliver: { 'sms.send': sms } as unknown as Deliver,
        clock: () => new Date(),
        log: silentLog,
        ended: (row, how) => {
          if (how === 'parked') parked.push(row.id);
        },
        rules: { pollMs: 10, firstPauseMs: 1, longestPauseMs: 5, ...rules },
      });
      stops.push(() => outbox.stop());
      outbox.start();
      return { outbox, parked };
    };
    const until = async (holds: () => boolean | Promise<boolean>) => {
      for (let tries = 0; !(await holds()); tries += 1) {
        if (tries > 500) throw new Error('it never came to that');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    const isEmpty = async () => (await rows.counts()).waiting === 0;

    it('delivers in order per key, and keys side by side', async () => {
      const keys = ['a', 'b', 'a', 'a', 'b', 'c'];
      const ids = await put(...keys);
      const done: string[] = [];
      const busy = new Set<string>();
      let most = 0;

      run(async (row) => {
        expect(busy.has(row.key)).to.equal(false);
        busy.add(row.key);
        most = Math.max(most, busy.size);
        await new Promise((resolve) => setTimeout(resolve, 20));
        busy.delete(row.key);
        done.push(row.id);
      });
      await until(isEmpty);

      for (const key of ['a', 'b', 'c']) {
        const wanted = ids.filter((_, n) => keys[n] === key);
        expect(done.filter((id) => wanted.includes(id))).to.deep.equal(wanted);
      }
      expect(most).to.be.greaterThan(1);
    });

    it('delivers each once, whoever of several instances takes it', async () => {
      const ids = await put(...Array.from({ length: 60 }, (_, n) => `key-${n % 20}`));
      const done: string[] = [];
      const deliver = async (row: OutboxRow) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
        done.push(row.id);
      };

      run(deliver);
      run(deliver);
      run(deliver);
      await until(isEmpty);

      expect([...done].sort()).to.deep.equal([...ids].sort());
      for (let key = 0; key < 20; key += 1) {
        const wanted = ids.filter((_, n) => n % 20 === key);
        expect(done.filter((id) => wanted.includes(id))).to.deep.equal(wanted);
      }
    });

    it('tries again when the outside is away, and holds back what comes after it', async () => {
      const [first, second] = await put('k', 'k');
      const tried: { id: string; attempts: number; resumed: boolean }[] = [];

      run(async ({ id, attempts, resumed }) => {
        tried.push({ id, attempts, resumed });
        if (attempts < 3 && id === first) throw away();
      });
      await until(isEmpty);

      expect(tried).to.deep.equal([
        { id: first, attempts: 1, resumed: false },
        { id: first, attempts: 2, resumed: true },
        { id: first, attempts: 3, resumed: true },
        { id: second, attempts: 1, resumed: false },
      ]);
    });

    it('waits as long as the outside asks', async () => {
      await put('k');
      const at: number[] = [];

      run(async (row) => {
        at.push(performance.now());
        if (row.attempts === 1) throw away(150);
      });
      await until(isEmpty);

      expect((at[1] ?? 0) - (at[0] ?? 0)).to.be.greaterThan(140);
    });

    it('parks what is refused, shows it, goes on behind it, and tries it again when told to', async () => {
      const [first, second] = await put('k', 'k');
      const done: string[] = [];
      let refusing = true;

      const { outbox, parked } = run(async (row) => {
        if (refusing && row.id === first) throw refused;
        done.push(row.id);
      });
      await until(isEmpty);

      expect(parked).to.deep.equal([first]);
      expect(done).to.deep.equal([second]);
      const [shown] = await rows.parked();
      expect(shown).to.include({ id: first, code: 'refused', attempts: 1, kind: 'sms.send' });

      refusing = false;
      expect(await rows.retry(first as string, new Date())).to.equal(true);
      expect(await rows.retry(second as string, new Date())).to.equal(false);
      outbox.wake();
      await until(() => done.length === 2);
      expect(done).to.deep.equal([second, first]);
    });

    it('parks after the last try', async () => {
      const [id] = await put('k');
      let tries = 0;

      const { parked } = run(
        async () => {
          tries += 1;
          throw away();
        },
        { tries: () => 4 },
      );
      await until(() => parked.length === 1);

      expect(parked).to.deep.equal([id]);
      expect(tries).to.equal(4);
      expect(await rows.counts()).to.include({ waiting: 0, parked: 1 });
    });

    it('takes over what a dead instance was sending, once its lease is over', async () => {
      const [id] = await put('k');
      const now = new Date();
      const lease = { now, until: new Date(now.getTime() + 100), limit: 5 };
      expect(await rows.claim(lease)).to.have.length(1);
      expect(await rows.claim(lease)).to.have.length(0);
      const resumed: unknown[] = [];

      run(async (row) => resumed.push([row.id, row.resumed, row.attempts]));
      await until(isEmpty);

      expect(resumed).to.deep.equal([[id, true, 2]]);
    });

    it('gives an attempt that lost its lease no say any more', async () => {
      await put('k');
      const long = (from: Date) => ({ now: from, until: new Date(from.getTime() + 10), limit: 1 });
      const now = new Date();
      const [slow] = await rows.claim(long(now));
      const [quick] = await rows.claim(long(new Date(now.getTime() + 20)));
      if (slow === undefined || quick === undefined) throw new Error('not claimed');

      await rows.done(slow, now);
      await rows.park(slow, now, 'refused');
      await rows.again(slow, now, 'unreachable');

      expect(await rows.counts()).to.include({ waiting: 1, parked: 0 });
      await rows.done(quick, now);
      expect(await rows.counts()).to.include({ waiting: 0 });
      const facts = await store()
        .db.selectFrom('contact.facts')
        .select('name')
        .where('conversation', '=', quick.conversation)
        .execute();
      expect(facts).to.deep.equal([{ name: 'delivery.done' }]);
    });

    it('finishes what is in flight when it is stopped, and begins nothing new', async () => {
      await put('a', 'b', 'c', 'd');
      let [begun, ended] = [0, 0];

      const { outbox } = run(
        async () => {
          begun += 1;
          await new Promise((resolve) => setTimeout(resolve, 50));
          ended += 1;
        },
        { most: 2 },
      );
      await until(() => begun > 0);
      await outbox.stop();

      expect(ended).to.equal(begun);
      expect((await rows.counts()).waiting).to.equal(4 - ended);
    });

    it('leaves a fact of each delivery, without its words', async () => {
      const [id] = await put(freshId('key'));
      let conversation = '';

      run(async (row) => {
        conversation = row.conversation;
      });
      await until(isEmpty);

      const facts = store().db.selectFrom('contact.facts').selectAll().where('conversation', '=', conversation);
      const [fact] = await facts.where('name', '=', 'delivery.done').execute();
      expect(id).to.be.a('string');
      expect(fact?.data).to.deep.equal({ kind: 'sms.send', attempts: 1 });
    });
  });
});
