// The service as it runs: a process of its own on a spare port, which tests may kill.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from './wait.ts';

export interface Service {
  readonly url: string;
  readonly dataDir: string;
  pid(): number;
  /** What it wrote to its standard error: addresses and the sign-in link. */
  said(): string;
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>;
  /** SIGTERM: drains first. Leaves its data. */
  stop(): Promise<void>;
  /** Starts again on the same port and data; resolves when it is ready. */
  start(): Promise<void>;
  /** The same, but does not wait: for who wants to kill it while it starts. */
  launch(): void;
  /** Stops it and removes its data, if the folder was made here. */
  end(): Promise<void>;
}

export const directLineSecret = 'test-direct-line-secret';
export const housingToken = 'test-housing-api-token';

/** A drain lasts ten seconds at most; who is not gone by then hangs. */
const stopLimitMs = 25_000;
const readyLimitMs = 60_000;

/** Whatever is still there when the test process ends, also when it is ended from outside, ends with it. */
const running = new Set<ChildProcess>();
const folders = new Set<string>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
process.once('SIGTERM', () => process.exit(143));

export async function sparePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Gone when the test process ends, if not before. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-'));
  folders.add(folder);
  return folder;
}

/** @param env beside the defaults: a spare port, a data folder of its own, known secrets, no log lines */
export async function startService(env: Readonly<Record<string, string>> = {}): Promise<Service> {
  const port = env.PORT ?? String(await sparePort());
  const dataDir = env.DATA_DIR ?? temporaryFolder();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let said = '';

  const launch = () => {
    child = spawn(process.execPath, ['src/main.ts'], {
      env: {
        PATH: process.env.PATH ?? '',
        LOG_LEVEL: 'silent',
        DIRECT_LINE_SECRET: directLineSecret,
        HOUSING_API_TOKEN: housingToken,
        PUBLIC_URL: url,
        // Only the tests of it wait for more texts.
        GATHER_TEXTS_SECONDS: '0',
        ...env,
        PORT: port,
        DATA_DIR: dataDir,
      },
      stdio: ['ignore', env.LOG_LEVEL === undefined ? 'ignore' : 'inherit', 'pipe'],
    });
    const own = child;
    said = '';
    running.add(own);
    own.once('exit', () => running.delete(own));
    own.stderr?.on('data', (part: Buffer) => {
      if (own === child) said += String(part);
    });
  };
  const start = async () => {
    launch();
    await ready(url, child as ChildProcess, () => said);
  };
  const kill = async () => {
    child?.kill('SIGKILL');
    await ended(child);
  };
  const stop = async () => {
    child?.kill('SIGTERM');
    const inTime = await Promise.race([ended(child).then(() => true), pause(stopLimitMs).then(() => false)]);
    if (inTime) return;
    await kill();
    throw new Error('The service did not stop when it was asked to');
  };
  const end = async () => {
    try {
      await stop();
    } finally {
      if (env.DATA_DIR === undefined) rmSync(dataDir, { recursive: true, force: true });
    }
  };
  try {
    await start();
  } catch (error) {
    await kill();
    throw error;
  }
  return { url, dataDir, pid: () => child?.pid ?? 0, said: () => said, kill, stop, start, launch, end };
}

function ended(child: ChildProcess | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}

async function ready(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const until = Date.now() + readyLimitMs;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The service ended at start: ${said()}`);
    if (child.signalCode !== null) throw new Error('The service was killed while it started');
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await pause(25);
  }
  throw new Error(`The service was not ready in a minute: ${said()}`);
}
