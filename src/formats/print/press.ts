// Prints letters in a process of its own, one after the other, each within its time.

import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { OutsideError } from '../../model/outside-error.ts';
import type { Draft } from './draft.ts';
import type { OwnFont } from './fonts.ts';
import type { PrintDone } from './press-child.ts';

export interface Press {
  /** @throws OutsideError when it took too long, too many wait, or it cannot be printed */
  print(draft: Draft): Promise<Uint8Array>;
  /** Ends the process; a letter asked for afterwards starts another. */
  close(): void;
}

interface Job {
  readonly id: number;
  readonly draft: Draft;
  resolve(bytes: Uint8Array): void;
  reject(error: OutsideError): void;
}

const failure = {
  late: { code: 'timed-out', retryable: true },
  died: { code: 'unreachable', retryable: true },
  many: { code: 'rate-limited', retryable: true, retryAfterMs: 30_000 },
  refused: { code: 'nonsense', retryable: false },
} as const;

/** Neither the words nor what the compiler said of them: it quotes. */
function failed(how: keyof typeof failure): OutsideError {
  return new OutsideError(`The letter was not printed: ${how}.`, { system: 'print', ...failure[how] });
}

/**
 * Starts at the first letter and stays warm; does not keep the service from stopping.
 *
 * @param limitMs  how long one letter may take; a page takes about 30 ms, the first of a process half a second more
 * @param mostWaiting  letters that wait for their turn, at most
 */
export function createPress({
  fonts = [],
  limitMs = 15_000,
  mostWaiting = 200,
}: {
  readonly fonts?: readonly OwnFont[];
  readonly limitMs?: number;
  readonly mostWaiting?: number;
}): Press {
  const waiting: Job[] = [];
  let child: ChildProcess | undefined;
  let current: { readonly job: Job; readonly limit: NodeJS.Timeout } | undefined;
  let count = 0;

  const settle = (how: (job: Job) => void): void => {
    if (current === undefined) return;
    clearTimeout(current.limit);
    const { job } = current;
    current = undefined;
    child?.unref();
    child?.channel?.unref();
    how(job);
    next();
  };
  const drop = (how: keyof typeof failure): void => {
    const gone = child;
    child = undefined;
    gone?.removeAllListeners();
    // It may end by an error of its own while it is being ended.
    gone?.on('error', () => undefined);
    gone?.kill('SIGKILL');
    settle((job) => job.reject(failed(how)));
  };
  const next = (): void => {
    const job = current === undefined ? waiting.shift() : undefined;
    if (job === undefined) return;
    child ??= start(fonts, {
      done: (done) => settle((job) => ('failed' in done ? job.reject(failed('refused')) : job.resolve(done.bytes))),
      died: () => drop('died'),
    });
    current = { job, limit: setTimeout(() => drop('late'), limitMs) };
    child.ref();
    child.channel?.ref();
    child.send({ id: job.id, draft: job.draft }, (error) => {
      if (error !== null && current?.job === job) drop('died');
    });
  };

  return {
    print(draft) {
      if (waiting.length >= mostWaiting) return Promise.reject(failed('many'));
      return new Promise((resolve, reject) => {
        waiting.push({ id: count++, draft, resolve, reject });
        next();
      });
    },
    close() {
      for (const job of waiting.splice(0)) job.reject(failed('died'));
      drop('died');
    },
  };
}

function start(fonts: readonly OwnFont[], heard: { done(done: PrintDone): void; died(): void }): ChildProcess {
  const child = fork(join(import.meta.dirname, 'press-child.ts'), [JSON.stringify(fonts)], {
    // Nothing of ours: no settings, no secrets, and no fonts but those that are named.
    env: { FONTCONFIG_FILE: join(import.meta.dirname, 'fonts.conf') },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('message', (done: PrintDone) => heard.done(done));
  child.on('exit', heard.died);
  child.on('error', heard.died);
  return child;
}
