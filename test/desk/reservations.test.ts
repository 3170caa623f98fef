// Each waiting conversation is offered to one agent at a time, for so long; who says no, or nothing, is followed by the next.

import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { type Agent, eventually, invited, signIn } from '../support/agent.ts';
import { openHours } from '../support/desk-service.ts';
import { startPostgres } from '../support/postgres.ts';
import { type Service, startService } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

const teams = ['contact-centre'];

async function asks(service: Service) {
  const tenant = await newTenant(service.url);
  await tenant.say('I want to talk to a person');
  return tenant;
}

/** To whom it is offered, as this agent sees it. */
const offeredTo = async (agent: Agent, conversation: string) =>
  (await agent.queue()).waiting.find((line) => line.conversation === conversation)?.reserved?.agent;

const turnOf = (agent: Agent, conversation: string, isOneOf: (id: string) => boolean) =>
  eventually(async () => {
    const id = await offeredTo(agent, conversation);
    return id !== undefined && isOneOf(id) ? id : undefined;
  }, 'The offer');

async function goesRound(service: Service): Promise<Service> {
  const first = await signIn(service);
  await first.call('PUT', '/me/presence', { state: 'away' });
  const ann = await invited(service, first, { name: 'Ann Price', teams });
  const ben = await invited(service, first, { name: 'Ben Okafor', teams });
  for (const each of [ann, ben]) await each.call('PUT', '/me/presence', { state: 'available', capacity: 2 });

  // One offer each, at once; the third waits until somebody is free.
  const [one, two, three] = [await asks(service), await asks(service), await asks(service)];
  const both = await Promise.all([one, two].map((each) => turnOf(first, each.conversation, () => true)));
  expect(new Set(both)).to.deep.equal(new Set([ann.id, ben.id]));
  expect(await offeredTo(first, three.conversation)).to.equal(undefined);

  // Declined: the other's turn, as soon as they have answered their own.
  const [hasOne, hasTwo] = both[0] === ann.id ? [ann, ben] : [ben, ann];
  const lineOne = await first.waitingFor(one.conversation);
  expect((await hasOne.call('POST', `/handovers/${lineOne.id}/decline`, { reason: 'busy' })).status).to.equal(200);
  const lineTwo = await first.waitingFor(two.conversation);
  expect((await hasTwo.call('POST', `/handovers/${lineTwo.id}/accept`, {})).status).to.equal(200);
  await turnOf(first, one.conversation, (id) => id === hasTwo.id);
  await turnOf(first, three.conversation, (id) => id === hasOne.id);

  // Not answered in time: it goes on, and who did not answer is asked last.
  await hasOne.call('PUT', '/me/presence', { state: 'away' });
  await eventually(
    async () => ((await offeredTo(first, three.conversation)) === undefined ? true : undefined),
    'The offer of who has gone taken back',
  );
  return service;
}

describe('a conversation offered to one agent at a time', function () {
  this.timeout(120_000);

  it('goes to the next when it is declined or its agent leaves, on the embedded database', async () => {
    const service = await startService({ CLOCK: openHours });
    try {
      await goesRound(service);
    } finally {
      await service.stop();
      rmSync(service.dataDir, { recursive: true, force: true });
    }
  });

  it('goes to the next when it is declined or its agent leaves, on PostgreSQL', async function () {
    const postgres = await startPostgres();
    if (postgres === undefined) return this.skip();
    const service = await startService({ CLOCK: openHours, DATABASE_URL: await postgres.freshDatabase() });
    try {
      await goesRound(service);
    } finally {
      await service.stop();
      await postgres.stop();
      rmSync(service.dataDir, { recursive: true, force: true });
    }
  });

  it('goes to the next when its time runs out, told on the socket, and who declined is not asked again', async () => {
    let service = await startService({ CLOCK: openHours });
    const first = await signIn(service);
    const ann = await invited(service, first, { name: 'Ann Price', teams });
    await first.call('PUT', '/me/presence', { state: 'away' });
    const tenant = await asks(service);
    await turnOf(first, tenant.conversation, (id) => id === ann.id);
    await service.stop();
    service = await startService({
      CLOCK: '2026-11-23T10:00:45Z',
      DATA_DIR: service.dataDir,
      PORT: new URL(service.url).port,
    });
    try {
      await first.call('PUT', '/me/presence', { state: 'available' });
      await ann.call('PUT', '/me/presence', { state: 'available' });
      const stream = await first.stream();
      const told = await stream.wait(({ waiting }) => waiting?.[0]?.reserved?.agent === first.id);
      expect(told.waiting?.[0]?.reserved?.secondsLeft).to.be.within(1, 30);
      const line = await first.waitingFor(tenant.conversation);
      await first.call('POST', `/handovers/${line.id}/decline`, {});
      // She let it run out a moment ago, yet nobody else is left.
      await turnOf(first, tenant.conversation, (id) => id === ann.id);
      await ann.call('POST', `/handovers/${line.id}/decline`, {});
      await eventually(
        async () => ((await offeredTo(first, tenant.conversation)) === undefined ? true : undefined),
        'No offer to those who said no',
      );
      // It waits on, and anybody may still take it.
      expect((await first.call('POST', `/handovers/${line.id}/accept`, {})).status).to.equal(200);
      await stream.close();
    } finally {
      await service.stop();
      rmSync(service.dataDir, { recursive: true, force: true });
    }
  });

  it('is offered first to the agent who had this person before', async () => {
    const service = await startService({ CLOCK: openHours });
    try {
      const first = await signIn(service);
      await first.call('PUT', '/me/presence', { state: 'away' });
      const zoe = await invited(service, first, { name: 'Zoe Last', teams });
      const tenant = await asks(service);
      const line = await first.waitingFor(tenant.conversation);
      await zoe.call('POST', `/handovers/${line.id}/accept`, {});
      await zoe.call('POST', `/handovers/${line.id}/close`, { outcome: 'answered' });
      const ann = await invited(service, first, { name: 'Ann Price', teams });
      await ann.call('PUT', '/me/presence', { state: 'available' });
      await tenant.say('I want to talk to a person');
      await turnOf(first, tenant.conversation, (id) => id === zoe.id);
    } finally {
      await service.stop();
      rmSync(service.dataDir, { recursive: true, force: true });
    }
  });
});
