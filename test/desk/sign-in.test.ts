import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { SignJWT } from 'jose';
import { WebSocket } from 'ws';
import { makeLink, whyNoLinks } from '../../src/desk/sign-in/link.ts';
import { type Agent, invited, openSession, printedLink } from '../support/agent.ts';
import { deskService } from '../support/desk-service.ts';
import type { Service } from '../support/service.ts';

describe('signing in to the desk', function () {
  this.timeout(60_000);
  let service: Service;
  let link: string;
  let agent: Agent;

  before(async () => {
    ({ service, agent } = await deskService());
    link = await printedLink(service);
  });

  const inviteOf = async (name: string) =>
    String((await agent.call('POST', '/links', { name, teams: ['contact-centre'] })).body.link);

  it('gives a session in a cookie that scripts and other sites cannot use', async () => {
    const opened = await openSession(service.url, await inviteOf('Priya Shah'));

    expect(opened.status).to.equal(201);
    expect(await opened.json()).to.deep.include({ name: 'Priya Shah', teams: ['contact-centre'] });
    const cookie = opened.headers.getSetCookie()[0] ?? '';
    expect(cookie).to.match(
      /^doorstep_desk=[\w-]{43}; Max-Age=43200; Path=\/desk; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
  });

  it('takes the bare token of a link as well as the whole address', async () => {
    const token = (await inviteOf('Priya Shah')).split('#link=')[1] ?? '';

    expect((await openSession(service.url, token)).status).to.equal(201);
  });

  it('takes a link once', async () => {
    const second = await openSession(service.url, link);

    expect(second.status).to.equal(401);
    expect(second.headers.get('content-type')).to.match(/^application\/problem\+json/);
    expect(await second.json()).to.deep.include({
      type: 'https://doorstep.example/problems/link-not-good',
      status: 401,
    });
    expect(second.headers.getSetCookie()).to.deep.equal([]);
  });

  it('lets one of many in who use the same link at the same moment', async () => {
    const shared = await inviteOf('Priya Shah');
    const answers = await Promise.all(Array.from({ length: 20 }, () => openSession(service.url, shared)));

    expect(answers.map(({ status }) => status).filter((status) => status === 201)).to.have.length(1);
  });

  it('refuses links that nobody here signed, that are altered, or that are not for this', async () => {
    const token = link.split('#link=')[1] ?? '';
    const [head = '', body = '', signature = ''] = token.split('.');
    const claims = { ...JSON.parse(String(Buffer.from(body, 'base64url'))), jti: 'another' };
    const altered = [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
    const unsigned = [Buffer.from('{"alg":"none"}').toString('base64url'), body, ''].join('.');
    const stranger = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32, 7));

    for (const bad of ['x', 'a.b.c', altered, unsigned, stranger, `${service.url}/desk#link=`]) {
      expect((await openSession(service.url, bad)).status, bad).to.equal(401);
    }
  });

  it('refuses a link that is too old', async () => {
    const { signing } = JSON.parse(readFileSync(join(service.dataDir, 'secrets.json'), 'utf8'));
    const who = { name: 'Priya Shah', teams: ['contact-centre'] };
    const madeAt = (now: string) => makeLink(who, { signing, publicUrl: service.url, now: new Date(now) });

    expect((await openSession(service.url, await madeAt('2026-11-22T21:59:00Z'))).status).to.equal(401);
    expect((await openSession(service.url, await madeAt('2026-11-22T23:00:00Z'))).status).to.equal(201);
  });

  it('tells who I am, and what I last said of my presence', async () => {
    const me = await agent.call('GET', '/me');
    await agent.call('PUT', '/me/presence', {
      state: 'busy',
      reason: 'training',
      capacity: 2,
      skills: ['rent'],
      languages: ['pl'],
    });
    const busy = await agent.call('GET', '/me');

    expect(me.body).to.deep.include({ id: agent.id, name: 'First agent' });
    expect(me.headers.get('cache-control')).to.equal('no-store');
    expect(busy.body.presence).to.deep.include({
      state: 'busy',
      reason: 'training',
      capacity: 2,
      skills: ['rent'],
      languages: ['pl'],
    });
  });

  it('ends a session for good', async () => {
    const leaving = await invited(service, agent, { name: 'Jo Lee', teams: ['contact-centre'] });
    const left = await leaving.call('DELETE', '/session');

    expect(left.status).to.equal(204);
    expect(left.headers.getSetCookie()[0]).to.match(/^doorstep_desk=; Path=\/desk; Expires=Thu, 01 Jan 1970/);
    expect((await leaving.call('GET', '/me')).status).to.equal(401);
  });

  it('lets nobody in without a session', async () => {
    const { paths } = (await (await fetch(`${service.url}/desk/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { readonly 'x-roles': unknown }>>;
    };
    const calls = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, call]) => [method.toUpperCase(), path, call['x-roles']] as const),
    );
    const closed = calls.filter(([, path, roles]) => roles !== 'anyone' && path !== '/stream');

    expect(closed.length).to.be.greaterThan(14);
    for (const [method, path] of closed) {
      for (const cookie of ['', 'doorstep_desk=forged', 'doorstep_desk=%E0%A4%A']) {
        const answer = await fetch(`${service.url}/desk/api${path.replace(/\{\w+\}/, 'x')}`, {
          method,
          headers: { Cookie: cookie },
        });
        expect(answer.status, `${method} ${path} with ${cookie}`).to.equal(401);
      }
    }
  });

  it('opens no stream without a session, nor for another site', async () => {
    const refusal = (headers: Record<string, string>) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`${service.url.replace('http', 'ws')}/desk/api/stream`, { headers });
        socket.on('unexpected-response', (_request, response) => {
          resolve(response.statusCode);
          socket.terminate();
        });
        socket.on('open', () => resolve('open'));
        socket.on('error', () => undefined);
      });

    expect(await refusal({})).to.equal(401);
    expect(await refusal({ Cookie: 'doorstep_desk=forged' })).to.equal(401);
    expect(await refusal({ Cookie: agent.cookie, Origin: 'https://elsewhere.example' })).to.equal(403);
  });

  it('does nothing that another site asks for', async () => {
    const answer = await fetch(`${service.url}/desk/api/me/presence`, {
      method: 'PUT',
      headers: { Cookie: agent.cookie, 'Content-Type': 'application/json', Origin: 'https://elsewhere.example' },
      body: JSON.stringify({ state: 'away' }),
    });

    expect(answer.status).to.equal(403);
    expect(((await answer.json()) as { type: string }).type).to.match(/other-origin$/);
  });

  it('lets an agent invite into their own teams alone', async () => {
    const colleague = await invited(service, agent, { name: 'Sam Roe', teams: ['contact-centre'] });
    const own = await colleague.call('POST', '/links', { name: 'New', teams: ['contact-centre'] });
    const other = await colleague.call('POST', '/links', { name: 'New', teams: ['contact-centre', 'safeguarding'] });

    expect(own.status).to.equal(201);
    expect(own.body.link).to.match(new RegExp(`^${service.url}/desk#link=`));
    expect(other.status).to.equal(403);
    expect(other.body.type).to.match(/not-your-team$/);
  });

  it('does not change somebody’s teams by an invitation in their name', async () => {
    const narrow = await invited(service, agent, { name: 'Sam Roe', teams: ['contact-centre'] });
    const link = String(
      (await narrow.call('POST', '/links', { name: 'First agent', teams: ['contact-centre'] })).body.link,
    );
    const answer = await openSession(service.url, link);
    const first = await agent.call('GET', '/me');

    expect(first.body.teams).to.include('safeguarding');
    expect(answer.status === 401 || ((await answer.json()) as { id: string }).id !== agent.id).to.equal(true);
  });

  /** From elsewhere, by the proxy in front. */
  const fromElsewhere = (link: string, address = '203.0.113.9') =>
    fetch(`${service.url}/desk/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': address },
      body: JSON.stringify({ link }),
    });

  it('opens the desk by a link on its own machine alone, and does not use the link up elsewhere', async () => {
    const shared = await inviteOf('Priya Shah');
    const away = await fromElsewhere(shared);

    expect(away.status).to.equal(403);
    expect(((await away.json()) as { type: string }).type).to.match(/no-links$/);
    expect((await openSession(service.url, shared)).status).to.equal(201);
  });

  it('makes and takes no links in production, at another address, or beside a provider', () => {
    const own = { signIn: 'link', isProduction: false, publicUrl: 'http://localhost:3978' } as const;

    for (const publicUrl of [own.publicUrl, 'http://127.0.0.1:1', 'http://[::1]:1'])
      expect(whyNoLinks({ ...own, publicUrl }), publicUrl).to.equal(undefined);
    for (const more of [
      { isProduction: true },
      { signIn: 'oidc' as const },
      { publicUrl: 'https://chat.example.org' },
      { publicUrl: 'http://127.0.0.1.example.org' },
      { publicUrl: 'http://localhost.example.org' },
      { publicUrl: 'http://10.0.0.1' },
    ])
      expect(whyNoLinks({ ...own, ...more }), JSON.stringify(more)).to.be.a('string');
  });

  it('lets an address try so often and no more', async () => {
    const answers = [];
    for (let round = 0; round < 31; round += 1)
      answers.push(...(await Promise.all(Array.from({ length: 20 }, () => fromElsewhere('x', '198.51.100.7')))));
    const last = answers.at(-1);

    expect(answers[0]?.status).to.equal(403);
    expect(last?.status).to.equal(429);
    expect(Number(last?.headers.get('retry-after'))).to.be.greaterThan(0);
    expect((await fromElsewhere('x', '198.51.100.8')).status).to.equal(403);
  });

  it('signs out everywhere: each session and each open page of theirs ends, nobody else’s', async () => {
    const who = { name: 'Everywhere Lee', teams: ['contact-centre'] };
    const [one, other] = [await invited(service, agent, who), await invited(service, agent, who)];
    const page = await openPage(service.url, other.cookie);
    const ended = new Promise((resolve) => page.once('close', resolve));
    expect((await one.call('DELETE', '/sessions')).status).to.equal(204);

    expect(await ended).to.equal(4401);
    expect((await one.call('GET', '/me')).status).to.equal(401);
    expect((await other.call('GET', '/me')).status).to.equal(401);
    expect((await agent.call('GET', '/me')).status).to.equal(200);
  });

  it('gives a new session in place of the one that a browser had', async () => {
    const before = await invited(service, agent, { name: 'Priya Shah', teams: ['contact-centre'] });
    const again = await fetch(`${service.url}/desk/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: before.cookie },
      body: JSON.stringify({ link: await inviteOf('Priya Shah') }),
    });

    expect(again.status).to.equal(201);
    expect((await before.call('GET', '/me')).status).to.equal(401);
  });
});

async function openPage(url: string, cookie: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/desk/api/stream`, { headers: { Cookie: cookie } });
  await once(socket, 'open');
  return socket;
}
