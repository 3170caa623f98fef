// An agent has something made in another format for the tenant, and the figures of what is needed and what was sent.

import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { type Agent, eventually } from '../support/agent.ts';
import { deskService } from '../support/desk-service.ts';
import { housingToken, type Service } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

interface Sent {
  readonly text?: string;
  readonly attachments?: readonly { readonly name: string; readonly contentUrl: string }[];
}

const filesSent = async (tenant: Tenant) =>
  ((await tenant.read()) as readonly Sent[]).filter(({ attachments = [] }) => attachments.length > 0);

describe('formats at the desk', function () {
  this.timeout(120_000);
  let service: Service;
  let agent: Agent;
  let tenant: Tenant;

  before(async function () {
    this.timeout(180_000);
    ({ service, agent } = await deskService());
    await agent.call('PUT', '/me/presence', { state: 'available', capacity: 50 });
    tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    const { id } = await agent.waitingFor(tenant.conversation);
    await agent.call('POST', `/handovers/${id}/accept`, {});
  });

  const order = async (body: Record<string, unknown>) => {
    const { body: seen } = await agent.call('GET', `/conversations/${tenant.conversation}`);
    const path = `/conversations/${tenant.conversation}/formats`;
    return agent.call('POST', path, { requestId: randomUUID(), about: 'reply', seenSequence: seen.sequence, ...body });
  };

  it('[GUH-04] [LIV-03] an agent’s own answer is in large print in the chat a moment later, once however often it is sent', async () => {
    const words = 'Your key safe is left of the door.';
    const { body } = await agent.call('GET', `/conversations/${tenant.conversation}`);
    await agent.call('POST', `/conversations/${tenant.conversation}/messages`, {
      text: words,
      clientMessageId: randomUUID(),
      seenSequence: body.sequence,
    });
    const requestId = randomUUID();
    const statuses = [await order({ formats: ['large-print'], points: 24, requestId })];
    statuses.push(await order({ formats: ['large-print'], points: 24, requestId }));
    const sent = await eventually(async () => {
      const found = await filesSent(tenant);
      return found.length > 0 ? found : undefined;
    }, 'The file');
    const reference = /FMT-\d+/.exec(sent[0]?.text ?? '')?.[0] ?? '';
    const response = await fetch(`${service.url}/housing/v1/cases/${reference}`, {
      headers: { Authorization: `Bearer ${housingToken}` },
    });
    const { details } = (await response.json()) as { details: Record<string, unknown> };
    const { body: me } = await agent.call('GET', '/me');

    expect(statuses.map(({ status }) => status)).to.deep.equal([201, 201]);
    expect(await filesSent(tenant)).to.have.length(1);
    expect(details).to.include({ orderedBy: me.name, document: 'reply' });
  });

  it('refuses what is no format, and a conversation that there is not', async () => {
    expect((await order({ formats: ['smoke-signals'] })).status).to.equal(400);
    expect(
      (
        await agent.call('POST', '/conversations/nobodys/formats', {
          requestId: '1',
          about: 'reply',
          formats: ['audio'],
          seenSequence: 1,
        })
      ).status,
    ).to.equal(404);
  });

  it('[TPC-09] formats that are needed stand beside those that were sent, by format and language, without the few', async () => {
    const { status, body } = await agent.call('GET', '/insight/formats');
    const large = (body.formats as readonly { readonly format: string }[]).find(
      ({ format }) => format === 'large-print',
    );

    expect(status).to.equal(200);
    expect(large, 'one was sent, and fewer than five need it').to.deep.include({ madeAtOnce: null, fewerThan: 5 });
  });
});
