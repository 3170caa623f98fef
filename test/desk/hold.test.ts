// A conversation that rests: told to the tenant, back by itself, over a restart, and never with nobody.

import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { type Agent, eventually, invited, signIn } from '../support/agent.ts';
import { letIn } from '../support/by-role.ts';
import { openHours } from '../support/desk-service.ts';
import { openPhone } from '../support/phone.ts';
import { type Service, startService } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

const until = '2026-11-23T10:20:00Z';

interface Mine {
  readonly conversation: string;
  readonly held?: { readonly until: string; readonly because: string };
  readonly resumedAt?: string;
}

describe('a conversation on hold', function () {
  this.timeout(180_000);
  let service: Service;
  let agent: Agent;

  beforeEach(async () => {
    service = await startService({ CLOCK: openHours });
    agent = await signIn(service);
  });
  afterEach(async () => {
    await service.stop();
    rmSync(service.dataDir, { recursive: true, force: true });
  });

  const laterOn = async (clock: string) => {
    await service.stop();
    service = await startService({ CLOCK: clock, DATA_DIR: service.dataDir, PORT: new URL(service.url).port });
  };
  const mine = async (who: Agent) => (await who.queue()).mine as readonly unknown[] as readonly Mine[];
  const held = async (words: string) => {
    const tenant = await newTenant(service.url);
    await tenant.say(words);
    const { id } = await agent.waitingFor(tenant.conversation);
    await agent.call('POST', `/handovers/${id}/accept`, {});
    const done = await agent.call('POST', `/handovers/${id}/hold`, { reason: 'asked the roofer', until });
    expect(done.status, JSON.stringify(done.body)).to.equal(200);
    return { tenant, id };
  };

  it('[GUH-06] is told to the tenant in their language, without the reason, on both channels', async () => {
    const { tenant } = await held('Chcę porozmawiać z człowiekiem, nie z automatem');
    const phone = openPhone(service.url, '+447700900101');
    await phone.send('I want to talk to a person');
    const line = await eventually(async () => (await agent.queue()).waiting[0], 'The text in the queue');
    await agent.call('POST', `/handovers/${line.id}/accept`, {});
    await agent.call('POST', `/handovers/${line.id}/hold`, { reason: 'asked the roofer', until });

    const heard = (await tenant.read()).map(({ text }) => text ?? '');
    expect(heard.at(-1)).to.match(/odpisze tutaj najpóźniej: poniedziałek, 23 listopada 2026, 10:20/);
    const text = await phone.wait((body) => /look into this/.test(body));
    expect(text).to.match(/by Monday, 23 November 2026, 10:20\. You can keep writing\./);
    expect(JSON.stringify([heard, await phone.received()])).not.to.include('roofer');
    expect((await mine(agent)).map((each) => each.held)).to.deep.equal(
      Array.from({ length: 2 }, () => ({ until: '2026-11-23T10:20:00.000Z', because: 'asked the roofer' })),
    );
  });

  it('comes back by itself at its time, to its agent where they are there, over a restart and once', async () => {
    const { tenant } = await held('I want to talk to a person');
    const other = await newTenant(service.url);
    await other.say('I want to talk to a person');
    const { id } = await agent.waitingFor(other.conversation);
    await agent.call('POST', `/handovers/${id}/accept`, {});
    const before = await tenant.read();

    await laterOn('2026-11-23T10:19:40Z');
    const stillRests = (await mine(agent)).find(({ conversation }) => conversation === tenant.conversation);
    const [back] = await eventually(
      async () => {
        const lines = await mine(agent);
        return lines.every((each) => each.held === undefined) ? lines : undefined;
      },
      'The return',
      60_000,
    );

    expect(stillRests?.held?.until).to.equal('2026-11-23T10:20:00.000Z');
    // In front of what the agent has besides.
    expect(back?.conversation).to.equal(tenant.conversation);
    expect(back?.resumedAt).to.match(/^2026-11-23T10:20:/);
    expect(await tenant.read()).to.deep.equal(before);
  });

  it('comes back in front of the queue where its agent is not there, and the tenant is told', async () => {
    const { tenant } = await held('I want to talk to a person');
    await laterOn('2026-11-23T10:21:00Z');
    const colleague = await letIn(service, { name: 'Sam Reed', teams: ['contact-centre'] }, '2026-11-23T10:21:00Z');
    const line = await eventually(
      async () => (await colleague.queue()).waiting.find((each) => each.conversation === tenant.conversation),
      'The return to the queue',
      60_000,
    );

    expect(line.reason).to.equal('hold-over');
    expect((await tenant.read()).at(-1)?.text).to.match(/front of the queue/);
  });

  it('ends at once when the tenant writes, and takes none of what its agent can take while it rests', async () => {
    const { tenant } = await held('I want to talk to a person');
    await agent.call('PUT', '/me/presence', { state: 'available', capacity: 1 });
    const another = await newTenant(service.url);
    await another.say('I want to talk to a person');
    const offered = await eventually(
      async () => (await agent.queue()).waiting.find(({ reserved }) => reserved?.agent === agent.id),
      'The offer of one more',
    );
    expect(offered.conversation).to.equal(another.conversation);
    await tenant.post('The ceiling has come down');
    const [back] = await eventually(async () => {
      const lines = await mine(agent);
      return lines[0]?.held === undefined ? lines : undefined;
    }, 'The return');

    expect(back?.conversation).to.equal(tenant.conversation);
    expect(back?.resumedAt).to.be.a('string');
  });

  it('is not begun by anybody but its agent, for no time and for no reason', async () => {
    const { id } = await held('I want to talk to a person');
    const other = await invited(service, agent, { name: 'Sam Reed', teams: ['contact-centre'] });
    const hold = (who: Agent, body: unknown) => who.call('POST', `/handovers/${id}/hold`, body);

    expect((await hold(other, { reason: 'mine', until })).status).to.equal(409);
    for (const bad of [
      { until },
      { reason: ' ', until },
      { reason: 'x', until: 'later' },
      { reason: 'x', until: openHours },
      { reason: 'x', until: '2027-06-01T00:00:00Z' },
    ])
      expect((await hold(agent, bad)).status, JSON.stringify(bad)).to.equal(400);
  });
});
