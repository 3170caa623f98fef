import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { type Agent, eventually, invited, signIn } from '../support/agent.ts';
import { openPhone } from '../support/phone.ts';
import { type Service, startService } from '../support/service.ts';
import { sharedPostgres } from '../support/stores.ts';

const named = {
  route: 'named-contact',
  contact: 'Nia Bello',
  reason: 'Rings forty times a day about one letter',
  until: '2027-01-29',
};

for (const kind of ['embedded', 'postgres'] as const)
  describe(`an agreed route, on ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, function () {
    this.timeout(180_000);
    let service: Service;
    let database: Readonly<Record<string, string>>;
    let manager: Agent;
    let agent: Agent;

    before(async function () {
      database = kind === 'postgres' ? { DATABASE_URL: await (await sharedPostgres(this)).freshDatabase() } : {};
      service = await startService({ CLOCK: '2026-11-23T10:00:00Z', ...database });
      manager = await signIn(service);
      agent = await invited(service, manager, { name: 'Priya Shah', teams: ['contact-centre'] });
      await set(manager);
    });
    after(async () => {
      if (service === undefined) return;
      await service.stop();
      rmSync(service.dataDir, { recursive: true, force: true });
    });

    /** Sends a text and waits for what comes back, all of it. */
    const text = async (number: string, words: string): Promise<string> => {
      const phone = openPhone(service.url, number);
      const before = (await phone.received()).length;
      await phone.send(words);
      const answered = async () => {
        const fresh = (await phone.received()).slice(before);
        return fresh.length > 0 ? fresh.join('\n') : undefined;
      };
      return eventually(answered, 'The answer by text');
    };
    const set = (who: Agent, more: object = {}, person = 'P-1001') =>
      who.call('PUT', `/people/${person}/route`, { ...named, ...more });

    it('[WHG-20] is set by a manager alone, with a reason, and an end that is neither past nor far away', async () => {
      expect((await set(agent, {}, 'P-1003')).body.type).to.match(/not-a-manager$/);
      expect((await set(manager, { reason: ' ' }, 'P-1003')).status).to.equal(400);
      expect((await set(manager, { until: '2026-11-23' }, 'P-1003')).status).to.equal(400);
      expect((await set(manager, { until: '2027-11-24' }, 'P-1003')).status).to.equal(400);
      expect((await set(manager, { reviewOn: '2027-02-01' }, 'P-1003')).status).to.equal(400);
      expect((await set(manager, { weekday: 'friday' }, 'P-1003')).status).to.equal(400);
      expect((await set(manager, { route: 'written-weekly' }, 'P-1003')).status).to.equal(400);
      expect((await set(manager, {}, 'P-404')).status).to.equal(404);
      expect((await agent.call('GET', '/people/P-1003/route')).body).to.deep.equal({ route: null, history: [] });

      expect((await set(manager, {}, 'P-1003')).status).to.equal(201);
    });

    it('[WHG-20] is followed at once by text: told, passed on to the named person, no queue', async () => {
      const told = await text('+447700900101', 'I want to speak to a person');
      expect(told).to.include('Nia Bello').and.include('29 January 2027').and.not.include('forty times');
      expect(await text('+447700900101', 'My letter was not answered'))
        .to.include('Nia Bello has it')
        .and.include('TSK-');
      expect((await agent.queue()).waiting).to.deep.equal([]);
    });

    it('[WHG-20] [GEN-07] keeps nobody from help in danger', async () => {
      expect(await text('+447700900101', 'I can smell gas')).to.include('0800 111 999');
    });

    it('[WHG-20] shows agents that it holds, and managers why and since when', async () => {
      const seen = (await agent.call('GET', '/people/P-1001/route')).body;
      const whole = (await manager.call('GET', '/people/P-1001/route')).body;

      expect(seen).to.deep.equal({
        route: { route: 'named-contact', contact: 'Nia Bello', until: '2027-01-29', reviewOn: '2027-01-29' },
        history: [],
      });
      expect(whole.history).to.have.length(1);
      expect(JSON.stringify(whole.history)).to.include('forty times').and.include(manager.id);
      expect((await agent.call('GET', '/routes')).status).to.equal(403);
      expect(JSON.stringify((await manager.call('GET', '/routes')).body)).to.include('P-1001');
      expect((await manager.call('GET', '/me')).body.managesRoutes).to.equal(true);
      expect((await agent.call('GET', '/me')).body.managesRoutes).to.equal(false);
    });

    it('[WHG-20] is changed and told anew, and nothing of its history is lost', async () => {
      const weekly = {
        route: 'written-weekly',
        weekday: 'friday',
        until: '2026-12-11',
        reason: 'Agreed with her on the phone',
      };
      expect((await set(manager, weekly)).status).to.equal(200);
      expect(await text('+447700900101', 'hello'))
        .to.include('once a week')
        .and.include('27 Nov');

      const { history } = (await manager.call('GET', '/people/P-1001/route')).body as { history: { isDone: string }[] };
      expect(history.map(({ isDone }) => isDone)).to.deep.equal(['changed', 'set']);
    });

    it('[WHG-20] is ended before its day by a manager, with a reason', async () => {
      expect((await agent.call('POST', '/people/P-1001/route/end', { why: 'no' })).status).to.equal(403);
      expect((await manager.call('POST', '/people/P-1001/route/end', {})).status).to.equal(400);
      expect((await manager.call('POST', '/people/P-1001/route/end', { why: 'It has worked' })).status).to.equal(200);
      expect((await manager.call('POST', '/people/P-1001/route/end', { why: 'Again' })).status).to.equal(404);
      expect((await agent.call('GET', '/people/P-1001/route')).body.route).to.equal(null);
    });

    it('[WHG-20] lapses by itself on the day after its last one', async () => {
      await set(manager, { until: '2026-12-11' }, 'P-1002');
      await service.stop();
      const port = new URL(service.url).port;
      service = await startService({
        CLOCK: '2026-12-14T10:00:00Z',
        DATA_DIR: service.dataDir,
        PORT: port,
        ...database,
      });
      manager = await signIn(service);

      expect((await manager.call('GET', '/people/P-1002/route')).body.route).to.equal(null);
      expect(JSON.stringify((await manager.call('GET', '/routes')).body)).not.to.include('P-1002');
      expect(await text('+447700900102', 'Chcę rozmawiać z człowiekiem')).not.to.include('Nia Bello');
    });
  });
