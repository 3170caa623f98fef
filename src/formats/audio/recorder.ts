// Runs the program that speaks and packs: one recording at a time, warm for the next one, ended when it is late or broken. Without
// recordings it is ended as well: its voices take a hundred megabytes.

import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Line, Recorded } from './order.ts';
import { voiceError } from './voice.ts';

export interface Recorder {
  /** @throws OutsideError when it is too long, late, or the program died */
  record(lines: readonly Line[], limits: { readonly ms: number; readonly bytes: number }): Promise<Uint8Array>;
  close(): void;
}

const program = fileURLToPath(new URL('./recording.ts', import.meta.url));
const startMs = 30_000;

export function createRecorder({ idleMs = 10 * 60_000 } = {}): Recorder {
  let running: ChildProcess | undefined;
  let line: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(idle);
    running?.kill('SIGKILL');
    running = undefined;
  };
  const ready = async (): Promise<ChildProcess> => {
    clearTimeout(idle);
    if (running?.connected && running.exitCode === null) return running;
    running = start();
    await answerOf(running, startMs);
    return running;
  };
  const once: Recorder['record'] = async (lines, { ms, bytes }) => {
    try {
      const child = await ready();
      const answer = answerOf(child, ms);
      child.send({ lines, mostBytes: bytes });
      const recorded = await answer;
      if (typeof recorded === 'string') throw voiceError('refused');
      idle = setTimeout(end, idleMs).unref();
      return recorded;
    } catch (error) {
      end();
      throw error;
    }
  };
  return {
    record: (lines, limits) => {
      const recorded = line.then(() => once(lines, limits));
      line = recorded.catch(() => undefined);
      return recorded;
    },
    close: end,
  };
}

/** With no settings of ours in its environment, and nothing to write to: what it reads are people's letters. */
function start(): ChildProcess {
  const child = fork(program, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
    env: {},
  });
  child.unref();
  child.channel?.unref();
  return child;
}

/** What it says next. */
function answerOf(child: ChildProcess, limitMs: number): Promise<Recorded> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => settle(() => reject(voiceError('timed-out'))), limitMs);
    const died = (cause: unknown) => settle(() => reject(voiceError('unreachable', cause)));
    const told = (answer: Recorded) => settle(() => resolve(answer));
    const settle = (end: () => void) => {
      clearTimeout(late);
      child.off('message', told).off('exit', died).off('error', died);
      end();
    };
    child.once('message', told).once('exit', died).once('error', died);
  });
}
