// The lists beside the queue and the search over people, words and references, by the desk's API.

import { expect } from 'chai';
import { ListsAnswer, SearchAnswer } from '../../src/desk/search/schema.ts';
import { type Agent, eventually, invited } from '../support/agent.ts';
import { letIn } from '../support/by-role.ts';
import { deskService, openHours } from '../support/desk-service.ts';
import { openPhone } from '../support/phone.ts';
import type { Service } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

interface Result {
  readonly found: readonly {
    readonly by: string;
    readonly line: { readonly conversation: string };
    readonly person?: { readonly id: string };
    readonly reference?: string;
    readonly said: readonly { readonly text: string }[];
  }[];
  readonly housing: string;
}

describe('lists and search at the desk', function () {
  this.timeout(60_000);
  let service: Service;
  /** In every team. */
  let agent: Agent;
  let priya: Agent;

  before(async () => {
    ({ service, agent } = await deskService());
    priya = await invited(service, agent, { name: 'Priya Shah', teams: ['contact-centre'] });
  });

  const search = async (who: Agent, text: string) => {
    const { status, body } = await who.call('POST', '/search', { text });
    expect(status, JSON.stringify(body)).to.equal(200);
    expect(SearchAnswer.safeParse(body).error?.issues).to.equal(undefined);
    return body as unknown as Result;
  };
  const foundBy = async (who: Agent, text: string) =>
    (await search(who, text)).found.map(({ by, line }) => [by, line.conversation]);
  const list = async (who: Agent, name: string) => {
    const { status, body } = await who.call('GET', `/lists/${name}`);
    if (status === 200) expect(ListsAnswer.safeParse(body).error?.issues).to.equal(undefined);
    const lines = (body.lines ?? []) as readonly { conversation: string; state: string; agent?: string }[];
    return { status, of: (tenant: Tenant) => lines.find(({ conversation }) => conversation === tenant.conversation) };
  };
  const waits = async (...words: readonly string[]) => {
    const tenant = await newTenant(service.url);
    for (const each of words) await tenant.say(each);
    await tenant.say('I want to talk to a person');
    const line = await agent.waitingFor(tenant.conversation);
    return { tenant, line };
  };

  it('finds a conversation by words that were said, by both sides, and shows them', async () => {
    const { tenant, line } = await waits();
    await priya.call('POST', `/handovers/${line.id}/accept`, {});
    await tenant.post('There is a hedgehog in the stairwell');
    const found = await eventually(async () => {
      const { found } = await search(priya, 'hedgehog stairw');
      return found[0];
    }, 'The words found');

    expect(found.line.conversation).to.equal(tenant.conversation);
    expect(found.said.map(({ text }) => text)).to.deep.equal(['There is a hedgehog in the stairwell']);
    const { body } = await priya.call('GET', `/conversations/${tenant.conversation}`);
    await priya.call('POST', `/conversations/${tenant.conversation}/messages`, {
      text: 'We carry the urchin away',
      clientMessageId: 'urchin',
      seenSequence: body.sequence,
    });
    expect(await foundBy(priya, 'urchin')).to.deep.equal([['words', tenant.conversation]]);
  });

  it('finds nothing that was said to the assistant alone', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('What about my xylophone?');

    expect(await foundBy(agent, 'xylophone')).to.deep.equal([]);
  });

  it('finds a person by number, tenancy, and name with postcode', async () => {
    const phone = openPhone(service.url, '+447700900109');
    await phone.send('I want to talk to a person');
    const line = await eventually(
      async () => (await priya.queue()).waiting.find(({ channel }) => channel === 'sms'),
      'The text in the queue',
    );

    for (const text of ['07700 900109', 'ten 100109', 'Desmond Campbell AW2 1LH']) {
      const { found } = await search(priya, text);
      const theirs = found.find((each) => each.line.conversation === line.conversation);
      expect(theirs?.person?.id, text).to.equal('P-1009');
      expect(theirs?.by, text).to.equal('person');
    }
    expect((await search(priya, 'Desmond Campbell AW1 4QE')).found).to.deep.equal([]);
    await priya.call('POST', `/handovers/${line.id}/accept`, {});
    await priya.call('POST', `/handovers/${line.id}/close`, {});
  });

  it('finds a case by its reference, written carelessly', async () => {
    const { tenant } = await waits(
      'I want to make a complaint',
      'here',
      'Nobody came',
      'skip',
      'no',
      'skip',
      'self',
      'Jo Fletcher',
      'skip',
      'skip',
      '07700 900150',
      'yes',
    );
    const { body } = await agent.call('GET', `/conversations/${tenant.conversation}`);
    const [opened] = body.opened as readonly { reference: string }[];
    if (opened === undefined) throw new Error('No complaint was opened');

    expect(await foundBy(priya, opened.reference.toLowerCase().replace('-', ' '))).to.deep.equal([
      ['reference', tenant.conversation],
    ]);
  });

  it('[WHG-21] tells nobody but its team of a restricted matter: not by its words, not by its reference', async () => {
    const tenant = await newTenant(service.url);
    for (const words of ['My husband hit me with a saucepan', 'yes', 'nothing']) await tenant.say(words);
    await tenant.say('What are your opening hours?');
    await tenant.say('I want to talk to a person');
    await priya.waitingFor(tenant.conversation);
    const { body } = await agent.call('GET', `/conversations/${tenant.conversation}`);
    const [opened] = body.opened as readonly { reference: string; restricted: boolean }[];

    expect(opened?.restricted).to.equal(true);
    expect(await foundBy(agent, 'saucepan')).to.deep.equal([['words', tenant.conversation]]);
    expect(await foundBy(priya, 'saucepan')).to.deep.equal([]);
    expect(await foundBy(agent, opened?.reference ?? '')).to.deep.equal([['reference', tenant.conversation]]);
    expect(await foundBy(priya, opened?.reference ?? '')).to.deep.equal([]);
  });

  it('[GUH-10] stands in the audit each time, without the words', async () => {
    await search(priya, 'marmalade');
    const auditor = await letIn(service, { name: 'Only auditor', teams: ['auditors'] }, openHours);
    const { body } = await auditor.call('GET', `/audit?did=searched&agent=${encodeURIComponent(priya.id)}`);
    const [last] = body.audit as readonly { data: unknown }[];

    expect(last?.data).to.deep.equal({ by: [], count: 0 });
    expect(JSON.stringify(body)).not.to.include('marmalade');
  });

  it('lists what a team has and, for managers, what all have and had', async () => {
    const manager = await letIn(service, { name: 'Only manager', teams: ['managers'] }, openHours);
    const { tenant, line } = await waits();
    expect((await list(priya, 'team')).of(tenant)?.state).to.equal('waiting');
    expect((await list(manager, 'team')).of(tenant)).to.equal(undefined);
    await agent.call('POST', `/handovers/${line.id}/accept`, {});
    expect((await list(priya, 'team')).of(tenant)?.agent).to.equal(agent.id);
    expect((await list(manager, 'all')).of(tenant)?.state).to.equal('accepted');
    await agent.call('POST', `/handovers/${line.id}/close`, {});

    expect((await list(priya, 'team')).of(tenant)).to.equal(undefined);
    expect((await list(manager, 'all')).of(tenant)?.state).to.equal('ended');
    expect((await list(priya, 'all')).status).to.equal(403);
  });

  it('[WHG-21] lists no conversation that cannot be opened: one that was for all is closed once it is a restricted matter', async () => {
    const manager = await letIn(service, { name: 'Owen Hughes', teams: ['contact-centre', 'managers'] }, openHours);
    const { tenant, line } = await waits();
    await agent.call('POST', `/handovers/${line.id}/accept`, {});
    await agent.call('POST', `/handovers/${line.id}/close`, {});
    expect((await list(manager, 'all')).of(tenant)?.state).to.equal('ended');
    for (const words of ['My husband hit me with a ladle', 'yes', 'nothing', 'I want to talk to a person'])
      await tenant.say(words);
    const restricted = await agent.waitingFor(tenant.conversation);

    expect(restricted.restricted).to.equal(true);
    expect((await manager.call('GET', `/conversations/${tenant.conversation}`)).status).to.equal(404);
    expect((await list(manager, 'all')).of(tenant)).to.equal(undefined);
    expect((await list(agent, 'team')).of(tenant)?.state).to.equal('waiting');
    await agent.call('POST', `/handovers/${restricted.id}/accept`, {});
    await agent.call('POST', `/handovers/${restricted.id}/close`, {});
  });

  it('is not asked with nothing, or with a book', async () => {
    for (const text of ['', ' ', 'x', 'x'.repeat(101), 7, undefined])
      expect((await priya.call('POST', '/search', { text })).status, String(text)).to.equal(400);
  });
});
