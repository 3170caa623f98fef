import { expect } from 'chai';
import { createBus, createHub, type MessageHub } from '../../src/memory/bus.ts';
import { connectRedis, type Redis } from '../../src/redis/connection.ts';
import { createRedisLeases } from '../../src/redis/leases.ts';
import { createRedisRateLimit } from '../../src/redis/rate-limit.ts';
import { createRelay } from '../../src/redis/relay.ts';
import { createRedisTranslations } from '../../src/redis/translations.ts';
import { aMessage, hubContract, leasesContract, rateLimitContract } from '../contracts/fan-out.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';
import { silentLog } from '../support/silent-log.ts';
import { freshId } from '../support/turns.ts';

const nap = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Instance {
  readonly redis: Redis;
  readonly hub: MessageHub;
  close(): Promise<void>;
}

async function startInstance(url: string): Promise<Instance> {
  const redis = await connectRedis(url, silentLog);
  const bus = createBus(createRelay(redis));
  return {
    redis,
    hub: createHub(bus),
    close: async () => {
      bus.close();
      await redis.close();
    },
  };
}

describe('across instances, with Redis', () => {
  let server: RedisServer;
  let here: Instance;
  let there: Instance;

  before(async function () {
    server = await startRedis(this);
    here = await startInstance(server.url);
    there = await startInstance(server.url);
  });
  after(async () => {
    await here?.close();
    await there?.close();
    await server?.stop();
  });
  const until = async (holds: () => boolean) => {
    for (let tries = 0; !holds(); tries += 1) {
      if (tries > 800) throw new Error('it never came to that');
      await nap(10);
    }
  };
  const limitOf = (instance: Instance, name: string) =>
    createRedisRateLimit(instance.redis, { name, points: 3, perSeconds: 1 });

  describe('the hub', () => {
    hubContract(() => ({ told: here.hub, watched: there.hub }));

    it('tells each once, although instances hear their own notices too', async () => {
      const conversation = freshId('conversation');
      const heard: number[] = [];
      const stop = here.hub.watch(conversation, (messages) => heard.push(messages.length));
      await nap(100);
      heard.length = 0;

      here.hub.announce(conversation, [aMessage(conversation, 1)]);
      await nap(100);

      expect(heard).to.deep.equal([1]);
      stop();
    });
  });

  describe('a limit', () => {
    rateLimitContract(() => {
      const name = freshId('limit');
      return { here: limitOf(here, name), there: limitOf(there, name) };
    });
  });

  describe('leases', () => {
    leasesContract(() => {
      const name = freshId('leases');
      return { here: createRedisLeases(here.redis, name), there: createRedisLeases(there.redis, name) };
    });
  });

  describe('translations', () => {
    it('made here are known there, for a day', async () => {
      const [key, other] = [freshId('key'), freshId('key')];
      const kept = createRedisTranslations(here.redis);
      await kept.write(new Map([[key, 'Winda nie działa']]));

      expect(await createRedisTranslations(there.redis).read([other, key])).to.deep.equal([
        undefined,
        'Winda nie działa',
      ]);
      const lastsMs = await here.redis.client.pTTL(`doorstep:translation:${key}`);
      expect(lastsMs).to.be.within(86_300_000, 86_400_000);
      expect(await kept.read([])).to.deep.equal([]);

      await createRedisTranslations(there.redis).clear();
      expect(await kept.read([key])).to.deep.equal([undefined]);
    });
  });

  describe('that goes away and comes back', () => {
    it('lets each instance go on by itself, and tells who watches to look until it is back', async function () {
      this.timeout(20_000);
      const conversation = freshId('conversation');
      const heard: number[] = [];
      const stop = there.hub.watch(conversation, (messages) => heard.push(messages.length));
      await nap(50);
      await server.kill();
      await until(() => there.redis.state() === 'down' && here.redis.state() === 'down');
      heard.length = 0;

      const startedAt = performance.now();
      const limit = limitOf(here, freshId('limit'));
      const taken = [await limit.take('k'), await limit.take('k'), await limit.take('k'), await limit.take('k')];
      const leases = createRedisLeases<{ state: string }>(here.redis, freshId('leases'));
      await leases.renew('sam', { state: 'available' }, 5_000);

      expect(taken.map((each) => each.allowed)).to.deep.equal([true, true, true, false]);
      expect([...(await leases.all()).keys()]).to.deep.equal(['sam']);
      const translations = createRedisTranslations(here.redis);
      await translations.write(new Map([['key', 'text']]));
      expect(await translations.read(['key'])).to.deep.equal([undefined]);
      expect(performance.now() - startedAt).to.be.lessThan(2_000);
      there.hub.announce(conversation, [aMessage(conversation, 1)]);
      expect(heard).to.include(1);
      await until(() => heard.includes(0));

      await server.start();
      await until(() => there.redis.state() === 'up' && here.redis.state() === 'up');
      await nap(100);
      heard.length = 0;
      here.hub.announce(conversation, [aMessage(conversation, 2)]);
      await until(() => heard.length > 0);
      stop();
    });

    it('keeps nobody waiting when it hangs', async function () {
      this.timeout(20_000);
      server.freeze();
      const limit = limitOf(here, freshId('limit'));

      const startedAt = performance.now();
      const taken = await limit.take('k');
      server.thaw();

      expect(taken).to.deep.equal({ allowed: true });
      expect(performance.now() - startedAt).to.be.lessThan(5_000);
    });

    it('is looked for by an instance that started without it', async function () {
      this.timeout(20_000);
      await server.kill();
      const late = await startInstance(server.url);
      expect(late.redis.state()).to.equal('down');
      expect(await limitOf(late, freshId('limit')).take('k')).to.deep.equal({ allowed: true });

      await server.start();
      await until(() => late.redis.state() === 'up');
      await late.close();
    });
  });
});
