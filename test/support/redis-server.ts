// A real Redis of its own on a spare port, kept in memory alone: it can be stopped and started.

import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { needProgram } from './install.ts';
import { sparePort } from './service.ts';

export interface RedisServer {
  readonly url: string;
  /** Starts it on the same port, empty. */
  start(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Stops it from answering without closing a connection, as a machine that hangs. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

/** @param test skipped where Redis cannot be had; an error without it */
export async function startRedis(test?: { skip(): never }): Promise<RedisServer> {
  const program = needProgram('redis-server', 'redis-server', test);
  const port = await sparePort();
  let server: ChildProcess | undefined;
  const start = async () => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()];
    server = spawn(program, args, { stdio: 'ignore' });
    await listens(port);
  };
  const kill = async () => {
    const own = server;
    server = undefined;
    if (own === undefined || own.exitCode !== null || own.signalCode !== null) return;
    const ended = new Promise((resolve) => own.once('exit', resolve));
    own.kill('SIGKILL');
    await ended;
  };
  const atExit = () => server?.kill('SIGKILL');
  process.once('exit', atExit);
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill,
    freeze: () => server?.kill('SIGSTOP'),
    thaw: () => server?.kill('SIGCONT'),
    stop: async () => {
      server?.kill('SIGCONT');
      await kill();
      process.off('exit', atExit);
    },
  };
}

async function listens(port: number): Promise<void> {
  const until = Date.now() + 10_000;
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (open) return;
    if (Date.now() > until) throw new Error('Redis does not listen');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
