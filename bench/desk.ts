// From a tenant's message to its standing on the agent's page, with a full desk: 200 agents connected, each with conversations of their
// own open, and 2,000 conversations waiting, while more come in. PostgreSQL and Redis. Beside a bare `ws` broadcast in the same run.

import { WebSocket } from 'ws';
import { type Agent, invited, signIn } from '../test/support/agent.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { startRedis } from '../test/support/redis-server.ts';
import { type Service, sparePort, startService } from '../test/support/service.ts';
import { newTenant, type Tenant } from '../test/support/tenant.ts';
import { startChild } from './child.ts';

const agents = Number(process.env.BENCH_AGENTS ?? 200);
const waiting = Number(process.env.BENCH_WAITING ?? 2_000);
const each = 2;
const seconds = Number(process.env.BENCH_SECONDS ?? 30);
/** A tenant who speaks with an agent writes some twice a minute: 400 of them. */
const perSecond = 14;
/** New conversations come into the queue meanwhile. */
const newPerSecond = 1;
const atOnce = 12;

interface Desk {
  readonly agent: Agent;
  readonly socket: WebSocket;
  readonly tenants: readonly Tenant[];
}

/** When each text arrived at the page that it was awaited on, and what the pages were sent besides. */
const arrived = new Map<string, (at: number) => void>();
let queueBytes = 0;
let queueFrames = 0;

function listen(socket: WebSocket): void {
  socket.on('message', (data: Buffer) => {
    const at = performance.now();
    const text = data.toString('latin1');
    if (text.startsWith('{"type":"queue')) {
      queueBytes += data.length;
      queueFrames += 1;
      return;
    }
    const found = /bench-\d+/.exec(text)?.[0];
    if (found !== undefined) arrived.get(found)?.(at);
  });
}

let said = 0;
/** Milliseconds from before it was sent until it was there. */
async function timed(send: (text: string) => Promise<unknown>): Promise<number> {
  said += 1;
  const text = `bench-${said}`;
  const there = new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${text} never arrived`)), 60_000);
    arrived.set(text, (at) => {
      clearTimeout(late);
      arrived.delete(text);
      resolve(at);
    });
  });
  const from = performance.now();
  const [at] = await Promise.all([there, send(`${text} When will somebody come for the boiler?`)]);
  return at - from;
}

async function inTurn<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) done[index] = await work(index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
}

async function waitingTenant(service: Service): Promise<Tenant> {
  const tenant = await newTenant(service.url);
  await tenant.insist('I want to talk to a person');
  return tenant;
}

function openSocket(url: string, cookie?: string): Promise<WebSocket> {
  const headers = cookie === undefined ? {} : { Cookie: cookie, Origin: url };
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${cookie === undefined ? '' : '/desk/api/stream'}`, {
    headers,
    perMessageDeflate: false,
  });
  listen(socket);
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** An agent as full as they may be, with their conversations before them. */
async function seat(service: Service, lead: Agent, { index, taken }: { index: number; taken: readonly Tenant[] }) {
  const agent = await invited(service, lead, { name: `Agent ${index}`, teams: ['contact-centre'] });
  const socket = await openSocket(service.url, agent.cookie);
  await agent.call('PUT', '/me/presence', { state: 'available', capacity: each, skills: [], languages: ['en'] });
  for (const { conversation } of taken) {
    const id = lines.get(conversation) ?? '';
    const { status, body } = await agent.call('POST', `/handovers/${id}/accept`, {});
    if (status !== 200) throw new Error(`Accepting answered ${status} ${JSON.stringify(body)}`);
    socket.send(JSON.stringify({ type: 'watch', conversation, after: 0 }));
  }
  return { agent, socket, tenants: taken } satisfies Desk;
}

/** Handover of each conversation that waits. */
const lines = new Map<string, string>();

async function readLines(lead: Agent, count: number): Promise<void> {
  for (;;) {
    const { waiting: found } = await lead.queue();
    for (const { conversation, id } of found) lines.set(conversation, id);
    if (found.length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function load(send: (index: number) => Promise<number>): Promise<readonly number[]> {
  const took: Promise<number>[] = [];
  for (let index = 0; index < seconds * perSecond; index += 1) {
    took.push(send(index));
    await new Promise((resolve) => setTimeout(resolve, 1_000 / perSecond));
  }
  return (await Promise.all(took)).toSorted((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1).padStart(8);

function show(name: string, sorted: readonly number[]): void {
  console.log(
    `${name.padEnd(34)} p50 ${at(sorted, 0.5)} ms   p99 ${at(sorted, 0.99)} ms   longest ${at(sorted, 1)} ms   ${sorted.length} messages`,
  );
}

async function benchBroadcast(): Promise<void> {
  const port = await sparePort();
  const child = startChild(['bench/broadcast.ts'], { PORT: String(port) });
  await child.listening;
  const url = `http://127.0.0.1:${port}`;
  const sockets = await inTurn(agents, () => openSocket(url));
  show('bare ws broadcast', await load(() => timed((body) => fetch(url, { method: 'POST', body }))));
  for (const socket of sockets) socket.close();
  await child.stop();
}

async function benchDoorstep(env: Readonly<Record<string, string>>): Promise<void> {
  const service = await startService({ CLOCK: '2026-11-23T10:00:00Z', ...env });
  const lead = await signIn(service);
  const tenants = await inTurn(waiting + agents * each, () => waitingTenant(service));
  await readLines(lead, tenants.length);
  console.log(`${tenants.length} wait`);
  const desks = await inTurn(agents, (index) =>
    seat(service, lead, { index, taken: tenants.slice(index * each, (index + 1) * each) }),
  );
  console.log(`${desks.length} agents have ${each} each; ${(await lead.queue()).waiting.length} wait`);
  const held = desks.flatMap((desk) => desk.tenants);
  const more = setInterval(() => void waitingTenant(service), 1_000 / newPerSecond);
  await load((index) => timed((text) => (held[index % held.length] as Tenant).insist(text)));
  [queueBytes, queueFrames] = [0, 0];
  const took = await load((index) => timed((text) => (held[(index * 7) % held.length] as Tenant).insist(text)));
  clearInterval(more);
  show('Doorstep, PostgreSQL and Redis', took);
  const frames = queueFrames / seconds;
  console.log(
    `the queue: ${frames.toFixed(0)} pages told a second, ${(queueBytes / queueFrames / 1_024).toFixed(1)} KB each`,
  );
  for (const { socket } of desks) socket.close();
  await service.end();
}

/** Prints how long it takes, and what the queue costs besides. */
export async function benchDesk(): Promise<void> {
  const [postgres, redis] = [await startPostgres(), await startRedis()];
  if (postgres === undefined || redis === undefined) throw new Error('The bench needs PostgreSQL and Redis.');
  console.log(`${agents} agents connected, ${waiting} waiting, ${perSecond} messages and ${newPerSecond} new a second`);
  await benchBroadcast();
  await benchDoorstep({ DATABASE_URL: await postgres.freshDatabase(), REDIS_URL: redis.url });
  await benchBroadcast();
  await redis.stop();
  await postgres.stop();
}
