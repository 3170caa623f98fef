// An agent at the desk, speaking its API and its socket by plain requests.

import { WebSocket } from 'ws';
import type { Service } from './service.ts';

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

export interface Told {
  readonly type: string;
  readonly conversation?: string;
  readonly message?: { readonly sequence: number; readonly author: string; readonly text: string };
  readonly waiting?: readonly QueueLine[];
  readonly mine?: readonly QueueLine[];
}

export interface QueueLine {
  readonly id: string;
  readonly conversation: string;
  readonly channel: string;
  readonly team: string;
  readonly priority: number;
  readonly reason: string;
  readonly enquiry: string;
  readonly restricted: boolean;
  readonly skills: readonly string[];
  readonly waitedSeconds: number;
  readonly reserved?: { readonly agent: string; readonly until: string; readonly secondsLeft: number };
}

/** The desk's socket, with all that it told. */
export interface Stream {
  readonly told: readonly Told[];
  say(what: unknown): void;
  /** The first that fits, told already or yet to come. */
  wait(fits: (told: Told) => boolean): Promise<Told>;
  close(): Promise<void>;
}

export interface Agent {
  readonly id: string;
  readonly cookie: string;
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  queue(): Promise<{ readonly waiting: readonly QueueLine[]; readonly mine: readonly QueueLine[] }>;
  /** The waiting handover of a conversation, as soon as it is there. */
  waitingFor(conversation: string): Promise<QueueLine>;
  stream(): Promise<Stream>;
}

const patienceMs = 15_000;

/** Waits for what the service does by itself. */
export async function eventually<T>(
  look: () => Promise<T | undefined> | T | undefined,
  what: string,
  limitMs = patienceMs,
): Promise<T> {
  const until = Date.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`${what} did not happen`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** The link that the service printed at its last start. */
export async function printedLink(service: Pick<Service, 'said'>): Promise<string> {
  return eventually(
    () =>
      service
        .said()
        .match(/http\S+\/desk#link=\S+/g)
        ?.at(-1),
    'The printed link',
  );
}

export function openSession(url: string, link: string): Promise<Response> {
  return fetch(`${url}/desk/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ link }),
  });
}

/** Signs in with a link that is good; without a link, with the one that the service printed. */
export async function signIn(service: Pick<Service, 'url' | 'said'>, link?: string): Promise<Agent> {
  const { url } = service;
  const opened = await openSession(url, link ?? (await printedLink(service)));
  if (opened.status !== 201) throw new Error(`Sign-in answered ${opened.status}`);
  const { id } = (await opened.json()) as { id: string };
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';

  const call: Agent['call'] = async (method, path, body) => {
    const response = await fetch(`${url}/desk/api${path}`, {
      method,
      headers: { Cookie: cookie, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    return { status: response.status, body: answer, headers: response.headers };
  };
  const queue = async () => (await call('GET', '/queue')).body as unknown as Awaited<ReturnType<Agent['queue']>>;
  return {
    id,
    cookie,
    call,
    queue,
    waitingFor: (conversation) =>
      eventually(
        async () => (await queue()).waiting.find((each) => each.conversation === conversation),
        'The handover in the queue',
      ),
    stream: () => openStream(url, cookie),
  };
}

/** Another agent, let in by one who is there. */
export async function invited(
  service: Pick<Service, 'url' | 'said'>,
  by: Agent,
  who: { name: string; teams: readonly string[] },
): Promise<Agent> {
  const { body } = await by.call('POST', '/links', who);
  return signIn(service, String(body.link));
}

/** Whatever waits, and whatever the agents have, comes to its end: the next test finds an empty desk. */
export async function endAll(...agents: readonly Agent[]): Promise<void> {
  for (const agent of agents) {
    const { waiting, mine } = await agent.queue();
    for (const { id } of waiting) await agent.call('POST', `/handovers/${id}/accept`, {});
    for (const { id } of [...mine, ...waiting]) await agent.call('POST', `/handovers/${id}/close`, {});
  }
}

async function openStream(url: string, cookie: string): Promise<Stream> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/desk/api/stream`, {
    headers: { Cookie: cookie, Origin: url },
  });
  const told: Told[] = [];
  socket.on('message', (data) => told.push(JSON.parse(String(data)) as Told));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  return {
    told,
    say: (what) => socket.send(typeof what === 'string' ? what : JSON.stringify(what)),
    wait: (fits) => eventually(() => told.find(fits), 'What the stream was to tell'),
    close: () =>
      new Promise((resolve) => {
        if (socket.readyState === WebSocket.CLOSED) return resolve();
        socket.once('close', () => resolve());
        socket.close();
      }),
  };
}
