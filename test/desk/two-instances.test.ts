import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Agent, eventually, invited, type Stream, signIn } from '../support/agent.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';
import { type Service, startService, temporaryFolder } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

describe('the desk of two instances on one PostgreSQL and Redis', function () {
  this.timeout(120_000);
  let postgres: Postgres | undefined;
  let redis: RedisServer | undefined;
  let one: Service;
  let other: Service;
  let agent: Agent;
  let elsewhere: Stream;

  before(async function () {
    [postgres, redis] = [await startPostgres(), await startRedis()];
    if (postgres === undefined || redis === undefined) return this.skip();
    const shared = {
      CLOCK: '2026-11-23T10:00:00Z',
      DATABASE_URL: await postgres.freshDatabase(),
      REDIS_URL: redis.url,
    };
    one = await startService(shared);
    const folder = temporaryFolder();
    cpSync(join(one.dataDir, 'secrets.json'), join(folder, 'secrets.json'));
    other = await startService({ ...shared, DATA_DIR: folder });
    agent = await signIn(other);
    elsewhere = await agent.stream();
  });
  after(async () => {
    await elsewhere?.close();
    for (const service of [one, other]) {
      await service?.stop();
      if (service !== undefined) rmSync(service.dataDir, { recursive: true, force: true });
    }
    await redis?.stop();
    await postgres?.stop();
  });

  it('tells of an incident at one as soon as it was told at the other, and holds a channel at both', async () => {
    // Each instance of the test has a clock of its own, which began at its start.
    const from = '2026-11-23T09:00:00Z';
    const known = { topics: ['repair.no_heating_water'], words: { en: 'no heating at Linden House.' }, from };
    const manager = await signIn(one);
    const { body } = await manager.call('POST', '/incidents', { ...known, until: '2026-11-24T10:00:00Z' });
    const told = await (await newTenant(other.url)).say('My heating is not working');
    expect(JSON.stringify(told)).to.include('Linden House');

    await manager.call('POST', `/incidents/${body.id}/end`, {});
    const after = await (await newTenant(other.url)).say('My heating is not working');
    expect(JSON.stringify(after)).not.to.include('Linden House');

    await manager.call('POST', '/channels/web/stop', { why: 'It says odd things' });
    const tenant = await newTenant(other.url);
    expect(JSON.stringify(await tenant.say('The lift is not working'))).to.include('is paused');
    await manager.call('POST', '/channels/web/start', {});
    const answer = await eventually(async () => {
      const { text = '' } = (await tenant.read()).at(-1) ?? {};
      return text.includes('is paused') ? undefined : text;
    }, 'The answer that was held');
    expect(answer).not.to.equal('');
  });

  it('shows a tenant of one to the agent of the other, live, and carries words both ways', async () => {
    const tenant = await newTenant(one.url);
    await tenant.say('I want to talk to a person');
    const told = await elsewhere.wait(({ waiting }) =>
      (waiting ?? []).some((line) => line.conversation === tenant.conversation),
    );
    const line = told.waiting?.find(({ conversation }) => conversation === tenant.conversation);
    await agent.call('POST', `/handovers/${line?.id}/accept`, {});
    elsewhere.say({ type: 'watch', conversation: tenant.conversation, after: 0 });
    await tenant.post('Hello over there');
    const heard = await elsewhere.wait(({ message }) => message?.text === 'Hello over there');
    await agent.call('POST', `/conversations/${tenant.conversation}/messages`, {
      text: 'Hello over here',
      clientMessageId: 'hello',
      seenSequence: heard.message?.sequence,
    });

    await eventually(async () => (await tenant.read()).find(({ text }) => text === 'Hello over here'), 'The answer');
    const numbers = elsewhere.told.flatMap(({ message }) => (message === undefined ? [] : [message.sequence]));
    expect(numbers).to.deep.equal(numbers.map((_, index) => index + 1));
  });

  it('knows on one that an agent is there on the other', async () => {
    const tenant = await newTenant(one.url);
    const replies = await tenant.say('I want to talk to a person');

    expect(replies.map(({ text }) => text).join()).to.match(/I am getting one of our team/);
    expect(elsewhere.told.filter(({ type }) => type === 'queue').at(-1)).to.have.nested.property(
      `presence.${agent.id}`,
      'available',
    );
  });

  it('gives a handover to one agent when agents of both reach for it', async () => {
    const here = await invited(one, agent, { name: 'Jo Lee', teams: ['contact-centre'] });
    for (let round = 0; round < 20; round += 1) {
      const tenant = await newTenant(one.url);
      await tenant.say('I want to talk to a person');
      const { id } = await here.waitingFor(tenant.conversation);
      const answers = await Promise.all([here, agent].map((each) => each.call('POST', `/handovers/${id}/accept`, {})));

      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    }
  });

  it('refuses an answer to a view that is stale because of the other instance', async () => {
    const tenant = await newTenant(one.url);
    await tenant.say('I want to talk to a person');
    const { id } = await agent.waitingFor(tenant.conversation);
    await agent.call('POST', `/handovers/${id}/accept`, {});
    const { sequence } = (await agent.call('GET', `/conversations/${tenant.conversation}`)).body;
    await tenant.post('Wait, one more thing');
    const refused = await agent.call('POST', `/conversations/${tenant.conversation}/messages`, {
      text: 'Bye',
      clientMessageId: 'bye',
      seenSequence: sequence,
    });

    expect(refused.status).to.equal(409);
    expect(refused.body.type).to.match(/stale$/);
  });

  it('goes on without Redis, by looking every few seconds', async () => {
    await redis?.kill();
    try {
      const tenant = await newTenant(one.url);
      await tenant.say('I want to talk to a person');
      await elsewhere.wait(({ waiting }) => (waiting ?? []).some((line) => line.conversation === tenant.conversation));
      const { id } = await agent.waitingFor(tenant.conversation);
      expect((await agent.call('POST', `/handovers/${id}/accept`, {})).status).to.equal(200);
      elsewhere.say({ type: 'watch', conversation: tenant.conversation, after: 0 });
      await tenant.post('Still there?');
      await elsewhere.wait(({ message }) => message?.text === 'Still there?');
    } finally {
      await redis?.start();
    }
  });
});
