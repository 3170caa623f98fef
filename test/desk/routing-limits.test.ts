// How much each agent takes, how many may wait, and who belongs to nobody: set and put right while two instances run.

import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import pg from 'pg';
import { type Agent, eventually, invited, signIn } from '../support/agent.ts';
import { letIn, teamsOf } from '../support/by-role.ts';
import { openHours } from '../support/desk-service.ts';
import { type Instances, startInstances } from '../support/instances.ts';
import { openPhone } from '../support/phone.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';
import type { Service } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

interface Board {
  readonly orphans: number;
  readonly agents: readonly {
    readonly name: string;
    readonly channels: readonly { readonly channel: string; readonly load: number; readonly capacity: number }[];
  }[];
}

describe('limits of the desk, and what belongs to nobody, with two instances', function () {
  this.timeout(120_000);
  let postgres: Postgres | undefined;
  let redis: RedisServer | undefined;
  let instances: Instances | undefined;
  let [one, other]: (Service | undefined)[] = [];
  let database: pg.Client;
  let first: Agent;
  let manager: Agent;
  let elsewhere: Agent;
  let ann: Agent;

  before(async function () {
    [postgres, redis] = [await startPostgres(this), await startRedis(this)];
    const url = await postgres.freshDatabase();
    const env = { CLOCK: openHours, DATABASE_URL: url, REDIS_URL: redis.url, PUBLIC_URL: 'http://127.0.0.1:3978' };
    instances = await startInstances(2, { env, random: () => 0 });
    [one, other] = instances.all;
    database = new pg.Client({ connectionString: url });
    await database.connect();
    first = await signIn(at(one));
    await first.call('PUT', '/me/presence', { state: 'away' });
    manager = await letIn(at(one), { name: 'Sal Okoro', teams: teamsOf.supervisor }, openHours);
    elsewhere = await letIn(at(other), { name: 'Ola Okoro', teams: teamsOf.supervisor }, openHours);
    for (const each of [manager, elsewhere]) await each.call('PUT', '/me/presence', { state: 'away' });
    ann = await invited(at(one), first, { name: 'Ann Price', teams: ['contact-centre'] });
    await ann.call('PUT', '/me/presence', { state: 'away' });
  });
  after(async () => {
    await database?.end();
    await instances?.end();
    await redis?.stop();
    await postgres?.stop();
  });

  const at = (service: Service | undefined): Service => service as Service;
  const asks = async (service: Service | undefined, words = 'I want to talk to a person') => {
    const tenant = await newTenant(at(service).url);
    return { tenant, said: await tenant.say(words) };
  };
  /** To whom it is offered at this moment. */
  const offeredTo = async (conversation: string) =>
    (await first.queue()).waiting.find((line) => line.conversation === conversation)?.reserved?.agent;
  const isAnns = (conversation: string) =>
    eventually(async () => ((await offeredTo(conversation)) === ann.id ? true : undefined), 'The offer to Ann');
  const close = async () => {
    for (const { id } of [...(await manager.queue()).waiting, ...(await ann.queue()).mine])
      await manager.call('POST', `/handovers/${id}/force-close`, { outcome: 'done' });
  };

  it('offers an agent as many of each channel as the pack says, and as a supervisor sets it at another instance', async () => {
    expect((await manager.call('PUT', `/limits/agents/${ann.id}`, { web: 1 })).status).to.equal(200);
    await ann.call('PUT', '/me/presence', { state: 'available' });
    const { tenant: had } = await asks(one);
    await isAnns(had.conversation);
    await ann.call('POST', `/handovers/${(await first.waitingFor(had.conversation)).id}/accept`, {});
    const { tenant: waits } = await asks(one);
    const phone = openPhone(at(one).url, '+447700900611');
    await phone.send('I want to talk to a person');

    // She has her one chat; a text she can take, though it came after another chat.
    const text = await eventually(
      async () => (await first.queue()).waiting.find(({ channel }) => channel === 'sms'),
      'The text in the queue',
    );
    await isAnns(text.conversation);
    expect(await offeredTo(waits.conversation)).to.equal(undefined);
    await ann.call('POST', `/handovers/${text.id}/accept`, {});
    const board = (await elsewhere.call('GET', '/wallboard')).body as unknown as Board;
    const hers = board.agents.find(({ name }) => name === 'Ann Price')?.channels;
    expect(hers).to.deep.include.members([
      { channel: 'web', load: 1, capacity: 1 },
      { channel: 'sms', load: 1, capacity: 5 },
    ]);

    // With nothing in it the pack holds again: three at once.
    await elsewhere.call('PUT', `/limits/agents/${ann.id}`, {});
    await isAnns(waits.conversation);
    await ann.call('PUT', '/me/presence', { state: 'away' });
    await close();
  });

  it('[GEN-06] offers a call-back when the queue is full, and lets hate incidents and danger wait all the same', async () => {
    const { tenant: ahead } = await asks(one);
    await first.waitingFor(ahead.conversation);
    expect((await manager.call('PUT', '/limits/teams/contact-centre', { waiting: 1 })).status).to.equal(200);
    expect((await manager.call('PUT', '/limits/teams/safeguarding', { waiting: 1 })).status).to.equal(200);

    const { said } = await asks(other);
    expect(JSON.stringify(said)).to.include('All of our team are busy. We can call you back instead.');
    expect(said.at(-1)?.channelData).to.deep.include({ asks: 'phone' });

    const safe = await letIn(at(one), { name: 'Safe Guard', teams: ['safeguarding'] }, openHours);
    await safe.call('PUT', '/me/presence', { state: 'away' });
    const afraid = await asks(other, 'My husband hit me and I am scared');
    await afraid.tenant.say('I want to talk to a person');
    const hated = await asks(one, 'My neighbours shout racist abuse at me because I am black');
    await hated.tenant.say('I want to talk to a person');
    expect(await safe.waitingFor(afraid.tenant.conversation)).to.deep.include({ priority: 0 });
    expect(await safe.waitingFor(hated.tenant.conversation)).to.deep.include({ priority: 1 });

    // Without a limit there is room again.
    await manager.call('PUT', '/limits/teams/contact-centre', { waiting: null });
    const { tenant: third } = await asks(other);
    await first.waitingFor(third.conversation);
    for (const line of (await safe.queue()).waiting)
      await safe
        .call('POST', `/handovers/${line.id}/accept`, {})
        .then(() => safe.call('POST', `/handovers/${line.id}/close`, {}));
    await close();
  });

  it('offers a call-back when others have waited so long of late that it is longer than a supervisor lets anybody wait', async () => {
    const waited = await Promise.all(Array.from({ length: 5 }, () => asks(one)));
    for (const { tenant } of waited) {
      const { id } = await first.waitingFor(tenant.conversation);
      expect((await ann.call('POST', `/handovers/${id}/accept`, {})).status).to.equal(200);
    }
    await close();
    await database.query(
      "update contact.handovers set requested_at = accepted_at - interval '12 minutes' where team = 'contact-centre' and accepted_at is not null",
    );
    const limit = async (minutes: number | null) =>
      expect((await manager.call('PUT', '/limits/teams/contact-centre', { minutes })).status).to.equal(200);

    // Twelve minutes are told as fifteen.
    await limit(15);
    const { said, tenant: refused } = await asks(other);
    expect(JSON.stringify(said)).to.include('All of our team are busy. We can call you back instead.');
    expect((await first.queue()).waiting.map(({ conversation }) => conversation)).not.to.include(refused.conversation);
    for (const minutes of [16, null]) {
      await limit(minutes);
      const { tenant } = await asks(other);
      await first.waitingFor(tenant.conversation);
    }
    const { teams } = (await elsewhere.call('GET', '/limits')).body as { teams: readonly Record<string, unknown>[] };
    expect(teams.find(({ team }) => team === 'contact-centre')).to.include({ minutes: null, isSet: true });
    await close();
  });

  it('lets nobody keep more than twenty views, also when two instances keep some at once', async () => {
    const sameElsewhere = await letIn(at(other), { name: 'Sal Okoro', teams: teamsOf.supervisor }, openHours);
    expect(sameElsewhere.id).to.equal(manager.id);
    const kept = await Promise.all(
      Array.from({ length: 30 }, (_each, n) =>
        [manager, sameElsewhere][n % 2]?.call('PUT', `/views/${randomUUID()}`, { name: `View ${n}`, filter: {} }),
      ),
    );
    const refused = kept.filter((answer) => answer?.status !== 200);

    expect(refused.map((answer) => answer?.status)).to.deep.equal(Array(10).fill(409));
    for (const answer of refused) expect(answer?.body.type).to.match(/too-many-views$/);
    expect((await manager.call('GET', '/views')).body.views).to.have.length(20);
  });

  it('is set by supervisors alone, of what there is, and stands in the audit', async () => {
    const limits = (await manager.call('GET', '/limits')).body as {
      teams: readonly Record<string, unknown>[];
      agents: readonly Record<string, unknown>[];
    };
    expect(limits.teams).to.deep.include({
      team: 'safeguarding',
      name: 'Safeguarding Team',
      waiting: 1,
      minutes: null,
      isSet: true,
    });
    expect(limits.agents.find(({ agent }) => agent === ann.id)).to.deep.include({
      capacity: { web: 3, sms: 5, 'bot-framework': 3 },
      isSet: false,
    });
    for (const [status, path, body] of [
      [404, '/limits/teams/repairs', {}],
      [404, '/limits/agents/nobody', {}],
      [400, '/limits/teams/contact-centre', { waiting: 0 }],
      [400, '/limits/teams/contact-centre', { wait: 5 }],
      [400, '/limits/teams/contact-centre', { minutes: 0 }],
      [400, '/limits/teams/contact-centre', { minutes: 1_001 }],
      [400, '/limits/teams/contact-centre', { minutes: '15' }],
      [400, `/limits/agents/${ann.id}`, { web: 51 }],
      [400, `/limits/agents/${ann.id}`, { fax: 1 }],
    ] as const)
      expect((await manager.call('PUT', path, body)).status, `${path} ${JSON.stringify(body)}`).to.equal(status);
    expect((await ann.call('PUT', `/limits/agents/${ann.id}`, { web: 50 })).status).to.equal(403);
    expect((await ann.call('GET', '/limits')).status).to.equal(403);

    const auditor = await letIn(at(one), { name: 'Ola Ruiz', teams: teamsOf.auditor }, openHours);
    const { audit } = (await auditor.call('GET', '/audit?did=limits-set')).body as {
      audit: { agent: string; role: string; data: unknown }[];
    };
    expect(audit.some(({ agent, role }) => agent === manager.id && role === 'supervisor')).to.equal(true);
    expect(audit.map(({ data }) => data)).to.deep.include({ agent: ann.id, web: 1 });
  });

  it('puts a conversation that belongs to nobody back in front of the queue, once, with a note', async () => {
    const { tenant: ahead } = await asks(one);
    await first.waitingFor(ahead.conversation);
    // A row changed by hand, as a fault would: over while its tenant waits; open while the assistant has it; an agent’s who does not have it.
    const [over, forgotten, differs] = [await asks(one), await asks(other), await asks(one)].map(
      ({ tenant }) => tenant,
    );
    const talks = [over, forgotten, differs].map((tenant) => tenant?.conversation ?? '');
    const lines = await Promise.all(talks.map((each) => first.waitingFor(each)));
    await ann.call('POST', `/handovers/${lines[2]?.id}/accept`, {});
    const set = (text: string, ...values: unknown[]) => database.query(text, values);
    await set("update contact.handovers set state = 'ended', ended_at = now() where id = $1", lines[0]?.id);
    await set(
      "update contact.conversations set owner = 'bot', handover = null, revision = revision + 1 where id = $1",
      talks[1],
    );
    await set("update contact.handovers set agent = 'somebody-else' where id = $1", lines[2]?.id);

    for (const each of talks) {
      await eventually(
        async () =>
          (await first.queue()).waiting.find(
            ({ conversation, reason }) => conversation === each && reason === 'orphan',
          ),
        'The conversation in the queue again',
      );
    }
    expect((await first.queue()).waiting.at(-1)?.conversation).to.equal(ahead.conversation);

    // It is held by the revision that both instances saw, so each was put back by one of them.
    const { rows } = await database.query(
      "select conversation, data ->> 'because' as because from contact.facts where name = 'handover.orphan' order by 2",
    );
    expect(rows).to.deep.equal([
      { conversation: talks[2], because: 'differs' },
      { conversation: talks[1], because: 'forgotten' },
      { conversation: talks[0], because: 'over' },
    ]);
    const { rows: open } = await database.query(
      "select conversation, count(*)::integer as count from contact.handovers where state <> 'ended' and conversation = any($1) group by 1",
      [talks],
    );
    expect(open.map(({ count }) => count)).to.deep.equal([1, 1, 1]);
    const board = (await elsewhere.call('GET', '/wallboard')).body as unknown as Board;
    expect(board.orphans).to.equal(3);
    const { notes } = (await first.call('GET', `/conversations/${talks[0]}`)).body as { notes: { text: string }[] };
    expect(notes.map(({ text }) => text).join()).to.include('put back in front of the queue');
    // Whoever had somebody hears of it; the assistant says nothing more.
    expect((await differs?.read())?.at(-1)?.text).to.include('front of the queue');
    await close();
  });

  it('ends the handover of which its conversation does not know, and leaves the other alone', async () => {
    const { tenant } = await asks(one);
    const { id } = await first.waitingFor(tenant.conversation);
    await database.query(
      `insert into contact.handovers (id, conversation, channel, team, priority, reason, enquiry, language, skills, restricted, requested_at)
       select id || ':twice', conversation, channel, team, priority, reason, enquiry, language, skills, restricted, requested_at
       from contact.handovers where id = $1`,
      [id],
    );
    await eventually(async () => {
      const { rows } = await database.query("select outcome from contact.handovers where id = $1 and state = 'ended'", [
        `${id}:twice`,
      ]);
      return rows[0]?.outcome === 'twice' ? true : undefined;
    }, 'The end of the second');
    expect(
      (await first.queue()).waiting.filter(({ conversation }) => conversation === tenant.conversation),
    ).to.have.length(1);
    expect((await ann.call('POST', `/handovers/${id}/accept`, {})).status).to.equal(200);
  });
});
