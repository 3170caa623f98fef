// A real PostgreSQL of its own on a spare port, in a folder that is thrown away: it can be killed and restarted.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { findProgram, needProgram } from './install.ts';

export interface Postgres {
  /** Of the database `postgres`, which tests leave alone. */
  readonly url: string;
  /** Makes an empty database and gives its URL. */
  freshDatabase(): Promise<string>;
  /** As a machine that fails: SIGKILL to all of its processes at once. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, or stops it in an orderly way first. */
  restart(): Promise<void>;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

/** @param test skipped where PostgreSQL cannot be had; an error without it */
export async function startPostgres(test?: { skip(): never }): Promise<Postgres> {
  const initdb = needProgram('initdb', 'postgresql', test);
  const leash = findProgram('setpriv', 'util-linux');
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-postgres-'));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const port = await sparePort();
  execFileSync(initdb, ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' },
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;
  let count = 0;

  const launch = () => {
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
    const args = [...settings, 'max_connections=200', 'logging_collector=off'].flatMap((setting) => ['-c', setting]);
    const command = [join(dirname(initdb), 'postgres'), '-D', join(folder, 'data'), ...args];
    // Ends with the test run, however that ends.
    if (leash !== undefined) command.unshift(leash, '--pdeathsig', 'INT');
    const own = spawn(command[0] as string, command.slice(1), {
      ...user,
      cwd: folder,
      // A group of its own, so that `kill` reaches all of its processes.
      detached: true,
      stdio: 'ignore',
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' },
    });
    server = own;
    // After a kill, processes of its own session outlive the first for a moment, and until they are gone it refuses to start.
    own.once('exit', (code) => {
      if (code !== null && code !== 0 && server === own) setTimeout(() => server === own && launch(), 100);
    });
  };
  const start = async () => {
    launch();
    await answers(url);
  };
  const end = async (signal: NodeJS.Signals) => {
    const own = server;
    server = undefined;
    if (own?.pid === undefined || own.exitCode !== null || own.signalCode !== null) return;
    const ended = new Promise((resolve) => own.once('exit', resolve));
    process.kill(signal === 'SIGKILL' ? -own.pid : own.pid, signal);
    await ended;
  };
  // Where there is no leash: a server that outlives the test run would stay for ever.
  const atExit = () => {
    if (server?.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
  };
  process.once('exit', atExit);
  process.once('SIGTERM', endNow);

  await start();
  return {
    url,
    freshDatabase: async () => {
      count += 1;
      const name = `test_${process.pid}_${count}`;
      await query(url, `create database ${name}`);
      return url.replace(/postgres$/, name);
    },
    kill: () => end('SIGKILL'),
    restart: async () => {
      // Fast shutdown: connections are cut, nothing is lost.
      await end('SIGINT');
      await start();
    },
    stop: async () => {
      await end('SIGINT');
      process.off('exit', atExit);
      process.off('SIGTERM', endNow);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function endNow(): void {
  process.exit(143);
}

/** PostgreSQL refuses to run as root; its package brings a user for it. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function answers(url: string): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    try {
      return await query(url, 'select 1');
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(text);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function sparePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
