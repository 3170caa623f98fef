// Signing in at a real OpenID provider, as a browser does it.

import { expect } from 'chai';
import { createProvider, SignInFault } from '../../src/desk/sign-in/provider.ts';
import { returnPath } from '../../src/desk/sign-in/return-path.ts';
import { eventually } from '../support/agent.ts';
import { type Service, sparePort, startService } from '../support/service.ts';
import { cookieJar, follow, type Jar, type SignInProvider, startSignInProvider } from '../support/sign-in-provider.ts';
import { silentLog } from '../support/silent-log.ts';

describe('signing in at the landlord’s provider', function () {
  this.timeout(120_000);
  let provider: SignInProvider;
  let service: Service;

  before(async function () {
    this.timeout(240_000);
    const port = String(await sparePort());
    provider = await startSignInProvider(`http://127.0.0.1:${port}`);
    service = await startService({ ...provider.env, PORT: port });
    provider.people.set('priya', { name: 'Priya Shah', groups: ['desk-agents', 'staff'] });
    provider.people.set('amira', { name: 'Amira Haddad', groups: ['desk-supervisors'] });
    provider.people.set('audrey', { name: 'Audrey Lane', groups: ['desk-auditors', 'desk-agents'] });
    provider.people.set('sam', { name: 'Sam Roe', groups: ['staff', 'constructor'] });
  });
  after(async () => {
    await service?.end();
    await provider?.close();
  });

  const at = (path: string) => `${service.url}/desk${path}`;
  const enter = async (who: string, to = '/desk', jar = cookieJar()) => {
    const there = await follow(jar, at(`/sign-in?to=${encodeURIComponent(to)}`), who);
    return { jar, url: new URL(there.url) };
  };
  const call = async (jar: Jar, path: string, method = 'GET') => {
    const response = await jar.get(at(`/api${path}`), { method });
    return { status: response.status, body: (await response.json().catch(() => ({}))) as Record<string, unknown> };
  };

  it('opens the desk to who is in a group of the pack, in its teams, and goes on to the page that was wanted', async () => {
    const { jar, url } = await enter('amira', '/desk?conversation=x');
    const me = await call(jar, '/me');

    expect(url.pathname + url.search).to.equal('/desk?conversation=x');
    expect(me.body).to.deep.include({ name: 'Amira Haddad', teams: ['contact-centre', 'managers'] });
    expect(me.body.roles).to.deep.equal(['agent', 'supervisor']);
    expect(await call(jar, '/sign-in')).to.deep.include({ body: { by: 'oidc', closed: null } });
  });

  it('keeps the page and the API shut to who has not signed in, and takes no link', async () => {
    const stranger = cookieJar();
    expect((await call(stranger, '/me')).status).to.equal(401);
    expect((await call(stranger, '/session', 'POST')).body.type).to.match(/no-links$/);
    const { jar } = await enter('priya');
    expect((await call(jar, '/links', 'POST')).body.type).to.match(/no-links$/);
    expect(service.said()).not.to.include('#link=');
  });

  it('makes an auditor of an auditor alone', async () => {
    const { jar } = await enter('audrey');

    expect((await call(jar, '/me')).body.roles).to.deep.equal(['auditor']);
    expect((await call(jar, '/queue')).status).to.equal(403);
    expect((await call(jar, '/audit')).status).to.equal(200);
  });

  it('lets nobody in who is in no group of the pack, and ends what they had', async () => {
    expect((await enter('sam')).url.search).to.equal('?sign-in=no-role');
    provider.people.set('sam', { name: 'Sam Roe', groups: ['desk-agents'] });
    const { jar } = await enter('sam');
    expect((await call(jar, '/me')).status).to.equal(200);

    provider.people.set('sam', { name: 'Sam Roe', groups: [] });
    expect((await enter('sam')).url.search).to.equal('?sign-in=no-role');
    expect((await call(jar, '/me')).status).to.equal(401);
  });

  it('takes a way back once, and only from the browser that began it', async () => {
    const jar = cookieJar();
    const away = (await jar.get(at('/sign-in'))).headers.get('location') ?? '';
    expect(new URL(away).searchParams.get('code_challenge_method')).to.equal('S256');
    // Priya is known to the provider after this; what leads back is then had without being followed.
    await follow(jar, away, 'priya');
    const again = (await jar.get(at('/sign-in'))).headers.get('location') ?? '';
    const returns = (await jar.get(again)).headers.get('location') ?? '';
    expect(returns).to.include('/desk/signed-in?');

    const other = await cookieJar().get(returns);
    expect(other.headers.get('location')).to.equal('/desk?sign-in=again');
    expect(other.headers.getSetCookie().join()).not.to.include('doorstep_desk=');
    const forged = new URL(returns);
    forged.searchParams.set('code', 'forged');
    const first = await jar.get(returns);
    expect(first.headers.get('location')).to.equal('/desk');
    for (const late of [returns, forged.href])
      expect((await jar.get(late)).headers.get('location')).to.equal('/desk?sign-in=again');
  });

  it('says that the provider let somebody not in', async () => {
    const jar = cookieJar();
    const away = new URL((await jar.get(at('/sign-in'))).headers.get('location') ?? '');
    const state = away.searchParams.get('state') ?? '';
    const back = await jar.get(
      at(`/signed-in?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`),
    );

    expect(back.headers.get('location')).to.equal('/desk?sign-in=refused');
  });

  it('gives a new session at each sign-in, and the one before opens nothing', async () => {
    const { jar } = await enter('priya');
    const before = jar.header(service.url);
    await enter('priya', '/desk', jar);

    expect(jar.header(service.url)).not.to.equal(before);
    const old = await fetch(at('/api/me'), { headers: { Cookie: before } });
    expect(old.status).to.equal(401);
    expect((await call(jar, '/me')).status).to.equal(200);
  });

  it('signs out at the provider, too', async () => {
    const { jar } = await enter('priya');
    const out = await call(jar, '/session', 'DELETE');
    const to = String(out.body.to);
    expect(to).to.include(provider.issuer).and.to.include('post_logout_redirect_uri=');
    expect((await call(jar, '/me')).status).to.equal(401);
    const there = await follow(jar, to);

    expect(new URL(there.url).pathname).to.equal('/desk');
    // Who comes next is asked who they are.
    const next = await follow(jar, at('/sign-in'), 'amira');
    expect(new URL(next.url).pathname).to.equal('/desk');
    expect((await call(jar, '/me')).body.name).to.equal('Amira Haddad');
  });

  it('signs out everywhere', async () => {
    const [one, other] = [await enter('priya'), await enter('priya')];
    await call(one.jar, '/sessions', 'DELETE');

    expect((await call(one.jar, '/me')).status).to.equal(401);
    expect((await call(other.jar, '/me')).status).to.equal(401);
  });

  it('goes to pages of the desk alone afterwards', async () => {
    for (const to of ['https://elsewhere.example/desk', '//elsewhere.example/desk', '/desk\\@elsewhere.example'])
      expect((await enter('priya', to)).url.href, to).to.match(new RegExp(`^${service.url}/desk`));
    const ours = 'https://chat.example.org';
    for (const [wanted, gets] of [
      ['/desk?conversation=1#x', '/desk?conversation=1#x'],
      ['/desk/..//elsewhere.example', '/desk'],
      ['/desktop', '/desk'],
      ['/chat', '/desk'],
      ['/desk/sign-in', '/desk'],
      ['javascript:alert(1)', '/desk'],
      [['/desk'], '/desk'],
      [undefined, '/desk'],
    ] as const)
      expect(returnPath(wanted, ours), String(wanted)).to.equal(gets);
  });

  it('tells plainly that a provider is away, is another, or is not one', async () => {
    const settings = {
      issuer: provider.issuer,
      clientId: 'x',
      clientSecret: 'y',
      scope: 'openid',
      groupsClaim: 'groups',
    };
    for (const issuer of [`http://127.0.0.1:${await sparePort()}`, provider.issuer.replace('127.0.0.1', 'localhost')]) {
      const fault = await createProvider({ ...settings, issuer }, silentLog, 'http://x/desk/signed-in')
        .begin()
        .then(
          () => undefined,
          (error: unknown) => error,
        );
      expect(fault, issuer).to.be.instanceOf(SignInFault);
      expect((fault as SignInFault).code).to.equal('away');
    }
  });

  it('lets nobody in while the provider is away, and says so; tenants are served', async () => {
    const { jar } = await enter('priya');
    await provider.close();
    const waiting = cookieJar();
    const away = await eventually(async () => {
      const begun = (await waiting.get(at('/sign-in'))).headers.get('location') ?? '';
      if (begun.startsWith('/desk')) return begun;
      const state = new URL(begun).searchParams.get('state');
      const back = await waiting.get(at(`/signed-in?code=x&state=${state}&iss=${encodeURIComponent(provider.issuer)}`));
      return back.headers.get('location') ?? undefined;
    }, 'A way back');

    expect(away).to.equal('/desk?sign-in=away');
    expect((await call(waiting, '/me')).status).to.equal(401);
    // Who is in goes on, until the session's own end.
    expect((await call(jar, '/me')).status).to.equal(200);
    expect((await fetch(`${service.url}/chat`)).status).to.equal(200);
  });
});
