// What the landlord's own systems are told: each event once under its id, signed, in order, and again until it was taken.

import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import express from 'express';
import { signatures } from '../../src/outbox/webhook/sign.ts';
import { type Agent, eventually, signIn } from '../support/agent.ts';
import { openHours } from '../support/desk-service.ts';
import { type OpenServer, openServer } from '../support/open-server.ts';
import { type Service, startService } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

const secrets = [
  'whsec_bmV3ZXN0IHNlY3JldCBvZiB0aGUgdGVzdA==',
  'whsec_c2VjcmV0IGJlZm9yZSB0aGUgbmV3ZXN0IG9uZQ==',
] as const;

interface Event {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly conversation: string;
  readonly enquiry?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Call {
  readonly event: Event;
  readonly raw: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** The receiver: it keeps what came and answers as it is told to, 204 in the end. */
async function openReceiver(): Promise<OpenServer & { calls: Call[]; answers: (event: Event) => number }> {
  const state = { calls: [] as Call[], answers: (_event: Event) => 204 };
  const app = express();
  app.post('/elsewhere', (_request, response) => void response.sendStatus(204));
  app.post('/events', express.text({ type: 'application/json' }), (request, response) => {
    const event = JSON.parse(request.body) as Event;
    state.calls.push({ event, raw: request.body, headers: request.headers as Call['headers'] });
    const status = state.answers(event);
    if (status === 307) response.redirect(307, '/elsewhere');
    else response.status(status).end();
  });
  return Object.assign(state, await openServer(app));
}

/** As a receiver checks it, with the standard's own rule and no code of ours. */
function isSignedBy(secret: string, { raw, headers }: Call): boolean {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${raw}`;
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return (headers['webhook-signature'] ?? '').split(' ').includes(expected);
}

describe('an event for the landlord’s own systems', function () {
  this.timeout(60_000);
  let receiver: Awaited<ReturnType<typeof openReceiver>>;
  let service: Service;
  let agent: Agent;

  before(async () => {
    receiver = await openReceiver();
    service = await startService({
      CLOCK: openHours,
      WEBHOOK_URL: `${receiver.url}/events`,
      WEBHOOK_SECRET: secrets[0],
      WEBHOOK_SECRET_PREVIOUS: secrets[1],
    });
    agent = await signIn(service);
  });
  after(async () => {
    await service?.end();
    await receiver?.close();
  });
  beforeEach(() => {
    receiver.answers = () => 204;
  });

  const of = (conversation: string) => receiver.calls.filter(({ event }) => event.conversation === conversation);
  const told = (conversation: string, type: string) =>
    eventually(() => of(conversation).findLast(({ event }) => event.type === type), type);

  it('is signed as Standard Webhooks has it', () => {
    // The example of the standard's own libraries.
    const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body: '{"test": 2432232314}' };

    expect(signatures(signed, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).to.equal(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it('tells what happened in codes, by both secrets, and nothing that anybody wrote', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('My name is Xanthippe Quill and the tap drips, what are your opening hours');
    await tenant.say('I want to talk to a person');
    const call = await told(tenant.conversation, 'handover.requested');

    expect(call.event).to.deep.include({
      channel: 'web',
      enquiry: 'contact.person',
      conversation: tenant.conversation,
    });
    expect(call.event.data).to.deep.include({ team: 'contact-centre', reason: 'asked_for_a_person' });
    expect(call.event.id).to.equal(call.headers['webhook-id']);
    expect(call.event.at).to.match(/^2026-11-23T10:0/);
    expect(Number(call.headers['webhook-timestamp']) * 1_000).to.be.closeTo(Date.parse(openHours), 120_000);
    for (const secret of secrets) expect(isSignedBy(secret, call)).to.equal(true);
    expect(isSignedBy('whsec_bm90IG91ciBzZWNyZXQgYXQgYWxsLCBubw==', call)).to.equal(false);
    expect(receiver.calls.map(({ raw }) => raw).join()).not.to.match(/xanthippe|quill|drips|Sam/i);
  });

  it('says of a restricted matter that there is one, and nothing more', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('My husband hit me and I am scared');
    await tenant.say('I want to talk to a person');
    await told(tenant.conversation, 'restricted');
    const types = new Set(of(tenant.conversation).map(({ event }) => event.type));

    expect(types).to.deep.equal(new Set(['restricted']));
    for (const { raw, event } of of(tenant.conversation)) {
      expect(event.data).to.deep.equal({});
      expect(raw).not.to.match(/abuse|safety|domestic/);
    }
  });

  it('comes again under its id until it is taken, and those after it in the same conversation wait for it', async () => {
    let refusals = 3;
    receiver.answers = (event) => (event.type === 'handover.requested' && refusals-- > 0 ? 503 : 204);
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    const { id } = await agent.waitingFor(tenant.conversation);
    await agent.call('POST', `/handovers/${id}/accept`, {});
    await told(tenant.conversation, 'handover.accepted');
    const calls = of(tenant.conversation);
    const asked = calls.filter(({ event }) => event.type === 'handover.requested');

    expect(asked).to.have.length(4);
    expect(new Set(asked.map(({ raw }) => raw)).size).to.equal(1);
    const last = (type: string) => calls.findLastIndex(({ event }) => event.type === type);
    expect(last('handover.requested')).to.be.lessThan(last('handover.accepted'));
    const ids = calls.map(({ event }) => event.id);
    expect(new Set(ids).size).to.equal(ids.length - 3);
  });

  it('is given up where it is refused for good, is not sent where a redirect points, and goes again by hand', async () => {
    const tenant = await newTenant(service.url);
    receiver.answers = (event) => (event.conversation === tenant.conversation ? 410 : 204);
    await tenant.say('what are your opening hours');
    const parked = await eventually(async () => {
      const { parked: all } = (await agent.call('GET', '/insight/parked')).body as {
        parked: { id: string; kind: string; conversation: string; code: string }[];
      };
      return all.find(({ conversation }) => conversation === tenant.conversation);
    }, 'The event that was given up');
    expect(parked).to.deep.include({ kind: 'webhook.send', code: 'refused' });

    receiver.answers = (event) => (event.id === parked.id ? 307 : 204);
    const before = of(tenant.conversation).filter(({ event }) => event.id === parked.id).length;
    expect((await agent.call('POST', `/deliveries/${parked.id}/retry`, {})).status).to.equal(202);
    const tries = (least: number) =>
      eventually(
        () =>
          of(tenant.conversation).filter(({ event }) => event.id === parked.id).length >= least ? true : undefined,
        `${least} tries`,
      );
    // A redirect is no answer: it is tried again at the address of the settings.
    await tries(before + 2);
    receiver.answers = () => 204;
    await tries(before + 3);
  });
});
