import { expect } from 'chai';
import { WebSocket } from 'ws';
import { adjustmentRoutes } from '../../src/desk/adjustments.ts';
import { ConversationAnswer } from '../../src/desk/answers.ts';
import { caseRoutes } from '../../src/desk/cases/routes.ts';
import { privacyRoutes } from '../../src/desk/privacy/routes.ts';
import { createDeskApi } from '../../src/desk/router.ts';
import { type Agent, eventually, invited } from '../support/agent.ts';
import { deskService } from '../support/desk-service.ts';
import { openPhone } from '../support/phone.ts';
import type { Service } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

/** `POST /handovers/{id}/accept` for each route of the router itself. */
function routesOfRouter(): string[] {
  const options = { publicUrl: 'http://localhost', landlord: { teams: {} }, wayIn: { sessions: {} } };
  const router = createDeskApi(options as unknown as Parameters<typeof createDeskApi>[0]);
  adjustmentRoutes(router, options as unknown as Parameters<typeof adjustmentRoutes>[1]);
  caseRoutes(router, { ...options, playbook: new Map() } as unknown as Parameters<typeof caseRoutes>[1]);
  privacyRoutes(router, options as unknown as Parameters<typeof privacyRoutes>[1]);
  const stack = router.stack as unknown as readonly { route?: { path: string; methods: Record<string, boolean> } }[];
  return stack.flatMap(({ route }) =>
    route === undefined
      ? []
      : Object.keys(route.methods).map((method) => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`),
  );
}

interface Described {
  readonly paths: Record<
    string,
    { get: { responses: Record<string, { content: Record<string, { schema: Schema }> }> } }
  >;
}
interface Schema {
  readonly properties: Record<string, unknown>;
}

describe('the desk’s API', function () {
  this.timeout(60_000);
  let service: Service;
  let agent: Agent;

  before(async () => {
    ({ service, agent } = await deskService());
  });

  const answerDescribed = async (path: string) => {
    const document = (await (await fetch(`${service.url}/desk/api/openapi.json`)).json()) as Described;
    return document.paths[path]?.get.responses['200']?.content['application/json']?.schema.properties;
  };

  it('is described whole by its OpenAPI document', async () => {
    const document = (await (await fetch(`${service.url}/desk/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    };
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );

    expect(document.openapi).to.equal('3.1.0');
    expect(routesOfRouter()).to.have.length.greaterThan(15);
    // The stream is a socket, beside the router.
    expect(described.sort()).to.deep.equal([...routesOfRouter(), 'get /stream'].sort());
  });

  it('answers bad input with a problem, never with a fault of its own', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    const { id } = await agent.waitingFor(tenant.conversation);
    await agent.call('POST', `/handovers/${id}/accept`, {});
    const talk = `/conversations/${tenant.conversation}`;
    const message = { text: 'x', clientMessageId: 'c', seenSequence: 99 };
    const bad: readonly (readonly [status: number, method: string, path: string, body: unknown])[] = [
      [400, 'POST', '/session', {}],
      [400, 'POST', '/session', { link: 7 }],
      [400, 'POST', '/session', { link: 'x'.repeat(5_000) }],
      [400, 'POST', '/session', []],
      [400, 'POST', '/links', { name: '', teams: ['contact-centre'] }],
      [400, 'POST', '/links', { name: 'x', teams: [] }],
      [400, 'PUT', '/me/presence', { state: 'asleep' }],
      [400, 'PUT', '/me/presence', { state: 'busy', capacity: -1 }],
      [400, 'PUT', '/me/presence', { state: 'busy', skills: 'rent' }],
      [404, 'POST', '/handovers/none/accept', {}],
      [404, 'POST', '/handovers/%00/accept', {}],
      [404, 'POST', `/handovers/${'x'.repeat(3_000)}/close`, {}],
      [404, 'GET', '/conversations/none', undefined],
      [404, 'GET', '/conversations/%00', undefined],
      [404, 'POST', '/conversations/none/messages', message],
      [404, 'GET', '/insight/none', undefined],
      [404, 'GET', '/insight/__proto__', undefined],
      [404, 'POST', '/deliveries/none/retry', {}],
      [404, 'GET', '/nothing', undefined],
      [400, 'POST', `/handovers/${id}/transfer`, {}],
      [400, 'POST', `/handovers/${id}/transfer`, { team: 'income', reason: 'rent' }],
      [400, 'POST', `/handovers/${id}/close`, { outcome: 'whatever' }],
      [400, 'POST', `/handovers/${id}/close`, { avoidable: 'whatever' }],
      [400, 'POST', `/handovers/${id}/close`, 'done'],
      [400, 'POST', '/misread/1', {}],
      [400, 'POST', '/misread/1', { as: 'example' }],
      [400, 'POST', '/misread/1', { as: 'example', enquiry: 'rent.forgive' }],
      [404, 'POST', '/misread/999999', { as: 'example', enquiry: 'repair.report' }],
      [404, 'POST', '/misread/none', { as: 'done' }],
      [400, 'POST', `/handovers/${id}/return`, { dialog: 5 }],
      [400, 'POST', `${talk}/messages`, undefined],
      [400, 'POST', `${talk}/messages`, { ...message, text: '   ' }],
      [400, 'POST', `${talk}/messages`, { ...message, text: 'x'.repeat(20_001) }],
      [400, 'POST', `${talk}/messages`, { ...message, text: null }],
      [400, 'POST', `${talk}/messages`, { ...message, seenSequence: '3' }],
      [400, 'POST', `${talk}/messages`, { ...message, seenSequence: 1e300 }],
      [400, 'POST', `${talk}/messages`, { ...message, clientMessageId: '' }],
      [400, 'POST', `${talk}/messages`, { ...message, language: 'not a language' }],
      [400, 'POST', `${talk}/messages`, { text: 'x', seenSequence: 1 }],
      [413, 'POST', `${talk}/messages`, { ...message, text: 'x'.repeat(1_000_000) }],
      [400, 'POST', `${talk}/notes`, { text: '' }],
      [413, 'POST', `${talk}/notes`, { text: 'x'.repeat(1_000_000) }],
    ];

    for (const [status, method, path, body] of bad) {
      const answer = await agent.call(method, path, body);
      const about = `${method} ${path.slice(0, 60)} ${JSON.stringify(body)?.slice(0, 80)}`;
      expect(answer.status, about).to.equal(status);
      expect(answer.headers.get('content-type'), about).to.match(/^application\/problem\+json/);
      expect(answer.body.type, about).to.match(/^https:\/\/doorstep\.example\/problems\/[a-z-]+$/);
    }
    expect((await agent.call('GET', talk)).body.notes).to.deep.equal([]);
  });

  it('takes text with any character that is one, and refuses what no database keeps', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    const { id } = await agent.waitingFor(tenant.conversation);
    await agent.call('POST', `/handovers/${id}/accept`, {});
    const send = (text: string) =>
      agent.call('POST', `/conversations/${tenant.conversation}/messages`, {
        text,
        clientMessageId: text,
        seenSequence: 99,
      });

    expect((await send('Dzień dobry 👋 \u202eمرحبا <b>&amp;</b>')).status).to.equal(201);
    expect((await send('a\u0000b')).status).to.be.oneOf([201, 400]);
    expect((await send('half of a pair \ud83d')).status).to.be.oneOf([201, 400]);
    expect((await tenant.read()).map(({ text }) => text)).to.include('Dzień dobry 👋 \u202eمرحبا <b>&amp;</b>');
  });

  it('answers a body that is no JSON', async () => {
    const answer = await fetch(`${service.url}/desk/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"link": ',
    });

    expect(answer.status).to.equal(400);
    expect(((await answer.json()) as { type: string }).type).to.match(/not-json$/);
  });

  it('lives on when a socket says what it should not', async () => {
    const stream = await agent.stream();
    for (const what of [
      '',
      '{',
      '[]',
      'null',
      '"x"',
      '{"type":"fly"}',
      '{"type":"watch"}',
      '{"type":"watch","conversation":"c","after":-1}',
    ])
      stream.say(what);
    stream.say({ type: 'watch', conversation: 'none', after: 0 });
    stream.say({ type: 'watch', conversation: '\u0000', after: 0 });
    stream.say({ type: 'unwatch', conversation: 'none' });
    stream.say({ type: 'typing', conversation: 'none' });
    await stream.wait(({ type }) => type === 'not-there');
    await stream.close();
    const big = new WebSocket(`${service.url.replace('http', 'ws')}/desk/api/stream`, {
      headers: { Cookie: agent.cookie },
    });
    await new Promise((resolve) => big.once('open', resolve));
    big.on('error', () => undefined);
    big.send('x'.repeat(100_000));
    const code = await new Promise((resolve) => big.once('close', resolve));

    expect(code).to.equal(1009);
    expect((await fetch(`${service.url}/readyz`)).status).to.equal(200);
  });

  it('shows nothing of a conversation that no agent was asked for', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('hello');

    expect((await agent.call('GET', `/conversations/${tenant.conversation}`)).status).to.equal(404);
  });

  it('shows a restricted conversation to its own team alone, in lists, views, acts and on the stream', async () => {
    const tenant = await newTenant(service.url);
    const outsider = await invited(service, agent, { name: 'Only Contact', teams: ['contact-centre'] });
    const stream = await outsider.stream();
    await tenant.say('My husband hit me and I am scared');
    await tenant.say('yes');
    await tenant.post('Talk to a person', { value: 'person' });
    const line = await agent.waitingFor(tenant.conversation);

    expect(line).to.deep.include({ restricted: true, team: 'safeguarding', priority: 0 });
    expect((await outsider.queue()).waiting.map(({ id }) => id)).not.to.include(line.id);
    for (const what of ['accept', 'decline', 'close', 'return']) {
      expect((await outsider.call('POST', `/handovers/${line.id}/${what}`, {})).status, what).to.equal(404);
    }
    const talk = `/conversations/${tenant.conversation}`;
    expect((await outsider.call('GET', talk)).status).to.equal(404);
    expect((await outsider.call('POST', `${talk}/notes`, { text: 'x' })).status).to.equal(404);
    expect(
      (await outsider.call('POST', `${talk}/messages`, { text: 'x', clientMessageId: 'x', seenSequence: 99 })).status,
    ).to.equal(404);
    stream.say({ type: 'watch', conversation: tenant.conversation, after: 0 });
    await stream.wait(({ type }) => type === 'not-there');
    expect(JSON.stringify(stream.told)).not.to.include(line.id);
    expect((await agent.call('POST', `/handovers/${line.id}/accept`, {})).status).to.equal(200);
    await stream.close();
  });

  it('stops telling an agent of a conversation that becomes a restricted one of another team', async () => {
    const tenant = await newTenant(service.url);
    const outsider = await invited(service, agent, { name: 'Only Contact', teams: ['contact-centre'] });
    await tenant.say('I want to talk to a person');
    const line = await outsider.waitingFor(tenant.conversation);
    const stream = await outsider.stream();
    stream.say({ type: 'watch', conversation: tenant.conversation, after: 0 });
    await outsider.call('POST', `/handovers/${line.id}/accept`, {});
    await stream.wait(({ message }) => /is with you now/.test(message?.text ?? ''));
    await outsider.call('POST', `/handovers/${line.id}/return`, {});
    await tenant.say('My husband hit me and I am scared');
    await tenant.say('yes');
    await tenant.post('Talk to a person', { value: 'person' });
    const restricted = await agent.waitingFor(tenant.conversation);
    await tenant.post('He has a knife');
    await stream.wait(({ type }) => type === 'not-there');
    await agent.call('POST', `/handovers/${restricted.id}/accept`, {});

    expect(JSON.stringify(stream.told)).not.to.include('knife');
    await stream.close();
  });

  it('does not give an agent the next conversation through the line of an old one', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    const old = await agent.waitingFor(tenant.conversation);
    await tenant.say('never mind');
    await tenant.say('I want to talk to a person');
    const next = await agent.waitingFor(tenant.conversation);

    expect((await agent.call('POST', `/handovers/${old.id}/accept`, {})).body.type).to.match(/nothing-waiting$/);
    expect((await agent.call('POST', `/handovers/${next.id}/accept`, {})).status).to.equal(200);
    expect((await agent.call('POST', `/handovers/${old.id}/close`, {})).body.type).to.match(/nothing-waiting$/);
  });

  it('shows what an unknown tenant told of themselves and what was opened for them, as the document describes it', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to make a complaint');
    await tenant.post('Here', { value: 'here' });
    for (const words of ['Nobody came', 'skip', 'no', 'large print please']) await tenant.say(words);
    await tenant.post('Myself', { value: 'self' });
    for (const words of ['Jo Fletcher', 'skip', 'skip', '07700 900150']) await tenant.say(words);
    const logged = await tenant.say('yes');
    await tenant.say('I want to talk to a person');
    await agent.waitingFor(tenant.conversation);
    const reference = logged.map(({ channelData }) => channelData.reference).find((each) => each !== undefined);
    const { body } = await agent.call('GET', `/conversations/${tenant.conversation}`);

    expect(ConversationAnswer.parse(body)).to.deep.equal(body);
    expect(body).to.deep.include({
      person: null,
      cases: [],
      told: { name: 'Jo Fletcher', phone: '+447700900150', needs: ['large print please'] },
    });
    const opened = body.opened as readonly Record<string, unknown>[];
    expect(opened).to.have.length(1);
    expect(opened[0]).to.include({ reference, kind: 'complaint', enquiry: 'complaint.make', restricted: false });
    expect(opened[0]?.due).to.have.length(2);
    expect(await answerDescribed('/conversations/{id}')).to.include.all.keys('told', 'opened', 'cases');
  });

  it('shows the number of a text from nobody on file, and not again that of somebody who is', async () => {
    const toldBy = async (number: string) => {
      const before = (await agent.queue()).waiting.map(({ id }) => id);
      await openPhone(service.url, number).send('I want to talk to a person');
      const look = async () => (await agent.queue()).waiting.find(({ id }) => !before.includes(id));
      const line = await eventually(look, 'The text in the queue');
      const { body } = await agent.call('GET', `/conversations/${line.conversation}`);
      await agent.call('POST', `/handovers/${line.id}/accept`, {});
      await agent.call('POST', `/handovers/${line.id}/close`, {});
      return body.told;
    };

    expect(await toldBy('+447700900998')).to.deep.equal({ needs: [], phone: '+447700900998' });
    expect(await toldBy('+447700900103')).to.deep.equal({ needs: [] });
  });

  it('shows a restricted case of an open conversation to its own team alone', async () => {
    const tenant = await newTenant(service.url);
    const outsider = await invited(service, agent, { name: 'Only Contact', teams: ['contact-centre'] });
    await tenant.say('My husband hit me and I am scared');
    await tenant.say('yes');
    await tenant.post('Nothing', { value: 'nothing' });
    await tenant.say('What are your opening hours?');
    await tenant.say('I want to talk to a person');
    await outsider.waitingFor(tenant.conversation);
    const openedFor = async (who: Agent) => {
      const { body } = await who.call('GET', `/conversations/${tenant.conversation}`);
      return (body.opened as readonly { kind: string }[]).map(({ kind }) => kind);
    };

    expect(await openedFor(outsider)).to.deep.equal([]);
    expect(await openedFor(agent)).to.deep.equal(['domestic-abuse']);
  });

  it('has managers alone mark what was misread', async () => {
    const outsider = await invited(service, agent, { name: 'No Manager', teams: ['contact-centre'] });
    const tenant = await newTenant(service.url);
    await tenant.say('wotsit doodah thingummy');
    const { misread = [], kinds } = (await agent.call('GET', '/misread')).body as {
      misread?: { id: string; words: string }[];
      kinds: readonly string[];
    };
    const id = misread.find(({ words }) => words.includes('thingummy'))?.id;
    const mark = async (who: Agent, body: unknown) => (await who.call('POST', `/misread/${id}`, body)).status;
    const example = { as: 'example', enquiry: 'repair.report' };

    expect(kinds).to.include('repair.report').and.not.to.include('talk.thanks');
    expect((await outsider.call('GET', '/misread')).status).to.equal(403);
    expect(await mark(outsider, example)).to.equal(403);
    expect(await mark(agent, example)).to.equal(200);
    expect(await mark(agent, { as: 'done' })).to.equal(200);
    expect(await mark(agent, example), 'it is gone').to.equal(404);
  });

  it('tells figures and parked deliveries', async () => {
    expect((await agent.call('GET', '/insight/enquiries')).body).to.have.keys('since', 'enquiries');
    expect((await agent.call('GET', '/insight/parked')).body).to.have.keys('parked');
    expect((await agent.call('GET', '/insight/misread')).body).to.have.keys('misread');
    expect((await agent.call('GET', '/insight/support')).body).to.have.keys('since', 'needs', 'referrals');
    expect((await agent.call('GET', '/insight/complaints')).body).to.include.keys('causes', 'lessons', 'withoutLesson');
    expect((await agent.call('GET', '/insight/avoidable')).body).to.include.keys('share', 'causes', 'topics');
    expect((await agent.call('GET', '/insight/first-contact')).body).to.include.keys('share', 'counted', 'topics');
    expect((await agent.call('GET', '/insight/involvement')).body).to.have.keys('signUps');
    expect((await agent.call('GET', '/insight/satisfaction')).body).to.include.keys('everybody', 'characteristics');
  });
});
