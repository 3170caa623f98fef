// A hard hour at the desk: agents accept, decline, pass on, give back, close and vanish as they like, tenants write on, instances
// are killed. Whatever happened, each conversation is with exactly one, and no word is lost.

import { expect } from 'chai';
import { sql } from 'kysely';
import { openDatabase } from '../../src/store/database.ts';
import { invited, type QueueLine, signIn } from '../support/agent.ts';
import { type Instances, startInstances } from '../support/instances.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { pick, seeded } from '../support/random.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';
import { silentLog } from '../support/silent-log.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { undoAfterEach } from '../support/undo.ts';
import { pause, until } from '../support/wait.ts';

const seed = 20_261_127;
const tenantCount = 12;
const teams = ['contact-centre', 'safeguarding'];
const names = ['Ann Price', 'Ben Okafor', 'Cai Rhys', 'Dee Malik', 'Eve Stone'];
const hardMs = 30_000;
/** One-time links are for one's own machine. */
const deskUrl = 'http://localhost:3978';

interface Queue {
  readonly waiting: readonly QueueLine[];
  readonly mine: readonly QueueLine[];
}

/** An agent on whichever instance there is; what does not arrive is as if it had not been done. */
interface AnyAgent {
  readonly id: string;
  readonly declined: Set<string>;
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
  queue(): Promise<Queue | undefined>;
}

describe('a hard hour at the desk of two instances', function () {
  this.timeout(8 * 60_000);
  const random = seeded(seed);
  const later = undoAfterEach();
  let postgres: Postgres;
  let redis: RedisServer;
  let databaseUrl: string;
  let instances: Instances;

  before(async function () {
    postgres = await startPostgres(this);
    redis = await startRedis(this);
    databaseUrl = await postgres.freshDatabase();
    const env = { DATABASE_URL: databaseUrl, REDIS_URL: redis.url, CLOCK: '2026-11-23T10:00:00Z', PUBLIC_URL: deskUrl };
    instances = await startInstances(2, { env, random });
  });
  after(async () => {
    await instances?.end();
    await redis?.stop();
    await postgres?.stop();
  });

  const onAny = (id: string, cookie: string): AnyAgent => {
    const call: AnyAgent['call'] = async (method, path, body) => {
      const answer = await fetch(`${instances.any()}/desk/api${path}`, {
        method,
        headers: { Cookie: cookie, Origin: deskUrl, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(10_000),
      }).catch(() => undefined);
      if (answer === undefined) return { status: 0, body: {} };
      return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Record<string, unknown> };
    };
    const queue = async () => {
      const { status, body } = await call('GET', '/queue');
      return status === 200 ? (body as unknown as Queue) : undefined;
    };
    return { id, declined: new Set(), call, queue };
  };

  async function agentsOf(): Promise<readonly AnyAgent[]> {
    const [one] = instances.all;
    if (one === undefined) throw new Error('no instance');
    const first = await signIn(one);
    await first.call('PUT', '/me/presence', { state: 'offline' });
    const others = [];
    for (const name of names) others.push(await invited(one, first, { name, teams }));
    return others.map(({ id, cookie }) => onAny(id, cookie));
  }

  /** One thing that an agent might do next. */
  async function actOnce(agent: AnyAgent): Promise<void> {
    const queue = await agent.queue();
    const mine = queue?.mine[0];
    const offered = queue?.waiting.find(({ reserved }) => reserved?.agent === agent.id);
    const what = random();
    if (what < 0.06) await agent.call('PUT', '/me/presence', { state: 'offline' });
    else if (what < 0.2) await agent.call('PUT', '/me/presence', { state: 'available', capacity: 4 });
    else if (offered !== undefined && what < 0.35) {
      const { status } = await agent.call('POST', `/handovers/${offered.id}/decline`, { reason: 'other' });
      if (status === 200) agent.declined.add(offered.id);
    } else if (what < 0.6) await acceptOne(agent, offered ?? pick(queue?.waiting ?? [], random));
    else if (mine !== undefined) await endOrWrite(agent, mine, what);
  }

  async function acceptOne(agent: AnyAgent, line: QueueLine | undefined): Promise<void> {
    if (line !== undefined) await agent.call('POST', `/handovers/${line.id}/accept`, {});
  }

  async function endOrWrite(agent: AnyAgent, { id, conversation }: QueueLine, what: number): Promise<void> {
    if (what < 0.7)
      await agent.call('POST', `/handovers/${id}/transfer`, { team: pick(teams, random), reason: 'theirs' });
    else if (what < 0.75) await agent.call('POST', `/handovers/${id}/return`, {});
    else if (what < 0.82) await agent.call('POST', `/handovers/${id}/close`, { outcome: 'answered' });
    else {
      const { body } = await agent.call('GET', `/conversations/${conversation}`);
      const message = { text: 'I am looking into it', clientMessageId: `${random()}`, seenSequence: body.sequence };
      await agent.call('POST', `/conversations/${conversation}/messages`, message);
    }
  }

  async function hardHour(agents: readonly AnyAgent[], tenants: readonly Tenant[]): Promise<void> {
    const end = Date.now() + hardMs;
    const goesOn = async (work: () => Promise<unknown>, pauseMs: number) => {
      while (Date.now() < end) {
        await work();
        await pause(random() * pauseMs);
      }
    };
    let said = 0;
    await Promise.all([
      ...agents.map((agent) => goesOn(() => actOnce(agent), 400)),
      ...tenants.map((tenant) =>
        goesOn(() => {
          said += 1;
          return tenant.insist(random() < 0.4 ? 'I want to talk to a person' : `Hello ${said}`);
        }, 4_000),
      ),
      goesOn(async () => {
        const service = pick(instances.all, random);
        await pause(2_000);
        await service.kill();
        await pause(random() * 1_500);
        await service.start();
      }, 2_000),
    ]);
  }

  it('leaves each conversation with exactly one, every word once, and nobody passed over', async () => {
    const agents = await agentsOf();
    const tenants: Tenant[] = [];
    for (let at = 0; at < tenantCount; at += 1) tenants.push(await newTenant(instances.any));
    await hardHour(agents, tenants);

    // All who are left come back to the desk but one, whose conversations are for the others.
    const [gone, ...there] = agents as [AnyAgent, ...AnyAgent[]];
    await gone.call('PUT', '/me/presence', { state: 'offline' });
    for (const agent of there) await agent.call('PUT', '/me/presence', { state: 'available', capacity: 50 });
    for (const tenant of tenants) await tenant.insist('Is anybody there? I want to talk to a person');
    const queues = await until(
      'Nothing is left with who has gone, and all are in one place',
      async () => {
        const all = await Promise.all(there.map((agent) => agent.queue()));
        const left = await gone.queue();
        await gone.call('PUT', '/me/presence', { state: 'offline' });
        const waiting = all[0]?.waiting ?? [];
        const mine = all.flatMap((queue) => queue?.mine ?? []);
        return left?.mine.length === 0 && waiting.length + mine.length === tenantCount ? { waiting, mine } : undefined;
      },
      { withinMs: 90_000 },
    );
    const places = [...queues.waiting, ...queues.mine].map(({ conversation }) => conversation);
    expect(new Set(places)).to.deep.equal(new Set(tenants.map(({ conversation }) => conversation)));

    const { waiting } = await until('Everybody who can be is offered one', async () => {
      const now = await there[0]?.queue();
      const asked = new Set(now?.waiting.map(({ reserved }) => reserved?.agent));
      const isIdle = (agent: AnyAgent) => !asked.has(agent.id);
      const isMissed = now?.waiting.some(
        (line) => line.reserved === undefined && there.some((each) => isIdle(each) && !each.declined.has(line.id)),
      );
      return now === undefined || isMissed ? undefined : now;
    });
    for (const [at, line] of waiting.entries()) {
      if (line.reserved !== undefined) continue;
      // Whoever is asked for something behind it has said no to it.
      for (const { reserved } of waiting.slice(at + 1).filter((each) => each.priority > line.priority)) {
        const asked = there.find(({ id }) => id === reserved?.agent);
        if (asked !== undefined) expect(asked.declined, `${asked.id} passed over ${line.id}`).to.include(line.id);
      }
    }

    for (const tenant of tenants) await expectEveryWordOnce(tenant);
    await Promise.all(instances.all.map((instance) => instance.stop()));
    await expectOneOwnerEach();
  });

  async function expectEveryWordOnce(tenant: Tenant): Promise<void> {
    const log = await tenant.read();
    const numbers = log.map(({ channelData }) => channelData['webchat:sequence-id']);
    expect(numbers, 'in order').to.deep.equal([...numbers].sort((a, b) => a - b));
    const own = log.filter(({ from }) => from.role === 'user').map(({ id }) => id);
    expect(own, 'every acknowledged message once').to.deep.equal([...tenant.acknowledged.values()]);
  }

  /** What the database holds of who has what, once nothing runs any more. */
  async function expectOneOwnerEach(): Promise<void> {
    const store = later(
      await openDatabase({ url: databaseUrl, dataDir: instances.dataDir, log: silentLog }),
      ({ close }) => close(),
    );
    const { rows } = await sql<{
      id: string;
      owner: string;
      handover: string | null;
      agent: string | null;
      open: string;
    }>`
      select c.id, c.owner, c.handover, c.agent, coalesce((
        select string_agg(h.id || ' ' || h.state || ' ' || coalesce(h.agent, '-'), ', ' order by h.id)
        from contact.handovers h where h.conversation = c.id and h.state <> 'ended'), '') as open
      from contact.conversations c`.execute(store.db);
    expect(rows.length).to.be.at.least(tenantCount);
    for (const { id, owner, handover, agent, open } of rows) {
      const expected =
        owner === 'bot' ? '' : `${handover} ${owner === 'queue' ? 'waiting' : 'accepted'} ${agent ?? '-'}`;
      expect(open, `the place of ${id}`).to.equal(expected);
    }
    const { rows: done } = await sql<{ name: string; count: string }>`
      select name, count(*) as count from contact.facts where name like 'handover.%' group by name`.execute(store.db);
    const counts = Object.fromEntries(done.map(({ name, count }) => [name, Number(count)]));
    for (const name of ['handover.requested', 'handover.accepted', 'handover.requeued', 'handover.ended'])
      expect(counts[name], `${name}: an hour that was not hard shows nothing`).to.be.at.least(5);
    const doubled = await sql`select handover from contact.reservations where ended_at is null
      group by handover having count(*) > 1`.execute(store.db);
    expect(doubled.rows).to.deep.equal([]);
  }
});
