// A peer as a process of its own, so that it shares nothing with who asks it.

import { spawn } from 'node:child_process';

/** `listening`: it printed that it is; rejects when it ends before. */
export function startChild(command: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, command, {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const listening = new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${command.join(' ')} ended`)));
    child.stdout.on('data', (part: Buffer) => {
      if (String(part).includes('listening')) resolve();
    });
  });
  const stop = async () => {
    child.kill('SIGTERM');
  };
  return { pid: child.pid ?? 0, listening, stop };
}
