import { expect } from 'chai';
import { ask, type Door, openDoor } from '../support/web-chat-door.ts';

const origin = 'https://harbour.example';

/** So many per key, then a wait. */
function limitOf(most: number) {
  const taken = new Map<string, number>();
  return {
    taken,
    async take(key: string) {
      taken.set(key, (taken.get(key) ?? 0) + 1);
      return (taken.get(key) ?? 0) <= most
        ? ({ allowed: true } as const)
        : ({ allowed: false, retryAfterMs: 90_000 } as const);
    },
  };
}

describe('a widget’s session', () => {
  let door: Door;
  const start = (body: unknown = {}, more: { token?: string; headers?: Record<string, string> } = {}) =>
    ask(`${door.url}/widget/session`, { method: 'POST', body, ...more });

  beforeEach(async () => {
    door = await openDoor({
      portalIdentity: async (jwt) =>
        jwt === 'signed' ? { person: 'P-1001', until: '2026-11-02T10:10:00Z' } : undefined,
    });
  });
  afterEach(async () => {
    expect(door.reported).to.deep.equal([]);
    await door.close();
  });

  it('gives what a widget needs, and makes no record', async () => {
    const { status, body, headers } = await start({ language: 'cy' }, { headers: { origin } });

    expect(status).to.equal(200);
    expect(body).to.have.all.keys('token', 'conversationId', 'expires_in', 'directLine', 'landlord', 'languages');
    expect(body).to.include({ expires_in: 1800, directLine: door.directLine });
    expect(body.landlord).to.have.all.keys('name', 'website', 'phone', 'textNumber', 'email', 'outOfHours', 'theme');
    expect(body.languages[0]).to.include({ tag: 'en', direction: 'ltr' });
    expect(headers.get('access-control-allow-origin')).to.equal(origin);
    expect(headers.get('cache-control')).to.equal('no-store');
    expect(await door.log.find(body.conversationId)).to.equal(undefined);
  });

  it('is given with no body, on the service’s own pages, and to what is no browser', async () => {
    expect((await ask(`${door.url}/widget/session`, { method: 'POST' })).status).to.equal(200);
    expect((await start({}, { headers: { origin: door.url } })).status).to.equal(200);
  });

  it('opens a conversation in which messages carry the page’s language', async () => {
    const { body } = await start({ language: 'pl' });

    await ask(`${body.directLine}/conversations/${body.conversationId}/activities`, {
      method: 'POST',
      token: body.token,
      body: { type: 'message', text: 'dzień dobry' },
    });

    expect(door.accepted[0]).to.include({ locale: 'pl', conversation: body.conversationId });
    expect(door.accepted[0]).not.to.have.property('identity');
  });

  it('carries the portal’s proof into each message until its date, refreshed or not', async () => {
    const { body } = await start({ identity: 'signed' });
    const send = (token: string) =>
      ask(`${body.directLine}/conversations/${body.conversationId}/activities`, {
        method: 'POST',
        token,
        body: { type: 'message', text: 'my balance' },
      });

    await send(body.token);
    door.clock.now = new Date('2026-11-02T10:10:01Z');
    const refreshed = await ask(`${body.directLine}/tokens/refresh`, { method: 'POST', token: body.token });
    await send(refreshed.body.token);

    expect(door.accepted[0]?.identity).to.deep.equal({ person: 'P-1001', until: '2026-11-02T10:10:00Z' });
    expect(door.accepted[1]).not.to.have.property('identity');
  });

  it('goes on with a conversation for who holds its token, also when that has expired today', async () => {
    const first = (await start({ language: 'pl' })).body;
    door.clock.now = new Date(door.clock.now.getTime() + 11 * 3_600_000);

    const second = await start({ conversationId: first.conversationId }, { token: first.token });

    expect(second.body.conversationId).to.equal(first.conversationId);
    const use = (token: string) =>
      ask(`${first.directLine}/conversations/${first.conversationId}/activities`, { token });
    expect((await use(first.token)).status).to.equal(403);
    expect((await use(second.body.token)).status).to.equal(200);
    door.clock.now = new Date(door.clock.now.getTime() + 13 * 3_600_000);
    expect((await start({ conversationId: first.conversationId }, { token: first.token })).status).to.equal(401);
  });

  it('is 401 for somebody else’s conversation or an identity that proves nothing', async () => {
    const [mine, theirs] = [(await start()).body, (await start()).body];

    for (const answer of [
      await start({ conversationId: theirs.conversationId }),
      await start({ conversationId: theirs.conversationId }, { token: mine.token }),
      await start({ conversationId: theirs.conversationId }, { token: 'forged' }),
      await start({ identity: 'forged' }),
    ]) {
      expect(answer.status).to.equal(401);
      expect(answer.headers.get('content-type')).to.match(/problem\+json/);
    }
  });

  it('is 401 for any identity where no portal is set up', async () => {
    const without = await openDoor();
    try {
      const answer = await ask(`${without.url}/widget/session`, { method: 'POST', body: { identity: 'signed' } });
      expect(answer.status).to.equal(401);
    } finally {
      await without.close();
    }
  });

  it('is 400 for what cannot be read', async () => {
    for (const body of [
      { language: 7 },
      { language: 'x; drop' },
      { conversationId: {} },
      { identity: [] },
      [],
      '{"a',
      '7',
    ]) {
      expect((await start(body)).status, JSON.stringify(body)).to.equal(400);
    }
    expect((await start({ identity: 'x'.repeat(100_000) })).status).to.equal(413);
  });

  it('is 403 for a site that is not the landlord’s, which cannot read the answer either', async () => {
    for (const strange of [
      'https://evil.example',
      'null',
      'http://harbour.example',
      'https://harbour.example.evil.example',
      'odd',
    ]) {
      const refused = await start({}, { headers: { origin: strange } });
      const preflight = await ask(`${door.url}/widget/session`, { method: 'OPTIONS', headers: { origin: strange } });
      for (const answer of [refused, preflight]) {
        expect(answer.status, strange).to.equal(403);
        expect(answer.headers.get('access-control-allow-origin')).to.equal(null);
      }
    }
    const preflight = await ask(`${door.url}/widget/session`, { method: 'OPTIONS', headers: { origin } });
    expect(preflight.status).to.equal(204);
    expect(preflight.headers.get('access-control-allow-origin')).to.equal(origin);
  });
});

describe('the limits of widget sessions', () => {
  it('count each address and each site, with 429 and Retry-After', async () => {
    const [session, byOrigin] = [limitOf(3), limitOf(1)];
    const message = limitOf(100);
    const door = await openDoor({ limits: { session, origin: byOrigin, message } });
    try {
      const start = (headers = {}) => ask(`${door.url}/widget/session`, { method: 'POST', headers });

      const statuses = [];
      for (const headers of [{ origin }, { origin }, {}, {}]) statuses.push((await start(headers)).status);

      expect(statuses).to.deep.equal([200, 429, 200, 429]);
      const limited = await start();
      expect(limited.headers.get('retry-after')).to.equal('90');
      expect([...session.taken.keys()]).to.deep.equal(['session:127.0.0.1']);
      expect([...byOrigin.taken.keys()]).to.deep.equal([`origin:${origin}`]);
    } finally {
      await door.close();
    }
  });
});
