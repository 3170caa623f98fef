import { expect } from 'chai';
import { type Instances, publicUrl, startInstances } from '../support/instances.ts';
import { casesOf } from '../support/integrity.ts';
import { lookInside } from '../support/kept.ts';
import { type Listener, listenTo } from '../support/listener.ts';
import { expectTextsAndCasesWhole, expectWebWhole, type Load, settle, writeOn } from '../support/load.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { pick, seeded } from '../support/random.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';
import type { Tenant } from '../support/tenant.ts';
import { openTextNetwork, type TextNetwork } from '../support/text-network.ts';
import { undoAfterEach } from '../support/undo.ts';
import { pause, until } from '../support/wait.ts';

const seed = 20_261_123;
/** Together a hundred conversations. */
const tenantsAtOnce = 90;
const phonesAtOnce = 10;

describe('two instances on one PostgreSQL and one Redis', function () {
  this.timeout(10 * 60_000);
  const random = seeded(seed);
  const later = undoAfterEach();
  let postgres: Postgres;
  let redis: RedisServer;
  let databaseUrl: string;
  let instances: Instances;
  let network: TextNetwork;

  before(async function () {
    postgres = await startPostgres(this);
    redis = await startRedis(this);
  });

  beforeEach(async () => {
    databaseUrl = await postgres.freshDatabase();
    network = later(await openTextNetwork((url) => url.replace(publicUrl, instances.any())), ({ close }) => close());
    const env = { ...network.env, DATABASE_URL: databaseUrl, REDIS_URL: redis.url };
    instances = later(await startInstances(2, { env, random }), ({ end }) => end());
  });

  after(async () => {
    await postgres?.stop();
    await redis?.stop();
  });

  function begin(about: { readonly tenants: number; readonly phones: number; readonly conversations?: number }) {
    const { tenants, conversations } = about;
    const phones = Array.from({ length: about.phones }, () => network.phone(instances.any, publicUrl));
    const listeners = new Map<string, Listener>();
    const onTenant = (tenant: Tenant) => {
      listeners.set(
        tenant.conversation,
        later(listenTo(tenant), ({ stop }) => stop()),
      );
    };
    const some = conversations === undefined ? {} : { conversations };
    const load = writeOn({ where: instances.any, tenants, phones, seed, times: 3, onTenant, ...some });
    return { load, listeners };
  }

  async function expectAllWhole(load: Load, listeners: ReadonlyMap<string, Listener>): Promise<void> {
    const [first] = instances.all;
    if (first === undefined) throw new Error('no instance');
    await load.stop();
    await settle(
      load,
      instances.all.map(({ url }) => url),
    );
    await expectWebWhole(load, first.url);
    await expectListenersHeardAll(load, listeners);
    const cases = await casesOf(first.url);
    await Promise.all(instances.all.map((instance) => instance.stop()));
    await lookInside({ dataDir: instances.dataDir, url: databaseUrl }, (kept) =>
      expectTextsAndCasesWhole(load, kept, cases),
    );
  }

  it('answer a hundred conversations between them once, in order, and open every case once', async () => {
    const { load, listeners } = begin({ tenants: tenantsAtOnce, phones: phonesAtOnce, conversations: 1 });
    for (let cut = 0; cut < 100; cut += 1) {
      await pause(50);
      pick([...listeners.values()], random)?.cut();
    }
    await expectAllWhole(load, listeners);
  });

  it('go on while Redis is stopped, started, and hangs', async () => {
    const { load, listeners } = begin({ tenants: 12, phones: 4 });
    for (let stop = 0; stop < 3; stop += 1) {
      await pause(500 + random() * 1_000);
      await redis.kill();
      await pause(500 + random() * 2_000);
      await redis.start();
    }
    redis.freeze();
    await pause(3_000);
    redis.thaw();
    await pause(1_000);
    await expectAllWhole(load, listeners);
  });
});

/** Nothing missed and nothing doubled on the sockets either, wherever they were and however often they were cut. */
async function expectListenersHeardAll({ tenants }: Load, listeners: ReadonlyMap<string, Listener>): Promise<void> {
  for (const { tenant } of tenants) {
    const log = await tenant.read();
    const listener = listeners.get(tenant.conversation) as Listener;
    await until('A socket hears all', async () => (listener.heard.length >= log.length ? true : undefined), {
      withinMs: 15_000,
    });
    expect(listener.heard, `what the socket of ${tenant.conversation} heard`).to.deep.equal(log);
  }
}
