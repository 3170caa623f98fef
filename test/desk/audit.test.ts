// What agents read and do is in the audit before they have their answer; an auditor finds it, and nothing else.

import { expect } from 'chai';
import { type Agent, eventually, invited } from '../support/agent.ts';
import { letIn, teamsOf } from '../support/by-role.ts';
import { deskService, openHours } from '../support/desk-service.ts';
import { openPhone } from '../support/phone.ts';
import type { Service } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

interface Line {
  readonly did: string;
  readonly agent: string;
  readonly role: string | null;
  readonly subject: string | null;
  readonly conversation: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

describe('the audit of the desk', function () {
  this.timeout(120_000);
  let service: Service;
  let first: Agent;
  let agent: Agent;
  let auditor: Agent;

  before(async () => {
    ({ service, agent: first } = await deskService());
    agent = await invited(service, first, { name: 'Noted Agent', teams: ['contact-centre'] });
    auditor = await letIn(service, { name: 'Audrey Lane', teams: teamsOf.auditor }, openHours);
  });

  const search = async (query: Record<string, string>) => {
    const { status, body } = await auditor.call('GET', `/audit?${new URLSearchParams(query)}`);
    expect(status, JSON.stringify(body)).to.equal(200);
    return body as unknown as { audit: readonly Line[]; agents: Record<string, string>; next: string | null };
  };
  const did = (lines: readonly Line[]) => lines.map((line) => line.did).toReversed();

  it('has each thing that was read and done with a conversation, in its order and with no word of it', async () => {
    const phone = openPhone(service.url, '+447700900103');
    await phone.send('I want to talk to a person about my zebracorn');
    const { id, conversation } = await eventually(
      async () => (await agent.queue()).waiting.find(({ channel }) => channel === 'sms'),
      'The conversation in the queue',
    );
    const talk = `/conversations/${conversation}`;
    await agent.call('POST', `/handovers/${id}/accept`, {});
    const { sequence } = (await agent.call('GET', talk)).body;
    await agent.call('GET', `${talk}/canned`);
    await agent.call('POST', `${talk}/messages`, {
      text: 'Good morning',
      clientMessageId: 'a1',
      seenSequence: sequence,
    });
    await agent.call('POST', `${talk}/messages`, {
      text: 'Good morning',
      clientMessageId: 'a1',
      seenSequence: sequence,
    });
    await agent.call('POST', `${talk}/notes`, { text: 'Keeps a zebracorn' });
    await agent.call('GET', '/people/P-1003/route');
    await agent.call('POST', `/handovers/${id}/close`, { outcome: 'answered' });
    const { audit, agents } = await search({ agent: agent.id });

    expect(did(audit)).to.deep.equal([
      'signed-in',
      'accept',
      'conversation-read',
      'conversation-read',
      'message',
      'note',
      'route-read',
      'close',
    ]);
    expect(audit[0]).to.deep.include({ role: 'agent', data: { outcome: 'answered' } });
    expect(agents).to.deep.equal({ [agent.id]: 'Noted Agent' });
    expect(JSON.stringify(audit)).not.to.match(/zebracorn|Good morning|P-1003|447700900103|Whitcombe/);
    expect(JSON.stringify(audit)).not.to.include(conversation);
    const ofPerson = await search({ person: 'P-1003', agent: agent.id });
    expect(did(ofPerson.audit)).to.include.members(['conversation-read', 'message', 'route-read', 'close']);
    expect(new Set(ofPerson.audit.map(({ subject }) => subject)).size).to.equal(1);
    expect(did((await search({ conversation, agent: agent.id })).audit))
      .to.include('note')
      .and.not.to.include('route-read');
  });

  it('has who follows a conversation on the socket', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    const line = await agent.waitingFor(tenant.conversation);
    const stream = await agent.stream();
    stream.say({ type: 'watch', conversation: tenant.conversation, after: 0 });
    await stream.wait(({ type }) => type === 'message');
    await stream.close();

    const found = await search({ conversation: tenant.conversation });
    expect(did(found.audit)).to.deep.equal(['conversation-watched']);
    expect(found.audit[0]).to.deep.include({ agent: agent.id, role: 'agent' });
    await agent.call('POST', `/handovers/${line.id}/accept`, {});
    await agent.call('POST', `/handovers/${line.id}/close`, {});
  });

  it('has nothing of what was not done or not shown', async () => {
    const before = (await search({ agent: agent.id })).audit.length;
    await agent.call('GET', '/conversations/nobody-1');
    await agent.call('POST', '/handovers/nobody-1/accept', {});
    await agent.call('GET', '/routes');

    expect((await search({ agent: agent.id })).audit).to.have.length(before);
  });

  it('is searched by page, and every search is in it', async () => {
    for (let n = 0; n < 5; n += 1) await agent.call('GET', '/people/P-1002/route');
    const pages: Line[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await search({
        person: 'P-1002',
        did: 'route-read',
        limit: '2',
        ...(next !== '' && { before: next }),
      });
      expect(page.audit.length).to.be.at.most(2);
      pages.push(...page.audit);
      ({ next } = page);
    }
    expect(pages.length).to.be.greaterThanOrEqual(5);
    const searches = await search({ agent: auditor.id, did: 'audit-read', person: 'P-1002' });
    expect(searches.audit.length).to.be.greaterThanOrEqual(3);
    expect(searches.audit[0]?.data).to.deep.include({ by: ['person', 'did', 'before'] });
    expect(searches.audit[0]).to.include({ role: 'auditor' });
  });

  it('takes no search that it cannot read, and shows an auditor nothing else', async () => {
    for (const query of ['since=yesterday', 'did=everything', 'before=1', 'limit=1000', 'sort=agent'])
      expect((await auditor.call('GET', `/audit?${query}`)).status, query).to.equal(400);
    for (const path of ['/queue', '/conversations/x', '/privacy/audit', '/promises', '/insight/enquiries', '/routes'])
      expect((await auditor.call('GET', path)).status, path).to.equal(403);
    expect((await agent.call('GET', '/audit')).status).to.equal(403);
    expect((await first.call('GET', '/audit')).status).to.equal(403);
  });
});
