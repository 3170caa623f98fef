// A real OpenID provider (oidc-provider) on a spare port, whose people and groups a test may change; and a browser without a page, that
// keeps its cookies and follows where it is sent.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface Person {
  readonly name: string;
  readonly groups: readonly string[];
}

export interface SignInProvider {
  readonly issuer: string;
  readonly env: Readonly<Record<string, string>>;
  /** By the name that is typed at its page. */
  readonly people: Map<string, Person>;
  close(): Promise<void>;
}

const clientId = 'doorstep-desk';
const clientSecret = 'a-secret-of-the-tests-only-0123456789';

/** @param desk the address of the service, known before it starts */
export async function startSignInProvider(desk: string): Promise<SignInProvider> {
  const people = new Map<string, Person>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${desk}/desk/signed-in`],
        post_logout_redirect_uris: [`${desk}/desk`],
      },
    ],
    claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'groups'],
    cookies: { keys: ['a key of the tests'] },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_context: unknown, id: string) => {
      const person = people.get(id);
      return person && { accountId: id, claims: async () => ({ sub: id, ...person }) };
    },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    people,
    env: {
      DESK_SIGN_IN: 'oidc',
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_SCOPE: 'openid profile groups',
      PUBLIC_URL: desk,
    },
    close: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Cookies by host and port, as two browsers that know nothing of each other have them. */
export function cookieJar() {
  const jars = new Map<string, Map<string, string>>();
  const take = (response: Response, url: string) => {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), value);
    }
  };
  return {
    header: (url: string) =>
      [...(jars.get(new URL(url).host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; '),
    async get(url: string, init: RequestInit = {}): Promise<Response> {
      const headers = { ...init.headers, Cookie: this.header(url) };
      const response = await fetch(url, { ...init, headers, redirect: 'manual' });
      take(response, url);
      return response;
    },
  };
}
export type Jar = ReturnType<typeof cookieJar>;

/** Goes where it is sent until a page is there; types a name where the provider asks for one and agrees to what it asks. */
export async function follow(
  jar: Jar,
  from: string,
  who = '',
): Promise<{ readonly url: string; readonly page: string }> {
  let [url, form]: [string, URLSearchParams | undefined] = [from, undefined];
  for (let step = 0; step < 20; step += 1) {
    const response = await jar.get(url, form === undefined ? {} : { method: 'POST', body: form });
    const to = response.headers.get('location');
    const page = to === null ? await response.text() : '';
    form = undefined;
    if (to !== null) url = new URL(to, url).href;
    else if (/<form[^>]+action="([^"]+)"/.test(page) && !new URL(url).pathname.startsWith('/desk')) {
      url = new URL(String(/<form[^>]+action="([^"]+)"/.exec(page)?.[1]), url).href;
      form = formIn(page, who);
    } else return { url, page };
  }
  throw new Error('The browser was sent round and round');
}

/** With its first button pressed. */
function formIn(page: string, who: string): URLSearchParams {
  const form = new URLSearchParams();
  const typed: Readonly<Record<string, string>> = { login: who, password: 'x' };
  const [button] = page.match(/<button[^>]*name="[^>]*>/) ?? [];
  for (const field of [...(page.match(/<input[^>]*>/g) ?? []), ...(button === undefined ? [] : [button])]) {
    const name = / name="([^"]*)"/.exec(field)?.[1];
    const value = / value="([^"]*)"/.exec(field)?.[1] ?? '';
    if (name !== undefined) form.set(name, typed[name] ?? value);
  }
  return form;
}
