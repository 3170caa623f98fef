import { expect } from 'chai';
import { SignJWT } from 'jose';
import { ask, type Door, makeToken, openDoor, secret } from '../support/web-chat-door.ts';

const problem = (slug: string) => `https://doorstep.example/problems/${slug}`;

describe('Direct Line over HTTP', () => {
  let door: Door;
  let token: string;
  let conversationId: string;
  const at = (path: string) => `${door.directLine}/conversations/${conversationId}${path}`;
  const send = (body: unknown, headers = {}) => ask(at('/activities'), { method: 'POST', token, body, headers });

  beforeEach(async () => {
    door = await openDoor();
    ({ token, conversationId } = await makeToken(door));
  });
  afterEach(async () => {
    expect(door.reported, 'nothing was our own fault').to.deep.equal([]);
    await door.close();
  });

  describe('tokens', () => {
    it('are made for the user and a new conversation, for half an hour', async () => {
      const made = await makeToken(door, { user: { id: 'dl_ada', name: 'Ada' }, somethingElse: [1] });

      const claims = JSON.parse(Buffer.from(made.token.split('.')[1] ?? '', 'base64url').toString());
      expect(made.expires_in).to.equal(1800);
      expect(claims).to.include({ conv: made.conversationId, user: 'dl_ada' });
      expect(claims.exp).to.equal(door.clock.now.getTime() / 1000 + 1800);
    });

    it('get a user id of their own when none is given or it lacks the prefix', async () => {
      for (const body of [{}, { user: { id: 'ada' } }, { user: { id: 7 } }, { user: null }]) {
        const made = await makeToken(door, body);

        const claims = JSON.parse(Buffer.from(made.token.split('.')[1] ?? '', 'base64url').toString());
        expect(claims.user).to.match(/^dl_[0-9a-f-]{36}$/);
      }
    });

    it('are not made for who has no secret', async () => {
      const generate = (bearer?: string) =>
        ask(`${door.directLine}/tokens/generate`, { method: 'POST', token: bearer });

      expect((await generate()).status).to.equal(401);
      expect((await generate('not the secret')).status).to.equal(403);
      expect((await generate('wrong')).body).to.include({ status: 403, type: problem('token-refused') });
      expect((await generate(token)).body).to.include({ status: 403, type: problem('secret-needed') });
    });

    it('are refreshed for the same user and conversation', async () => {
      door.clock.now = new Date(door.clock.now.getTime() + 20 * 60_000);

      const refreshed = await ask(`${door.directLine}/tokens/refresh`, { method: 'POST', token });

      expect(refreshed.status).to.equal(200);
      expect(refreshed.body).to.include({ conversationId, expires_in: 1800 });
      door.clock.now = new Date(door.clock.now.getTime() + 20 * 60_000);
      expect((await ask(at('/activities'), { token })).body.type).to.equal(problem('token-expired'));
      expect((await ask(at('/activities'), { token: refreshed.body.token })).status).to.equal(200);
    });

    it('are refused with 403 when expired, forged, unsigned or meant for another conversation', async () => {
      const other = await makeToken(door);
      const claims = { conv: conversationId, user: 'dl_mallory' };
      const forged = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime('1h')
        .sign(Buffer.from(secret));
      const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`;

      for (const [bearer, slug] of [
        [forged, 'token-refused'],
        [unsigned, 'token-refused'],
        [`${token}x`, 'token-refused'],
        ['undefined', 'token-refused'],
        [other.token, 'not-your-conversation'],
      ] as const) {
        for (const [method, path] of [
          ['GET', ''],
          ['GET', '/activities?watermark='],
          ['POST', '/activities'],
          ['POST', '/upload?userId=dl_tester'],
        ] as const) {
          const answer = await ask(at(path), { method, token: bearer, ...(method === 'POST' ? { body: '{' } : {}) });
          expect(answer.body, `${method} ${path}`).to.include({ status: 403, type: problem(slug) });
          expect(answer.headers.get('content-type')).to.match(/^application\/problem\+json/);
        }
      }
      expect(door.accepted).to.deep.equal([]);
    });

    it('are refused with 403 when they have expired', async () => {
      door.clock.now = new Date(door.clock.now.getTime() + 30 * 60_000 + 1_000);

      expect((await ask(at(''), { token })).body).to.include({ status: 403, type: problem('token-expired') });
      expect((await ask(`${door.directLine}/tokens/refresh`, { method: 'POST', token })).status).to.equal(403);
      expect((await ask(at('/activities'))).body).to.include({ status: 401, type: problem('no-token') });
    });
  });

  describe('a conversation', () => {
    it('is started with a token, and is found begun once the customer has written', async () => {
      const start = () => ask(`${door.directLine}/conversations`, { method: 'POST', token, body: { locale: 'pl' } });

      const first = await start();
      await send({ type: 'message', text: 'hello' });
      const second = await start();

      expect(first.status).to.equal(201);
      expect(first.body).to.include({ conversationId, expires_in: 1800 });
      expect(first.body.streamUrl).to.match(
        new RegExp(`^ws://127.0.0.1:\\d+/v3/directline/conversations/${conversationId}/stream\\?t=`),
      );
      expect(first.body.streamUrl).not.to.include(token);
      expect(second.status).to.equal(200);
      expect(second.body.conversationId).to.equal(conversationId);
    });

    it('is started with the secret, new each time', async () => {
      const start = () => ask(`${door.directLine}/conversations`, { method: 'POST', token: secret });

      const [first, second] = [await start(), await start()];

      expect(first.status).to.equal(201);
      expect(first.body.conversationId).not.to.equal(second.body.conversationId);
      expect(
        (await ask(`${door.directLine}/conversations/${first.body.conversationId}`, { token: secret })).status,
      ).to.equal(200);
    });

    it('is valid and empty before anybody has written', async () => {
      expect((await ask(at('/activities'), { token })).body).to.deep.equal({ activities: [], watermark: '0' });
      expect((await ask(at('?watermark='), { token })).body).to.include({ conversationId });
    });

    it('starts although the log cannot be read', async () => {
      door.fail.read = true;

      expect((await ask(`${door.directLine}/conversations`, { method: 'POST', token })).status).to.equal(201);
    });

    it('is 404 when nobody ever gave out its id', async () => {
      for (const unknown of [
        'nothing',
        'sms-0123456789abcdef0123',
        `${conversationId}x`,
        '..%2f..%2fetc',
        conversationId.toUpperCase(),
      ]) {
        for (const bearer of [token, secret]) {
          const answer = await ask(`${door.directLine}/conversations/${unknown}/activities`, { token: bearer });
          expect(answer.body, unknown).to.include({ status: 404, type: problem('no-such-conversation') });
        }
      }
      expect((await ask(`${door.directLine}/session/getsessionid`, { token })).status).to.equal(404);
      expect((await ask(`${door.directLine}/conversations/%E0%A4%A/activities`, { token })).status).to.equal(400);
    });
  });

  describe('a message', () => {
    it('is answered with its id only when it is saved, and echoed with the same id and its client id', async () => {
      const channelData = { clientActivityID: 'c-1', 'webchat:something': true };
      const sent = await send({
        type: 'message',
        text: ' My boiler is out ',
        from: { id: 'someone-else' },
        locale: 'en-GB',
        channelData,
      });

      const { activities, watermark } = (await ask(at('/activities'), { token })).body;
      expect(sent).to.deep.include({ status: 200, body: { id: `${conversationId}|0000001` } });
      expect(watermark).to.equal('1');
      expect(activities).to.have.length(1);
      expect(activities[0]).to.deep.include({
        type: 'message',
        id: sent.body.id,
        text: ' My boiler is out ',
        from: { id: 'dl_tester', role: 'user' },
        channelData: { clientActivityID: 'c-1', 'webchat:sequence-id': 1 },
      });
      expect(door.accepted[0]).to.deep.equal({
        conversation: conversationId,
        address: { channel: 'web', user: 'dl_tester' },
        channelMessageId: `${conversationId}:c-1`,
        clientActivityId: 'c-1',
        kind: 'message',
        text: ' My boiler is out ',
        locale: 'en-GB',
        attachments: [],
        receivedAt: door.clock.now,
      });
    });

    it('is the same message when it is sent again', async () => {
      const body = { type: 'message', text: 'hello', channelData: { clientActivityID: 'c-1' } };

      const [first, second, without] = [
        await send(body),
        await send(body),
        await send({ type: 'message', text: 'hello' }),
      ];

      expect(second.body).to.deep.equal(first.body);
      expect(without.body.id).to.equal(`${conversationId}|0000002`);
      expect(door.accepted).to.have.length(2);
    });

    it('is 503 with Retry-After when it cannot be saved, and a poll is then an empty 200 with the same watermark', async () => {
      await send({ type: 'message', text: 'one' });
      Object.assign(door.fail, { save: true, read: true });

      const failed = await send({ type: 'message', text: 'two' });
      const poll = await ask(at('/activities?watermark=1'), { token });
      const pollFromNothing = await ask(at('/activities?watermark='), { token });

      expect(failed.status).to.equal(503);
      expect(Number(failed.headers.get('retry-after'))).to.be.within(1, 10);
      expect(poll).to.deep.include({ status: 200, body: { activities: [], watermark: '1' } });
      expect(pollFromNothing).to.deep.include({ status: 200, body: { activities: [], watermark: '' } });
      door.reported.length = 0;
    });

    it('carries the value of a choice beside the words that were seen', async () => {
      await send({
        type: 'message',
        text: 'Yes, please',
        value: 'yes',
        channelData: { messageBack: { displayText: 'Yes, please' } },
      });
      await send({ type: 'message', value: { value: 'no' }, channelData: { messageBack: { displayText: 'No' } } });
      await send({ type: 'message', text: 'yes', value: { other: 1 } });

      expect(door.accepted.map(({ text, value }) => [text, value])).to.deep.equal([
        ['Yes, please', 'yes'],
        ['No', 'no'],
        ['yes', undefined],
      ]);
    });

    it('may be emoji, any language, or 20,000 characters', async () => {
      for (const text of ['🙂', 'Mae’r gwres wedi torri', 'گھر ٹھنڈا ہے', 'x'.repeat(20_000), '界'.repeat(20_000)]) {
        expect((await send({ type: 'message', text })).status).to.equal(200);
        expect(door.accepted.at(-1)?.text).to.equal(text);
      }
    });

    it('keeps no zero character and no half emoji, which no database would', async () => {
      await send('{"type":"message","text":"a\\u0000b\\ud83d","channelData":{"clientActivityID":"\\u0000"}}');

      expect(door.accepted[0]?.text).to.equal('a\uFFFDb\uFFFD');
      expect(door.accepted[0]).not.to.have.property('clientActivityId');
    });

    it('is refused when it is empty, too long, malformed or of wrong types', async () => {
      for (const [body, status, slug] of [
        [{ type: 'message' }, 400, 'empty-message'],
        [{ type: 'message', text: '  \n' }, 400, 'empty-message'],
        [{ type: 'message', text: '\u200b\u200b' }, 400, 'empty-message'],
        [{ type: 'message', text: null, value: {} }, 400, 'empty-message'],
        [
          { type: 'message', attachments: [{ contentUrl: 'http://127.0.0.1/', contentType: 'image/png' }] },
          400,
          'empty-message',
        ],
        [{ type: 'message', text: 'x'.repeat(20_001) }, 413, 'too-long'],
        [{ type: 'message', text: 'x'.repeat(1024 * 1024) }, 413, 'too-large'],
        [{ type: 'message', value: 'x'.repeat(20_001) }, 413, 'too-long'],
        [{ type: 'message', text: 5 }, 400, 'bad-activity'],
        [{ type: 'message', text: { toString: 1 } }, 400, 'bad-activity'],
        [{ type: 'event' }, 400, 'bad-activity'],
        [{ type: 7, text: 'x' }, 400, 'bad-activity'],
        [{ text: 'x' }, 400, 'bad-activity'],
        [[], 400, 'bad-activity'],
        ['{"type":"mess', 400, 'not-json'],
        ['"hello"', 400, 'not-json'],
        ['', 400, 'bad-activity'],
        ['type=message&text=x', 400, 'not-json'],
      ] as const) {
        const answer = await send(body);
        expect(answer.body, JSON.stringify(body).slice(0, 80)).to.include({ status, type: problem(slug) });
        expect(JSON.stringify(answer.body)).not.to.match(/at .*\.ts|node_modules/);
      }
      expect(door.accepted).to.deep.equal([]);
    });

    it('survives fields that nobody expects', async () => {
      const body = `{"type":"message","text":"hello","__proto__":{"polluted":1},"constructor":{},"entities":[{"type":"x"}],
        "channelData":"odd","from":[],"locale":{"a":1},"value":[[[]]],"attachments":"none","timestamp":-1}`;

      expect((await send(body)).status).to.equal(200);
      expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
      expect(door.accepted[0]).to.include({ text: 'hello' });
      expect(door.accepted[0]).not.to.have.any.keys('locale', 'value', 'clientActivityId');
    });
  });

  describe('what is no message', () => {
    it('is an event with its name, in our own words where Web Chat has another', async () => {
      await send({ type: 'event', name: 'webchat/join', value: { language: 'pl' }, locale: 'pl-PL' });
      await send({ type: 'event', name: 'safe-exit', value: 'now' });

      expect(door.accepted.map(({ kind, name, value, text }) => [kind, name, value, text])).to.deep.equal([
        ['event', 'join', undefined, ''],
        ['event', 'safe-exit', 'now', ''],
      ]);
      const { activities } = (await ask(at('/activities'), { token })).body;
      expect(activities[0]).to.include({ type: 'event', name: 'join' });
    });

    it('is typing, told to the hub and kept nowhere', async () => {
      const sent = await send({ type: 'typing' });

      expect(sent.status).to.equal(200);
      expect(sent.body.id).to.be.a('string');
      expect(door.typed).to.deep.equal([`${conversationId} customer`]);
      expect((await ask(at('/activities'), { token })).body.activities).to.deep.equal([]);
    });

    it('is how far the customer has read, told to the hub and kept nowhere', async () => {
      const name = 'application/vnd.microsoft.readReceipt';
      await send({ type: 'event', name, value: { lastReadMessageId: `${conversationId}|0000012` } });
      await send({ type: 'event', name, value: { lastReadMessageId: 'another-conversation|0000012' } });
      await send({ type: 'event', name, value: 'nonsense' });

      expect(door.receipts.map(({ from, as, sequence }) => [from, as, sequence])).to.deep.equal([
        ['customer', 'read', 12],
        ['customer', 'read', 0],
        ['customer', 'read', 0],
      ]);
      expect(door.accepted).to.deep.equal([]);
      expect((await ask(at('/activities'), { token })).body.activities).to.deep.equal([]);
    });

    it('is acknowledged and dropped otherwise', async () => {
      for (const type of ['conversationUpdate', 'endOfConversation', 'invoke', 'messageReaction', 'no-such-type']) {
        const sent = await send({ type, text: 'x' });
        expect(sent.status).to.equal(200);
        expect(sent.body.id).to.be.a('string');
      }
      expect(door.accepted).to.deep.equal([]);
    });
  });

  describe('what the service says', () => {
    it('is shown as Web Chat wants it, with all that the contract names', async () => {
      await send({ type: 'message', text: 'complaint' });
      door.say(conversationId, 'How shall we write to you?', {
        language: 'cy',
        replyTo: 1,
        data: {
          enquiry: 'complaint.make',
          asks: 'format',
          expects: 'choice',
          options: [
            { value: 'letter', label: 'Llythyr' },
            { value: 'email', label: 'E-bost' },
          ],
          source: 'machine',
          original: 'How shall we write to you?',
          originalLanguage: 'en',
        },
      });

      const { activities } = (await ask(at('/activities?watermark=1'), { token })).body;
      expect(activities).to.deep.equal([
        {
          type: 'message',
          id: `${conversationId}|0000002`,
          timestamp: '2026-11-02T10:00:01.000Z',
          channelId: 'directline',
          conversation: { id: conversationId },
          from: { id: 'doorstep', name: 'Harbour Homes', role: 'bot' },
          replyToId: `${conversationId}|0000001`,
          text: 'How shall we write to you?',
          textFormat: 'plain',
          locale: 'cy',
          inputHint: 'expectingInput',
          suggestedActions: {
            actions: [
              { type: 'messageBack', title: 'Llythyr', displayText: 'Llythyr', text: 'Llythyr', value: 'letter' },
              { type: 'messageBack', title: 'E-bost', displayText: 'E-bost', text: 'E-bost', value: 'email' },
            ],
          },
          channelData: {
            enquiry: 'complaint.make',
            asks: 'format',
            expects: 'choice',
            options: [
              { value: 'letter', label: 'Llythyr' },
              { value: 'email', label: 'E-bost' },
            ],
            language: 'cy',
            source: 'machine',
            original: 'How shall we write to you?',
            originalLanguage: 'en',
            'webchat:sequence-id': 2,
          },
        },
      ]);
    });

    it('names an agent as tenants know them', async () => {
      door.say(conversationId, 'Hello, I am Sam.', { author: 'agent', data: { source: 'agent', agentName: 'Sam' } });
      door.say(conversationId, '', { kind: 'event', data: { name: 'handover.accepted', agentName: 'Sam' } });

      const { activities } = (await ask(at('/activities'), { token })).body;
      expect(activities[0].from).to.deep.equal({ id: 'agent', name: 'Sam', role: 'bot' });
      expect(activities[0].inputHint).to.equal('acceptingInput');
      expect(activities[1]).to.include({ type: 'event', name: 'handover.accepted' });
      expect(activities[1]).not.to.have.any.keys('text', 'inputHint');
    });

    it('is replayed strictly after the watermark, and from the start when it makes no sense', async () => {
      for (let n = 1; n <= 450; n += 1) door.say(conversationId, `line ${n}`);
      const poll = async (watermark: string) => (await ask(at(`/activities?watermark=${watermark}`), { token })).body;

      expect((await poll('448')).activities.map(({ text }: { text: string }) => text)).to.deep.equal([
        'line 449',
        'line 450',
      ]);
      expect(await poll('450')).to.deep.equal({ activities: [], watermark: '450' });
      expect(await poll('99999')).to.deep.equal({ activities: [], watermark: '99999' });
      for (const odd of ['', '-', '-5', '1e3', '00x', '9'.repeat(40), '%00']) {
        expect((await poll(odd)).activities[0].text, odd).to.equal('line 1');
      }
      expect((await ask(at('/activities?watermark=1&watermark=2'), { token })).status).to.equal(200);
    });

    it('comes whole over several polls, with nothing twice', async () => {
      for (let n = 1; n <= 450; n += 1) door.say(conversationId, `line ${n}`);

      const seen: string[] = [];
      let watermark = '';
      for (let round = 0; round < 4; round += 1) {
        const { body } = await ask(at(`/activities?watermark=${watermark}`), { token });
        seen.push(...body.activities.map(({ text }: { text: string }) => text));
        watermark = body.watermark;
      }

      expect(seen).to.deep.equal(Array.from({ length: 450 }, (_, n) => `line ${n + 1}`));
    });
  });

  describe('a browser on another site', () => {
    const preflight = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,x-ms-bot-agent',
    };

    it('may ask what Web Chat asks, from the landlord’s sites', async () => {
      const origin = 'https://harbour.example';

      const asked = await ask(at('/activities'), { method: 'OPTIONS', headers: { origin, ...preflight } });
      const sent = await send({ type: 'message', text: 'hello' }, { origin });
      const failed = await send({ type: 'message' }, { origin });

      expect(asked.status).to.equal(204);
      expect(asked.headers.get('access-control-allow-origin')).to.equal(origin);
      expect(asked.headers.get('access-control-allow-headers')).to.equal(
        'authorization, content-type, x-ms-bot-agent, x-requested-with',
      );
      expect(Number(asked.headers.get('access-control-max-age'))).to.be.above(0);
      for (const answer of [sent, failed]) {
        expect(answer.headers.get('access-control-allow-origin')).to.equal(origin);
        expect(answer.headers.get('vary')).to.include('Origin');
        expect(answer.headers.get('access-control-expose-headers')).to.equal('Retry-After');
      }
    });

    it('is refused where neither the landlord nor the token trusts it', async () => {
      const origin = 'https://evil.example';
      const trusting = await makeToken(door, { trustedOrigins: ['https://partner.example/page', 'not a site'] });
      const use = (bearer: string, from: string) =>
        ask(`${door.directLine}/tokens/refresh`, { method: 'POST', token: bearer, headers: { origin: from } });

      const refused = await send({ type: 'message', text: 'hello' }, { origin });

      expect(refused.body).to.include({ status: 403, type: problem('strange-origin') });
      expect(refused.headers.get('access-control-allow-origin')).to.equal(null);
      expect(door.accepted).to.deep.equal([]);
      expect((await use(trusting.token, 'https://partner.example')).status).to.equal(200);
      expect((await use(token, 'https://partner.example')).status).to.equal(403);
      expect((await use(trusting.token, 'null')).status).to.equal(403);
      expect((await use(token, door.url)).status).to.equal(200);
      expect((await use(token, door.url.replace('127.0.0.1', 'localhost'))).status).to.equal(200);
    });
  });
});

describe('the limit of messages in a conversation', () => {
  it('is told with 429 and Retry-After, and typing takes no message’s place', async () => {
    const left = new Map<string, number>();
    const take = async (key: string) => {
      left.set(key, (left.get(key) ?? 2) - 1);
      return (left.get(key) ?? 0) >= 0 ? { allowed: true as const } : { allowed: false as const, retryAfterMs: 12_300 };
    };
    const unlimited = { take: async () => ({ allowed: true as const }) };
    const door = await openDoor({ limits: { session: unlimited, origin: unlimited, message: { take } } });
    try {
      const { token, conversationId } = await makeToken(door);
      const url = `${door.directLine}/conversations/${conversationId}`;
      const send = (body: unknown) => ask(`${url}/activities`, { method: 'POST', token, body });

      const statuses: number[] = [];
      for (let n = 0; n < 4; n += 1) statuses.push((await send({ type: 'typing' })).status);
      for (let n = 0; n < 3; n += 1) statuses.push((await send({ type: 'message', text: 'hello' })).status);
      const limited = await send({ type: 'message', text: 'hello' });
      const upload = await ask(`${url}/upload?userId=x`, { method: 'POST', token, body: new FormData() });

      expect(statuses).to.deep.equal([200, 200, 200, 200, 200, 200, 429]);
      expect(door.typed).to.have.length(2);
      expect(limited.headers.get('retry-after')).to.equal('13');
      expect(upload.status).to.equal(429);
    } finally {
      await door.close();
    }
  });
});
