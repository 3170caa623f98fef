import { expect } from 'chai';
import { type Agent, eventually, invited } from '../support/agent.ts';
import { letIn, teamsOf } from '../support/by-role.ts';
import { deskService, openHours } from '../support/desk-service.ts';
import type { Service } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

describe('what a supervisor sees and does', function () {
  this.timeout(90_000);
  let service: Service;
  let manager: Agent;
  let agent: Agent;

  before(async () => {
    const { service: shared, agent: first } = await deskService();
    service = shared;
    manager = await letIn(service, { name: 'Sal Okoro', teams: teamsOf.supervisor }, openHours);
    agent = await invited(service, first, { name: 'Watched Agent', teams: ['contact-centre'] });
  });

  /** Somebody who waits for a person. */
  const waiting = async (): Promise<{ readonly tenant: Tenant; readonly id: string }> => {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    return { tenant, id: (await agent.waitingFor(tenant.conversation)).id };
  };
  const texts = async (tenant: Tenant) => (await tenant.read()).map(({ text = '' }) => text);
  const heard = (tenant: Tenant, words: string) =>
    eventually(async () => ((await texts(tenant)).some((each) => each.includes(words)) ? true : undefined), words);

  it('is for supervisors alone', async () => {
    for (const path of ['/wallboard', '/live']) expect((await agent.call('GET', path)).status, path).to.equal(403);
    const { id } = await waiting();
    for (const act of ['take-over', 'force-close'])
      expect((await agent.call('POST', `/handovers/${id}/${act}`, { outcome: 'done' })).status, act).to.equal(403);
  });

  it('counts who waits, for whom and how long, who is there with how much, and what waits to be delivered', async () => {
    await agent.call('PUT', '/me/presence', { state: 'available', capacity: 4 });
    const { id } = await waiting();
    const before = (await manager.call('GET', '/wallboard')).body as unknown as Board;
    await agent.call('POST', `/handovers/${id}/accept`, {});
    const after = (await manager.call('GET', '/wallboard')).body as unknown as Board;

    expect(before.waiting.count - after.waiting.count).to.equal(1);
    expect(before.waiting.teams.find(({ team }) => team === 'Customer Contact Team')?.count).to.be.at.least(1);
    expect(before.waiting.longestSeconds).to.be.at.least(0);
    const mine = (board: Board) => board.agents.find(({ name }) => name === 'Watched Agent');
    expect(mine(before)).to.deep.include({ state: 'available', load: 0, capacity: 4 });
    expect(mine(after)).to.deep.include({ load: 1 });
    expect(after.promises).to.have.all.keys('overdue', 'soon');
    expect(after.channels.map(({ channel }) => channel)).to.deep.equal(['web', 'sms', 'bot-framework']);
    expect(after.deliveries).to.deep.include({ parked: 0, givenUp: [] });
  });

  it('shows who has whom, but nothing that is for another team alone', async () => {
    const { tenant, id } = await waiting();
    await agent.call('POST', `/handovers/${id}/accept`, {});
    const hidden = await newTenant(service.url);
    await hidden.say('My husband hit me and I am scared');
    await hidden.say('I want to talk to a person');

    const { live } = (await manager.call('GET', '/live')).body as {
      live: { conversation: string; agentName?: string }[];
    };
    expect(live.find(({ conversation }) => conversation === tenant.conversation)).to.deep.include({
      agentName: 'Watched Agent',
    });
    expect(live.map(({ conversation }) => conversation)).not.to.include(hidden.conversation);
  });

  it('takes a conversation over from an agent, who can write no more in it; the tenant is told', async () => {
    const { tenant, id } = await waiting();
    await agent.call('POST', `/handovers/${id}/accept`, {});
    expect((await manager.call('POST', `/handovers/${id}/take-over`, {})).status).to.equal(200);
    await heard(tenant, 'Sal Okoro');

    const words = { text: 'And another thing', clientMessageId: `late-${id}`, seenSequence: 1_000 };
    expect((await agent.call('POST', `/conversations/${tenant.conversation}/messages`, words)).body.type).to.match(
      /not-yours$/,
    );
    const mine = (await manager.queue()).mine.map(({ conversation }) => conversation);
    expect(mine).to.include(tenant.conversation);
    expect((await agent.queue()).mine.map(({ conversation }) => conversation)).not.to.include(tenant.conversation);
    expect((await manager.call('POST', `/handovers/${id}/close`, { outcome: 'done' })).status).to.equal(200);
    expect((await manager.call('POST', `/handovers/${id}/take-over`, {})).body.type).to.match(/nothing-waiting$/);
  });

  it('whispers to the agent of a conversation, who finds it at once, and the tenant never', async () => {
    const { tenant, id } = await waiting();
    await agent.call('POST', `/handovers/${id}/accept`, {});
    const talk = `/conversations/${tenant.conversation}`;
    const text = 'Offer her the fan heater today';
    const noted = await manager.call('POST', `${talk}/notes`, { text, mentions: [agent.id] });
    expect(noted.status, JSON.stringify(noted.body)).to.equal(201);

    const { mentions } = (await agent.call('GET', '/mentions')).body as { mentions: readonly { text: string }[] };
    expect(mentions.map((each) => each.text)).to.deep.equal([text]);
    expect((await texts(tenant)).join()).not.to.include('fan heater');
    await agent.call('POST', `/handovers/${id}/close`, {});
  });

  it('ends a conversation that somebody has, or that waits, once; it is on the audit with the role', async () => {
    const had = await waiting();
    await agent.call('POST', `/handovers/${had.id}/accept`, {});
    const waits = await waiting();
    for (const { id, tenant } of [had, waits]) {
      expect((await manager.call('POST', `/handovers/${id}/force-close`, { outcome: 'done' })).status).to.equal(200);
      expect((await manager.call('POST', `/handovers/${id}/force-close`, { outcome: 'done' })).status).to.equal(409);
      // The assistant has them again.
      expect((await tenant.say('what are your opening hours')).length).to.be.greaterThan(0);
    }
    const auditor = await letIn(service, { name: 'Ola Ruiz', teams: teamsOf.auditor }, openHours);
    const { audit } = (await auditor.call('GET', '/audit?did=force-close')).body as {
      audit: Record<string, unknown>[];
    };
    expect(audit.filter(({ agent: who }) => who === manager.id)).to.have.length(2);
    expect(audit[0]).to.deep.include({ role: 'supervisor', data: { outcome: 'done' } });
  });
});

interface Board {
  readonly waiting: {
    readonly count: number;
    readonly longestSeconds: number;
    readonly teams: readonly { readonly team: string; readonly count: number }[];
  };
  readonly agents: readonly { readonly name: string }[];
  readonly promises: object;
  readonly channels: readonly { readonly channel: string }[];
  readonly deliveries: object;
}
