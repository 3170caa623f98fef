import { createHash } from 'node:crypto';
import { expect } from 'chai';
import express from 'express';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { type BotFramework, createBotFramework } from '../../src/channels/bot-framework/bot-framework.ts';
import { handoffEvent } from '../../src/channels/bot-framework/handoff.ts';
import { toActivity } from '../../src/channels/bot-framework/show-activity.ts';
import type { Inbox } from '../../src/channels/channel.ts';
import { problemHandler } from '../../src/http/problem.ts';
import { createLogger } from '../../src/log.ts';
import type { Inbound, Message } from '../../src/model/message.ts';
import { OutsideError } from '../../src/model/outside-error.ts';
import { openServer } from '../support/open-server.ts';

const appId = 'd1e5c0de-0000-4000-8000-000000000001';
const issuer = 'https://api.botframework.example';
type Json = Record<string, unknown>;

/** Azure Bot Service as far as we meet it: OpenID metadata with keys, and a connector that takes activities. */
async function openService() {
  const keys = await generateKeyPair('RS256', { extractable: true });
  const strangers = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'key-1', endorsements: ['webchat', 'msteams'] };
  const taken: { path: string; authorization: string | undefined; activity: Json }[] = [];
  const state = { metadata: 200, connector: 200, stall: false };
  const app = express();
  app.get('/openid', (request, response) => {
    response.status(state.metadata).json({ jwks_uri: `http://${request.headers.host}/keys` });
  });
  app.get('/keys', (_request, response) => response.json({ keys: [jwk] }));
  app.post('/v3/*path', express.json(), (request, response) => {
    if (state.stall) return;
    taken.push({ path: request.path, authorization: request.headers.authorization, activity: request.body });
    response.status(state.connector).json({ id: `sent-${taken.length}` });
  });
  const service = await openServer(app);

  async function token(claims: Json = {}, by: 'service' | 'stranger' = 'service'): Promise<string> {
    const whole = { iss: issuer, aud: appId, serviceurl: service.url, ...claims };
    const expires = typeof claims.exp === 'number' ? claims.exp : '1h';
    return new SignJWT(whole)
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
      .setExpirationTime(expires)
      .sign(by === 'service' ? keys.privateKey : strangers.privateKey);
  }
  return { ...service, token, taken, state };
}

type Service = Awaited<ReturnType<typeof openService>>;

function aMessage(changes: Partial<Message> = {}): Message {
  return {
    conversation: 'bf-1',
    sequence: 2,
    author: 'service',
    kind: 'message',
    text: 'Which day suits you?',
    language: 'en',
    data: {},
    at: new Date('2026-11-23T09:00:01Z'),
    ...changes,
  };
}

async function openDoor(service: Service, about: { app?: boolean; metadataUrl?: string } = {}) {
  const received: Inbound[] = [];
  const lines: string[] = [];
  const log: Message[] = [];
  const state = { broken: undefined as Error | undefined, answered: Promise.resolve() };
  const inbox: Inbox = {
    accept: async (inbound) => {
      if (state.broken !== undefined) throw state.broken;
      const at = received.findIndex((one) => one.channelMessageId === inbound.channelMessageId);
      if (at === -1) received.push(inbound);
      return {
        is: at === -1 ? 'saved' : 'repeat',
        sequence: at === -1 ? received.length : at + 1,
        answered: state.answered,
      };
    },
  };
  const bot: BotFramework = createBotFramework({
    app: about.app === false ? undefined : { id: appId, password: 'secret' },
    inbox,
    messages: {
      read: async (_conversation, after) => log.filter((message) => message.sequence > after),
      find: async () => undefined,
    },
    log: createLogger('debug', (line) => lines.push(line)),
    now: () => new Date('2026-11-23T09:00:00Z'),
    endpoints: { issuer, metadataUrl: about.metadataUrl ?? `${service.url}/openid` },
    credentials: {
      isValidAppId: async (id: string) => id === appId,
      isAuthenticationDisabled: async () => about.app === false,
      createCredentials: async () => ({
        signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
          request.headers.set('authorization', 'Bearer from-the-login');
          return request;
        },
      }),
    } as never,
    inlineTimeoutMs: 200,
    sendTimeoutMs: 300,
  });
  const app = express();
  app.use(bot.router);
  app.use(problemHandler(() => undefined));
  const door = await openServer(app);
  return { ...door, bot, received, lines, log, state };
}

describe('the Bot Framework door', () => {
  let service: Service;
  let door: Awaited<ReturnType<typeof openDoor>>;
  let printed: unknown[];
  const own = { ...globalThis.console };
  before(async () => {
    service = await openService();
  });
  after(() => service.close());
  beforeEach(async () => {
    service.taken.length = 0;
    Object.assign(service.state, { metadata: 200, connector: 200, stall: false });
    door = await openDoor(service);
    printed = [];
    const print = (...words: unknown[]) => void printed.push(words);
    Object.assign(globalThis.console, { error: print, warn: print, log: print });
  });
  afterEach(() => {
    Object.assign(globalThis.console, own);
    return door.close();
  });

  const anActivity = (changes: Json = {}): Json => ({
    type: 'message',
    id: 'activity-1',
    channelId: 'webchat',
    serviceUrl: service.url,
    conversation: { id: 'conversation-1' },
    from: { id: 'user-1', name: 'Amina' },
    recipient: { id: 'bot-1', name: 'Doorstep' },
    text: 'No heating',
    locale: 'en-GB',
    ...changes,
  });
  async function post(activity: unknown, authorization?: string | null): Promise<Response> {
    const given = authorization === undefined ? `Bearer ${await service.token()}` : authorization;
    return fetch(`${door.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(given === null ? {} : { Authorization: given }) },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    });
  }
  const problem = async (response: Response) => ((await response.json()) as Json).type;

  it('saves a message with what is needed to answer it', async () => {
    const response = await post(anActivity());

    expect(response.status).to.equal(200);
    expect(await response.text()).to.equal('');
    const hash = createHash('sha256').update('webchat|conversation-1').digest('hex').slice(0, 20);
    expect(door.received).to.deep.equal([
      {
        conversation: `bf-${hash}`,
        address: {
          channel: 'bot-framework',
          reference: {
            user: { id: 'user-1', name: 'Amina' },
            bot: { id: 'bot-1', name: 'Doorstep' },
            conversation: { id: 'conversation-1' },
            channelId: 'webchat',
            locale: 'en-GB',
            serviceUrl: service.url,
          },
        },
        channelMessageId: 'activity-1',
        kind: 'message',
        text: 'No heating',
        attachments: [],
        locale: 'en-GB',
        receivedAt: new Date('2026-11-23T09:00:00Z'),
      },
    ]);
  });

  it('saves a message once, delivered three times', async () => {
    const responses = [await post(anActivity()), await post(anActivity()), await post(anActivity())];

    expect(responses.map((one) => one.status)).to.deep.equal([200, 200, 200]);
    expect(door.received).to.have.length(1);
  });

  it('knows an activity without an id again by what it is', async () => {
    await post(anActivity({ id: undefined, timestamp: '2026-11-23T09:00:00Z' }));
    await post(anActivity({ id: undefined, timestamp: '2026-11-23T09:00:00Z' }));
    await post(anActivity({ id: undefined, timestamp: '2026-11-23T09:00:05Z' }));

    expect(door.received).to.have.length(2);
  });

  it('takes the value of a button beside its words', async () => {
    await post(anActivity({ text: 'Tomorrow', value: { value: '2026-11-24' } }));

    expect(door.received[0]).to.include({ text: 'Tomorrow', value: '2026-11-24' });
  });

  it('greets whoever joins, and takes events by their name', async () => {
    await post(anActivity({ id: 'a', type: 'conversationUpdate', membersAdded: [{ id: 'bot-1' }, { id: 'user-1' }] }));
    await post(anActivity({ id: 'b', type: 'event', name: 'webchat/join' }));

    expect(door.received.map(({ kind, name, text }) => ({ kind, name, text }))).to.deep.equal([
      { kind: 'event', name: 'join', text: '' },
      { kind: 'event', name: 'join', text: '' },
    ]);
  });

  for (const [what, changes] of [
    ['the bot itself joining', { type: 'conversationUpdate', membersAdded: [{ id: 'bot-1' }] }],
    ['typing', { type: 'typing' }],
    ['a reaction', { type: 'messageReaction' }],
    ['the end of a conversation', { type: 'endOfConversation' }],
    ['a type that is not known', { type: 'somethingNew' }],
    ['an event without a name', { type: 'event' }],
    ['its own words', { from: { id: 'bot-1' } }],
  ] as const) {
    it(`acknowledges ${what} and does nothing`, async () => {
      const response = await post(anActivity(changes));

      expect(response.status).to.equal(200);
      expect(door.received).to.have.length(0);
    });
  }

  it('answers an invoke with 501, as the protocol has it', async () => {
    const answer = await post(anActivity({ type: 'invoke', name: 'x' }));

    expect(answer.status).to.equal(501);
    expect(answer.headers.get('content-type')).to.include('application/problem+json');
  });

  describe('answers 401, shows nothing and prints nothing', () => {
    const now = Math.floor(Date.now() / 1_000);
    const cases: Record<string, () => Promise<string | null>> = {
      'without a token': async () => null,
      'to garbage': async () => 'Bearer abc',
      'to another scheme': async () => `Basic ${await service.token()}`,
      'to a forged signature': async () => `Bearer ${await service.token({}, 'stranger')}`,
      'to alg none': async () =>
        `Bearer ${new UnsecuredJWT({ iss: issuer, aud: appId, serviceurl: service.url, exp: now + 600 }).encode()}`,
      'to another audience': async () => `Bearer ${await service.token({ aud: 'someone-else' })}`,
      'to another issuer': async () =>
        `Bearer ${await service.token({ iss: 'https://sts.windows.net/x/', tid: 'x', ver: '1.0', appid: appId })}`,
      'to an expired token': async () => `Bearer ${await service.token({ exp: now - 3_600 })}`,
      'to a token for another service address': async () =>
        `Bearer ${await service.token({ serviceurl: 'https://evil.example' })}`,
    };
    for (const [what, make] of Object.entries(cases)) {
      it(what, async () => {
        const response = await post(anActivity(), await make());

        expect(response.status).to.equal(401);
        expect(await problem(response)).to.equal('https://doorstep.example/problems/unauthorised');
        expect(printed).to.deep.equal([]);
        expect(door.received).to.have.length(0);
      });
    }

    it('to a channel that the key is not endorsed for', async () => {
      expect((await post(anActivity({ channelId: 'telegram' }))).status).to.equal(401);
    });
  });

  for (const [what, body] of [
    ['no JSON', '{"type":'],
    ['a list', []],
    ['no type', { ...{}, text: 'x', channelId: 'webchat', conversation: { id: '1' }, from: { id: '2' } }],
  ] as const) {
    it(`answers 400 to ${what}`, async () => {
      const response = await post(body);

      expect(response.status).to.equal(400);
      expect(printed).to.deep.equal([]);
    });
  }

  for (const [what, changes] of [
    ['no type', { type: undefined }],
    ['a type that is none', { type: { a: 1 } }],
    ['no conversation', { conversation: undefined }],
    ['no sender', { from: undefined }],
    ['a service address that is none', { serviceUrl: 'file:///etc/passwd' }],
    ['a text that is none', { text: 7 }],
  ] as const) {
    it(`answers 400 to an activity with ${what}`, async () => {
      expect((await post(anActivity(changes))).status).to.equal(400);
      expect(door.received).to.have.length(0);
    });
  }

  it('answers 413 to a text that is too long, and to a body that is far too long', async () => {
    expect((await post(anActivity({ text: 'x'.repeat(20_001) }))).status).to.equal(413);
    expect((await post(anActivity({ text: 'x'.repeat(1_000_000) }))).status).to.equal(413);
    expect(door.received).to.have.length(0);
  });

  it('keeps what a database cannot hold out of the text', async () => {
    await post(anActivity({ text: 'a\u0000b\ud800' }));

    expect(door.received[0]?.text).to.equal('a\uFFFDb\uFFFD');
  });

  it('answers 405 to anything but POST', async () => {
    const response = await fetch(`${door.url}/api/messages`);

    expect(response.status).to.equal(405);
    expect(response.headers.get('allow')).to.equal('POST');
  });

  for (const [what, metadataUrl] of [
    ['out of reach', () => 'http://127.0.0.1:9/openid'],
    ['failing', () => `${service.url}/openid`],
  ] as const) {
    it(`answers 503, naming no host, while the metadata host is ${what}`, async () => {
      await door.close();
      service.state.metadata = 500;
      door = await openDoor(service, { metadataUrl: metadataUrl() });

      const response = await post(anActivity());
      const unsigned = await post(anActivity(), null);

      expect(response.status).to.equal(503);
      expect(response.headers.get('retry-after')).to.equal('5');
      expect(await response.text()).not.to.include('127.0.0.1');
      expect(unsigned.status).to.equal(401);
    });
  }

  it('answers 503 when the message could not be saved, whatever the reason', async () => {
    door.state.broken = new OutsideError('gone', { system: 'database', code: 'unreachable', retryable: true });
    expect((await post(anActivity())).status).to.equal(503);
    door.state.broken = new Error('No heating for Amina');
    const response = await post(anActivity());

    expect(response.status).to.equal(503);
    expect(await response.text()).not.to.include('Amina');
    expect(door.lines.join('')).not.to.match(/heating|Amina|user-1/);
  });

  describe('a caller that waits for the replies', () => {
    const waiting = () => anActivity({ deliveryMode: 'expectReplies' });

    it('gets them in the answer, and the address says that nothing is to be sent', async () => {
      door.log.push(
        aMessage({ sequence: 1, author: 'customer', text: 'No heating' }),
        aMessage({ data: { options: [{ value: 'mon', label: 'Monday' }] } }),
        aMessage({ sequence: 3, text: 'Or ring us.' }),
        aMessage({ sequence: 4, author: 'customer', text: 'Monday' }),
        aMessage({ sequence: 5, text: 'Booked.' }),
      );

      const response = await post(waiting());

      expect(response.status).to.equal(200);
      const { activities } = (await response.json()) as { activities: Json[] };
      expect(activities.map((one) => one.text)).to.deep.equal(['Which day suits you?', 'Or ring us.']);
      expect(activities[0]).to.deep.include({ replyToId: 'activity-1', conversation: { id: 'conversation-1' } });
      expect(activities[0]?.suggestedActions).to.deep.equal({
        actions: [{ type: 'imBack', title: 'Monday', value: 'Monday' }],
      });
      expect(door.received[0]?.address).to.have.nested.property('reference.deliveryMode', 'expectReplies');
      expect(service.taken).to.have.length(0);
    });

    it('gets an empty list when there is nothing to say', async () => {
      expect(await (await post(waiting())).json()).to.deep.equal({ activities: [] });
    });

    it('is told to ask again when the answer takes too long, and gets it then', async () => {
      door.state.answered = new Promise(() => undefined);
      const late = await post(waiting());
      door.state.answered = Promise.resolve();
      door.log.push(aMessage());
      const again = await post(waiting());

      expect(late.status).to.equal(503);
      expect(await problem(late)).to.equal('https://doorstep.example/problems/not-yet');
      expect(((await again.json()) as { activities: Json[] }).activities).to.have.length(1);
      expect(door.received).to.have.length(1);
    });
  });

  describe('a reply from the outbox', () => {
    const row = () => {
      const reference = {
        user: { id: 'user-1' },
        bot: { id: 'bot-1' },
        conversation: { id: 'conversation-1' },
        channelId: 'webchat',
        serviceUrl: service.url,
      };
      return {
        id: 'delivery-1',
        resumed: false,
        payload: {
          conversation: 'bf-1',
          reference,
          activity: toActivity(aMessage({ data: { enquiry: 'repair.report', asks: 'day', expects: 'date' } })),
        },
      };
    };
    const send = () => door.bot.deliver['bot-framework.send'](row());
    const failure = () =>
      send().then(
        () => undefined,
        (error: unknown) => error,
      );

    it('reaches the connector through the stored reference, signed in', async () => {
      await door.bot.deliver['bot-framework.send']({ ...row(), sequence: 7 });

      expect(service.taken).to.have.length(1);
      const [{ path, authorization, activity } = { path: '', authorization: '', activity: {} as Json }] = service.taken;
      expect(path).to.equal('/v3/conversations/conversation-1/activities');
      expect(authorization).to.equal('Bearer from-the-login');
      expect(activity).to.deep.include({
        type: 'message',
        text: 'Which day suits you?',
        locale: 'en',
        inputHint: 'expectingInput',
        recipient: { id: 'user-1' },
        from: { id: 'bot-1' },
        channelData: {
          enquiry: 'repair.report',
          asks: 'day',
          expects: 'date',
          language: 'en',
          'webchat:sequence-id': 7,
          delivery: 'delivery-1',
        },
      });
      expect(activity).not.to.have.property('replyToId');
    });

    for (const [status, code, retryable] of [
      [500, 'unreachable', true],
      [429, 'rate-limited', true],
      [401, 'refused', true],
      [404, 'refused', false],
      [400, 'refused', false],
    ] as const) {
      it(`fails as ${code}, ${retryable ? 'to be tried again' : 'for good'}, on ${status}`, async () => {
        service.state.connector = status;

        const error = await failure();

        expect(error).to.be.instanceOf(OutsideError);
        expect(error).to.include({ system: 'bot-framework', code, retryable });
      });
    }

    it('fails to be tried again when the connector is silent or gone', async () => {
      service.state.stall = true;
      expect(await failure()).to.include({ code: 'timed-out', retryable: true });
      const gone = row();
      gone.payload.reference.serviceUrl = 'http://127.0.0.1:9';
      const error = await door.bot.deliver['bot-framework.send'](gone).catch((caught: unknown) => caught);
      expect(error).to.include({ code: 'unreachable', retryable: true });
    });
  });

  describe('the handoff protocol', () => {
    const reference = () => ({
      user: { id: 'user-1' },
      bot: { id: 'bot-1' },
      conversation: { id: 'conversation-1' },
      channelId: 'webchat',
      serviceUrl: service.url,
    });
    const at = new Date('2026-11-23T09:05:00Z');
    const transcript = [aMessage({ sequence: 1, author: 'customer', text: 'A person, please' }), aMessage()];
    const sendEvent = (change: Parameters<typeof handoffEvent>[0]['change']) => {
      const activity = handoffEvent({ change, reference: reference(), transcript, at });
      if (activity === undefined) throw new Error('There is no event.');
      return door.bot.deliver['bot-framework.send']({
        id: 'delivery-2',
        resumed: false,
        payload: { conversation: 'bf-1', reference: reference(), activity },
      });
    };

    it('tells that the conversation goes to a queue, with its context and transcript', async () => {
      await sendEvent({
        is: 'requested',
        id: 'handover-1',
        team: 'repairs',
        priority: 5,
        reason: 'asked',
        enquiry: 'contact.person',
        language: 'en',
        skills: [],
        restricted: false,
        requestedAt: at,
      });

      const event = service.taken[0]?.activity ?? {};
      expect(event).to.deep.include({
        type: 'event',
        name: 'handoff.initiate',
        conversation: { id: 'conversation-1' },
      });
      expect(event.timestamp).to.equal('2026-11-23T09:05:00.000Z');
      expect(event.value).to.include({ handover: 'handover-1', team: 'repairs', enquiry: 'contact.person' });
      const [attachment] = event.attachments as Json[];
      expect(attachment).to.include({ name: 'Transcript', contentType: 'application/json' });
      const { activities } = (attachment?.content ?? { activities: [] }) as { activities: Json[] };
      expect(activities.map((one) => one.text)).to.deep.equal(['A person, please', 'Which day suits you?']);
    });

    for (const [change, value] of [
      [{ is: 'accepted', id: 'h', agent: 'a' }, { state: 'accepted' }],
      [
        { is: 'ended', id: 'h', as: 'closed', outcome: 'answered' },
        { state: 'completed', message: 'closed' },
      ],
      [
        { is: 'ended', id: 'h', as: 'call-back', outcome: 'callback' },
        { state: 'failed', message: 'call-back' },
      ],
    ] as const) {
      it(`tells that it is ${value.state}`, async () => {
        await sendEvent(change);

        expect(service.taken[0]?.activity).to.deep.include({ type: 'event', name: 'handoff.status', value });
      });
    }
  });

  describe('with no app id', () => {
    beforeEach(async () => {
      await door.close();
      door = await openDoor(service, { app: false });
    });
    const from = (headers: Record<string, string>) =>
      fetch(`${door.url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(anActivity({ channelId: 'emulator' })),
      });

    it('lets the Emulator in from this machine, and answers it', async () => {
      expect((await from({})).status).to.equal(200);
      expect(door.received).to.have.length(1);

      const { address } = door.received[0] ?? {};
      if (address?.channel !== 'bot-framework') throw new Error('Another channel.');
      await door.bot.deliver['bot-framework.send']({
        id: 'd',
        resumed: false,
        payload: { conversation: 'bf-1', reference: address.reference, activity: toActivity(aMessage()) },
      });
      expect(service.taken[0]?.activity.text).to.equal('Which day suits you?');
    });

    it('lets nobody in through a proxy', async () => {
      const response = await from({ 'X-Forwarded-For': '203.0.113.7' });

      expect(response.status).to.equal(403);
      expect(door.received).to.have.length(0);
    });
  });
});
