// Turns a second, and how long one takes, beside a bare botbuilder echo bot and beside offline-directline, in the same run.
//
// Doorstep and the echo bot are asked in the same way: POST /api/messages with deliveryMode expectReplies, answered when the
// replies are there. For Doorstep that is after the message was saved, understood, and its turn committed. The peers keep
// and understand nothing. Each server is a process of its own; the load comes from this one.

import { spawnSync } from 'node:child_process';
import autocannon from 'autocannon';
import { startPostgres } from '../test/support/postgres.ts';
import { startRedis } from '../test/support/redis-server.ts';
import { sparePort, startService } from '../test/support/service.ts';
import { startChild } from './child.ts';
import { hasPeers } from './peers.ts';

const connections = 16;
const conversations = 1_000;
const seconds = Number(process.env.BENCH_SECONDS ?? 10);

const said = [
  'hello',
  'the kitchen tap is dripping',
  'what do I owe',
  'nobody came to fix my boiler yesterday',
  'opening hours?',
  'I want to make a complaint about the cleaner',
  'kitchen',
  'thanks',
];

interface Measured {
  readonly name: string;
  readonly turnsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
  /** CPU time of the server process per turn, from /proc. */
  readonly cpuUs: number;
}

interface Server {
  readonly name: string;
  readonly pid: number;
  readonly url: string;
  readonly path: (turn: number) => string;
  readonly body: (turn: number) => unknown;
  stop(): Promise<void>;
}

/** User and system time of a process so far, in microseconds. */
function cpuOf(pid: number): number {
  const stat = spawnSync('cat', [`/proc/${pid}/stat`], { encoding: 'utf8' }).stdout;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

async function measure(server: Server): Promise<Measured> {
  let turn = 0;
  const load = (duration: number) =>
    autocannon({
      url: server.url,
      connections,
      duration,
      requests: [
        {
          method: 'POST',
          setupRequest: (request) => {
            turn += 1;
            return {
              ...request,
              path: server.path(turn),
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(server.body(turn)),
            };
          },
        },
      ],
    });
  await load(4);
  const before = cpuOf(server.pid);
  const result = await load(seconds);
  const answered = result['2xx'];
  return {
    name: server.name,
    turnsPerSecond: answered / seconds,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
    cpuUs: (cpuOf(server.pid) - before) / Math.max(1, answered),
  };
}

const activity = (turn: number) => ({
  type: 'message',
  id: `bench-${process.pid}-${turn}`,
  channelId: 'emulator',
  serviceUrl: 'http://127.0.0.1:9',
  deliveryMode: 'expectReplies',
  from: { id: `tenant-${turn % conversations}` },
  recipient: { id: 'doorstep' },
  conversation: { id: `bench-${turn % conversations}` },
  text: said[Math.floor(turn / conversations + turn) % said.length],
});

async function startEcho(): Promise<Server> {
  const port = await sparePort();
  const child = startChild(['bench/echo-bot.ts'], { PORT: String(port) });
  await child.listening;
  return {
    name: 'bare botbuilder echo',
    pid: child.pid,
    url: `http://127.0.0.1:${port}`,
    path: () => '/api/messages',
    body: activity,
    stop: child.stop,
  };
}

async function startDoorstep(name: string, env: Readonly<Record<string, string>>): Promise<Server> {
  const service = await startService(env);
  return {
    name,
    pid: service.pid(),
    url: service.url,
    path: () => '/api/messages',
    body: activity,
    stop: service.stop,
  };
}

async function startOfflineDirectLine(): Promise<Server | undefined> {
  if (!hasPeers()) return undefined;
  const [door, bot] = [await sparePort(), await sparePort()];
  const echo = startChild(['bench/echo-connector.ts'], { PORT: String(bot) });
  const child = startChild(['bench/peers/offline-directline.cjs'], {
    PORT: String(door),
    BOT: `http://127.0.0.1:${bot}/api/messages`,
  });
  await Promise.all([echo.listening, child.listening]);
  return {
    name: 'offline-directline and echo',
    pid: child.pid,
    url: `http://127.0.0.1:${door}`,
    path: (turn) => `/directline/conversations/bench-${turn % conversations}/activities`,
    body: activity,
    stop: async () => {
      await child.stop();
      await echo.stop();
    },
  };
}

function show(rows: readonly Measured[]): void {
  for (const row of rows) {
    console.log(
      `${row.name.padEnd(34)} ${row.turnsPerSecond.toFixed(0).padStart(6)} turns/s   p50 ${row.p50.toFixed(0).padStart(4)} ms   ` +
        `p99 ${row.p99.toFixed(0).padStart(5)} ms   ${row.cpuUs.toFixed(0).padStart(6)} µs CPU a turn   ${row.failed} failed`,
    );
  }
}

/** Runs everything and prints the ratios last. */
export async function benchTurns(): Promise<void> {
  const rows: Measured[] = [];
  const run = async (server: Server | undefined) => {
    if (server === undefined) return;
    rows.push(await measure(server));
    await server.stop();
  };
  const [postgres, redis] = [await startPostgres(), await startRedis()];
  if (postgres === undefined || redis === undefined) throw new Error('The bench needs PostgreSQL and Redis.');
  await run(await startEcho());
  await run(await startOfflineDirectLine());
  await run(await startDoorstep('Doorstep, embedded database', {}));
  await run(
    await startDoorstep('Doorstep, PostgreSQL and Redis', {
      DATABASE_URL: await postgres.freshDatabase(),
      REDIS_URL: redis.url,
    }),
  );
  await run(await startEcho());
  await redis.stop();
  await postgres.stop();

  console.log(
    `${connections} connections, ${conversations} conversations, ${seconds} s each, ${said.length} different messages\n`,
  );
  show(rows);
  const echoes = rows.filter(({ name }) => name.startsWith('bare')).map(({ turnsPerSecond }) => turnsPerSecond);
  const echo = echoes.reduce((sum, each) => sum + each, 0) / echoes.length;
  console.log('');
  for (const row of rows.filter(({ name }) => name.startsWith('Doorstep'))) {
    console.log(`${row.name}: ${(row.turnsPerSecond / echo).toFixed(2)} of the bare echo bot`);
  }
}
