import { expect } from 'chai';
import { createReferences, isReference } from '../../src/references.ts';
import { createDeskStore } from '../../src/store/desk.ts';
import { createProofs } from '../../src/store/proofs.ts';
import { createQuarantine, createSmsConsents, createSmsDeliveries } from '../../src/store/sms.ts';
import { forEachStore } from '../support/stores.ts';
import { freshId } from '../support/turns.ts';

describe('what is kept beside the conversations', () => {
  forEachStore((store) => {
    it('holds the last word of a number on whether it wants texts', async () => {
      const consents = createSmsConsents(store().db, () => new Date());
      const number = freshId('number');

      expect(await consents.isOut(number)).to.equal(false);
      await consents.recordOut(number, '21610');
      await consents.recordOut(number, '21610');
      expect(await consents.isOut(number)).to.equal(true);
      await store()
        .db.insertInto('contact.consents')
        .values({ number, consent: 'in', word: 'START', at: new Date() })
        .execute();
      expect(await consents.isOut(number)).to.equal(false);

      const ledger = await store()
        .db.selectFrom('contact.consents')
        .select('word')
        .where('number', '=', number)
        .execute();
      expect(ledger.map((each) => each.word)).to.deep.equal(['21610', 'START']);
    });

    it('never moves the state of a text backwards, also when it comes before its SID is known', async () => {
      const deliveries = createSmsDeliveries(store().db);
      const sid = freshId('SM');
      const status = (name: string, rank: number) => ({
        sid,
        status: name,
        rank,
        errorCode: undefined,
        at: new Date(),
      });
      const sent = { sid, delivery: 'd-1', conversation: 'c-1', sequence: 2, segments: 1, at: new Date() };

      await deliveries.record(status('delivered', 5));
      expect((await deliveries.claims([sid])).size).to.equal(0);
      await deliveries.sent(sent);
      await deliveries.record(status('sent', 3));
      await deliveries.sent(sent);

      const row = await store()
        .db.selectFrom('contact.sms_deliveries')
        .selectAll()
        .where('sid', '=', sid)
        .executeTakeFirst();
      expect(row).to.include({ status: 'delivered', rank: 5, delivery: 'd-1', sequence: 2 });
      expect([...(await deliveries.claims([sid, 'unknown']))]).to.deep.equal([[sid, 'd-1']]);
      expect((await deliveries.claims([])).size).to.equal(0);
    });

    it('keeps what was not let in, whatever bytes it is made of', async () => {
      const reason = freshId('reason');

      await createQuarantine(store().db).keep({ reason, headers: { host: 'x\0' }, body: 'a\0\ud83d', at: new Date() });

      const row = await store()
        .db.selectFrom('contact.quarantine')
        .selectAll()
        .where('reason', '=', reason)
        .executeTakeFirst();
      expect(row?.body).to.equal('a\ufffd\ufffd');
    });

    it('lets a sign-in link be used once, and a session end', async () => {
      const desk = createDeskStore(store().db);
      const [link, hash, id] = [freshId('link'), freshId('hash'), freshId('agent')];
      const now = new Date();
      await desk.saveAgent({ id, name: 'Sam', teams: ['contact'] });
      await desk.saveAgent({ id, name: 'Sam Taylor', teams: ['contact', 'repairs'] });

      const spent = await Promise.all(Array.from({ length: 5 }, () => desk.spendLink({ id: link, at: now })));
      const by = 'link' as const;
      const open = (at: Date) => ({ now: at, seenAfter: new Date(0), by });
      const line = { at: now, agent: id, did: 'signed-in' as const, data: {} };
      await desk.openSession({ hash, agent: id, at: now, until: new Date(now.getTime() + 1_000), by }, line);

      expect(spent.filter(Boolean)).to.have.length(1);
      expect(await desk.sessionAgent(hash, open(now))).to.deep.equal({
        id,
        name: 'Sam Taylor',
        teams: ['contact', 'repairs'],
      });
      expect(await desk.sessionAgent(hash, open(new Date(now.getTime() + 1_000)))).to.equal(undefined);
      await desk.closeSession(hash);
      expect(await desk.sessionAgent(hash, open(now))).to.equal(undefined);
    });

    it('knows a session while somebody is there, who came in the way that holds, until its end', async () => {
      const desk = createDeskStore(store().db);
      const [hash, id] = [freshId('hash'), freshId('agent')];
      const at = new Date();
      const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
      const line = { at, agent: id, did: 'signed-in' as const, data: {} };
      await desk.saveAgent({ id, name: 'Sam', teams: ['contact'] });
      const session = { hash, agent: id, at, until: later(60), by: 'oidc' as const, hint: 'a hint' };
      await desk.openSession(session, line);
      const open = async (now: Date, by: 'oidc' | 'link' = 'oidc') =>
        (await desk.sessionAgent(hash, { now, seenAfter: new Date(now.getTime() - 30 * 60_000), by })) !== undefined;

      expect([await open(later(29)), await open(later(30)), await open(later(1), 'link')]).to.deep.equal([
        true,
        false,
        false,
      ]);
      await desk.sessionSeen(hash, later(20));
      expect([await open(later(49)), await open(later(51))]).to.deep.equal([true, false]);
      await desk.sessionSeen(hash, later(49));
      expect([await open(later(59)), await open(later(60))]).to.deep.equal([true, false]);
      expect(await desk.sessionHint(hash)).to.equal('a hint');
      await desk.closeSessions(id, { ...line, did: 'signed-out-everywhere' });
      expect(await open(later(59))).to.equal(false);
    });

    it('counts failed proofs since a time', async () => {
      const proofs = createProofs(store().run, 'pepper');
      const key = freshId('tenancy');
      const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
      for (const minutes of [1, 5, 30]) {
        await store()
          .db.insertInto('contact.failed_proofs')
          .values({ key, at: minutesAgo(minutes) })
          .execute();
      }

      expect(await proofs.failures(key, minutesAgo(15))).to.equal(2);
      expect(await proofs.failures(freshId('tenancy'), minutesAgo(15))).to.equal(0);
    });
  });

  it('knows a one-time code from its hash alone, and only with the secret', () => {
    const run = async () => [];
    const proofs = createProofs(run, 'pepper');

    const { code, hash } = proofs.newCode();

    expect(code).to.match(/^\d{6}$/);
    expect(hash).not.to.include(code);
    expect(proofs.matches(code, hash)).to.equal(true);
    expect(proofs.matches(` ${code.slice(0, 3)} ${code.slice(3)}`, hash)).to.equal(true);
    expect(proofs.matches(code === '000000' ? '000001' : '000000', hash)).to.equal(false);
    expect(createProofs(run, 'other').matches(code, hash)).to.equal(false);
    expect(proofs.matches(code, 'nonsense')).to.equal(false);
  });
});

describe('a reference', () => {
  it('is the same for the same enquiry, another for another attempt, and checks itself', () => {
    const references = createReferences();

    const reference = references.make('CMP', 'conversation:1:0');

    expect(reference).to.match(/^CMP-\d{7}$/);
    expect(references.make('CMP', 'conversation:1:0')).to.equal(reference);
    expect(createReferences(1).make('CMP', 'conversation:1:0')).not.to.equal(reference);
    expect(isReference(reference)).to.equal(true);
    for (let digit = 0; digit < 10; digit += 1) {
      const wrong = `${reference.slice(0, 6)}${digit}${reference.slice(7)}`;
      expect(isReference(wrong)).to.equal(wrong === reference);
    }
  });
});
