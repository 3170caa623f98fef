import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { type Agent, eventually, signIn } from '../support/agent.ts';
import { complains } from '../support/complaint.ts';
import { askHousing } from '../support/housing-api.ts';
import { startInstances } from '../support/instances.ts';
import { lookInside } from '../support/kept.ts';
import { startPostgres } from '../support/postgres.ts';
import { startRedis } from '../support/redis-server.ts';
import { type Service, startService } from '../support/service.ts';
import { sharedPostgres } from '../support/stores.ts';
import type { Tenant } from '../support/tenant.ts';
import { openTextNetwork } from '../support/text-network.ts';
import { undoAfterEach } from '../support/undo.ts';
import { pause } from '../support/wait.ts';

const complained = '2026-11-23T10:00:00Z';
/** The acknowledgement was promised for 30 November. */
const dayAfter = '2026-12-01T09:00:00Z';
const sorry = 'We have not kept that';

const said = async (tenant: Tenant, words: string) =>
  (await tenant.read()).filter(({ text = '' }) => text.includes(words));

const metric = async (service: Service, name: string) =>
  new RegExp(`^${name}.* (\\d+)$`, 'm').exec(await (await fetch(`${service.url}/metrics`)).text())?.[1];

for (const kind of ['embedded', 'postgres'] as const)
  describe(`what was promised, on ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, function () {
    this.timeout(180_000);
    let service: Service;
    let database: Readonly<Record<string, string>>;

    beforeEach(async function () {
      database = kind === 'postgres' ? { DATABASE_URL: await (await sharedPostgres(this)).freshDatabase() } : {};
      service = await startService({ CLOCK: complained, ...database });
    });
    afterEach(async () => {
      if (service === undefined) return;
      await service.stop();
      rmSync(service.dataDir, { recursive: true, force: true });
    });

    /** The same service on the same data, as if time had passed. */
    const laterOn = async (clock: string, more: Readonly<Record<string, string>> = {}): Promise<void> => {
      await service.stop();
      const port = new URL(service.url).port;
      service = await startService({ CLOCK: clock, DATA_DIR: service.dataDir, PORT: port, ...database, ...more });
    };

    it('[WHG-03] and is late is told to the tenant by itself, once, and stays on the desk’s list', async () => {
      const network = await openTextNetwork();
      try {
        await laterOn(complained, network.env);
        const phone = network.phone(service.url);
        for (const text of ['complaint', '2']) await phone.insist(text);
        await eventually(() => phone.inbox().find((each) => each.includes('CMP-')), 'The complaint is logged');
        const late = () => phone.inbox().filter((each) => each.includes('is late'));
        await laterOn('2026-12-01T07:59:30Z', network.env);
        await pause(3_000);
        expect(late(), 'before eight').to.have.length(0);

        await laterOn(dayAfter, network.env);
        await eventually(() => late()[0], 'The tenant hears of it');
        await pause(4_000);

        expect(late()).to.have.length(1);
        expect(late()[0])
          .to.include('30 Nov')
          .and.to.include('3 Dec')
          .and.to.match(/CMP-\d+/);
        const desk: Agent = await signIn(service);
        const { overdue } = (await desk.call('GET', '/promises')).body as { overdue: Record<string, unknown>[] };
        expect(overdue.find(({ what }) => what === 'acknowledge')).to.include({ newsBy: '2026-12-03' });
        expect(Number(await metric(service, 'doorstep_promises_overdue'))).to.be.greaterThan(0);
      } finally {
        await network.close();
      }
    });

    it('[WHG-17] about a complaint ends when the housing system has answered it, and the tenant may ask for a review', async () => {
      const tenant = await complains(service);
      const reference = await eventually(
        async () => /CMP-\d+/.exec((await said(tenant, 'CMP-'))[0]?.text ?? '')?.[0],
        'The reference',
      );
      await eventually(
        async () => ((await askHousing(service, `cases/${reference}`)).status === 200 ? true : undefined),
        'The case is there',
      );
      await askHousing(service, `cases/${reference}`, { status: 'closed', details: { outcome: 'partly-upheld' } });
      const [told] = await eventually(async () => {
        const found = await said(tenant, 'answered your complaint');
        return found.length > 0 ? found : undefined;
      }, 'The tenant hears of the outcome');

      expect(told?.text).to.include(reference).and.to.include('in part').and.to.include('review');
      const [review] = await tenant.say('review');
      expect(review?.channelData).to.include({ enquiry: 'complaint.escalate' });
      const desk = await signIn(service);
      await pause(3_000);
      expect((await desk.call('GET', '/promises')).body).to.deep.equal({ overdue: [], soon: [] });
      expect(await said(tenant, 'answered your complaint')).to.have.length(1);
    });

    it('[WHG-03] is told by text in the morning, when it is moved at night, and a reply never waits behind it', async () => {
      const network = await openTextNetwork();
      try {
        await laterOn(complained, network.env);
        const phone = network.phone(service.url);
        for (const text of ['complaint', '2']) await phone.insist(text);
        await eventually(() => phone.inbox().find((each) => each.includes('CMP-')), 'The complaint is logged');
        await laterOn('2026-11-30T21:30:00Z', network.env);
        const desk = await signIn(service);
        const { soon } = (await desk.call('GET', '/promises')).body as { soon: { id: string; what: string }[] };
        const acknowledge = soon.find(({ what }) => what === 'acknowledge');
        const moved = { to: '2026-12-02', why: 'the writer is ill' };
        expect((await desk.call('POST', `/promises/${acknowledge?.id}/move`, moved)).status).to.equal(200);
        await phone.insist('hello');
        await pause(4_000);
        const answered = phone.inbox().length;
        expect(
          phone.inbox().filter((each) => each.includes('the writer is ill')),
          'at night',
        ).to.have.length(0);
        expect(phone.inbox().at(-1)).not.to.include('CMP-');

        await laterOn('2026-12-01T08:00:05Z', network.env);
        await eventually(
          () => (phone.inbox().some((each) => each.includes('the writer is ill')) ? true : undefined),
          'The text goes out in the morning',
        );
        expect(phone.inbox()).to.have.length.greaterThan(answered);
      } finally {
        await network.close();
      }
    });

    it('[WHG-03] is told by a person, and by no text, to who has stopped texts while the notice was on its way', async () => {
      const network = await openTextNetwork();
      try {
        await laterOn(complained, network.env);
        const phone = network.phone(service.url);
        for (const text of ['complaint', '2']) await phone.insist(text);
        await eventually(() => phone.inbox().find((each) => each.includes('CMP-')), 'The complaint is logged');
        await laterOn('2026-11-30T21:30:00Z', network.env);
        const desk = await signIn(service);
        const { soon } = (await desk.call('GET', '/promises')).body as { soon: { id: string; what: string }[] };
        const acknowledge = soon.find(({ what }) => what === 'acknowledge');
        await desk.call('POST', `/promises/${acknowledge?.id}/move`, { to: '2026-12-02', why: 'the writer is ill' });
        await phone.insist('STOP');

        await laterOn('2026-12-01T08:00:05Z', network.env);
        const task = await eventually(async () => {
          const { body } = await askHousing(service, 'tasks?kind=tell-tenant');
          return (body as unknown as { details: Record<string, unknown> }[])[0];
        }, 'A person has it to tell');

        expect(task.details).to.include({ tell: 'telephone', why: 'texts-stopped' });
        expect(phone.inbox().filter((each) => each.includes('the writer is ill'))).to.deep.equal([]);
        const again = await signIn(service);
        const { parked } = (await again.call('GET', '/insight/parked')).body as { parked: Record<string, unknown>[] };
        expect(parked.map(({ kind, code }) => [kind, code])).to.deep.equal([['sms.send', 'opted-out']]);
      } finally {
        await network.close();
      }
    });
  });

describe('[WHG-03] promises that time looks at', function () {
  this.timeout(5 * 60_000);
  const later = undoAfterEach();
  const many = 12;

  /** Complaints whose acknowledgement is late when the clock of the next start is read. */
  async function manyLate(
    databaseUrl: string,
  ): Promise<{ readonly tenants: readonly Tenant[]; readonly dataDir: string }> {
    const service = await startService({ CLOCK: complained, DATABASE_URL: databaseUrl });
    const tenants: Tenant[] = [];
    for (let n = 0; n < many; n += 1) tenants.push(await complains(service));
    await pause(1_000);
    await service.stop();
    return { tenants, dataDir: service.dataDir };
  }

  /** How often each tenant was told, as the log has it. */
  const countTold = (tenants: readonly Tenant[], at: { readonly url: string; readonly dataDir: string }) =>
    lookInside(at, (kept) =>
      Promise.all(
        tenants.map(
          async ({ conversation }) => (await kept.log(conversation)).filter(({ text }) => text.includes(sorry)).length,
        ),
      ),
    );

  it('are told once each by two instances on one database', async function () {
    const postgres = later(await startPostgres(this), ({ stop }) => stop());
    const redis = later(await startRedis(this), ({ stop }) => stop());
    const url = await postgres.freshDatabase();
    const { tenants, dataDir } = await manyLate(url);
    const env = { CLOCK: dayAfter, DATABASE_URL: url, REDIS_URL: redis.url };
    const instances = await startInstances(2, { env, random: () => 0 });
    await pause(12_000);
    await instances.end();

    expect(await countTold(tenants, { url, dataDir })).to.deep.equal(tenants.map(() => 1));
  });

  it('are told once each by a service that is killed again and again while it tells them', async function () {
    const postgres = later(await startPostgres(this), ({ stop }) => stop());
    const url = await postgres.freshDatabase();
    const { tenants, dataDir } = await manyLate(url);
    const service = await startService({ CLOCK: dayAfter, DATABASE_URL: url, DATA_DIR: dataDir });
    for (let kill = 0; kill < 6; kill += 1) {
      await pause(1_950 + kill * 30);
      await service.kill();
      await service.start();
    }
    // What a killed one had claimed is free again after a minute.
    await pause(70_000);
    await service.stop();

    expect(await countTold(tenants, { url, dataDir })).to.deep.equal(tenants.map(() => 1));
  });
});
