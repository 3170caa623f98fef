// Who asks for a woman, a man, or somebody who knows about LGBT lives has one who says so of themselves, or is told that none is there.

import { expect } from 'chai';
import { type Agent, eventually, invited } from '../support/agent.ts';
import { deskService } from '../support/desk-service.ts';
import type { Service } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const teams = ['contact-centre', 'access'];

describe('[GEN-02] somebody of the kind that a tenant asks for', function () {
  this.timeout(60_000);
  let service: Service;
  let first: Agent;
  let amira: Agent;
  let other: Agent;

  const says = (agent: Agent, skills: readonly string[], state = 'available') =>
    agent.call('PUT', '/me/presence', { state, skills });
  /** Asks for a woman to talk to now; answers what was said last. */
  const asks = async (tenant: Tenant) => {
    await tenant.say('I want to talk to a woman about my home');
    for (const each of ['skip', 'skip', 'skip']) await tenant.say(each);
    await tenant.post('Talk now', { value: 'now' });
    return (await tenant.read()).at(-1);
  };
  const sees = async (agent: Agent, { conversation }: Tenant) =>
    (await agent.queue()).waiting.some((each) => each.conversation === conversation);

  before(async () => {
    ({ service, agent: first } = await deskService());
    amira = await invited(service, first, { name: 'Amira Haddad', teams });
    other = await invited(service, first, { name: 'Another Colleague', teams });
  });
  afterEach(async () => {
    await says(amira, []);
  });

  it('is offered what was asked for, and nobody else while she is there', async () => {
    await says(amira, ['woman']);
    const tenant = await newTenant(service.url);
    await asks(tenant);
    const line = await amira.waitingFor(tenant.conversation);
    const refused = await other.call('POST', `/handovers/${line.id}/accept`, {});

    expect(line).to.deep.include({ skills: ['woman'] });
    expect(await sees(other, tenant)).to.equal(false);
    expect(await sees(first, tenant)).to.equal(false);
    expect([refused.status, refused.body.type]).to.deep.equal([409, 'https://doorstep.example/problems/for-another']);
    expect((await amira.call('POST', `/handovers/${line.id}/accept`, {})).status).to.equal(200);
    await amira.call('POST', `/handovers/${line.id}/close`, {});
  });

  it('is anybody again once she has gone, so that nobody waits for nothing', async () => {
    await says(amira, ['woman']);
    const tenant = await newTenant(service.url);
    await asks(tenant);
    await amira.waitingFor(tenant.conversation);
    const stream = await other.stream();
    await says(amira, ['woman'], 'away');
    await stream.wait(({ waiting = [] }) => waiting.some((each) => each.conversation === tenant.conversation));
    await stream.close();
    const line = await other.waitingFor(tenant.conversation);

    expect((await other.call('POST', `/handovers/${line.id}/accept`, {})).status).to.equal(200);
    await other.call('POST', `/handovers/${line.id}/close`, {});
  });

  it('is said not to be there where nobody is, and a call-back by one is offered', async () => {
    const tenant = await newTenant(service.url);
    await asks(tenant);
    const told = await eventually(
      async () =>
        (await tenant.read()).find(({ text = '' }) => text.includes('Nobody who is as you asked is here now')),
      'The honest answer',
    );

    expect(told.text).to.include('One of them can call you back');
    expect((await tenant.read()).at(-1)?.channelData).to.deep.include({ asks: 'phone' });
    expect(await sees(other, tenant)).to.equal(false);
  });
});
