// liblouis as the program that it comes with: one run for all lines of a table, in its own process, with a time limit.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type OutsideCode, OutsideError } from '../../model/outside-error.ts';

export interface Liblouis {
  /**
   * @param table as `tables.ts` names them
   * @param lines without line breaks, at most `mostLetters` each
   * @returns as many lines of Unicode Braille; what the table does not know is a cell of all eight dots
   * @throws OutsideError when the program is away, late or without the table
   */
  translate(table: string, lines: readonly string[]): Promise<readonly string[]>;
}

/** It cuts a line at 2,048. */
export const mostLetters = 900;
const unknown = fileURLToPath(new URL('./unknown.cti', import.meta.url));

interface LiblouisOptions {
  /** Looked for in the path. */
  readonly program?: string;
  readonly limitMs?: number;
}

export function createLiblouis({ program = 'lou_translate', limitMs = 10_000 }: LiblouisOptions = {}): Liblouis {
  return {
    async translate(table, lines) {
      if (lines.length === 0) return [];
      const output = await run(program, ['--forward', `unicode.dis,${unknown},${table}`], {
        input: `${lines.join('\n')}\n`,
        limitMs,
      });
      const translated = output.split('\n').slice(0, -1);
      // Without the table it ends as if all was well, and says nothing.
      if (translated.length !== lines.length) throw brailleError('nonsense');
      return translated;
    },
  };
}

export function brailleError(code: OutsideCode, cause?: unknown): OutsideError {
  const retryable = code !== 'refused';
  return new OutsideError('The Braille was not made', { system: 'braille', code, retryable, cause });
}

/** No shell: words are its input only, never its arguments. Its complaints quote what they are about, so nobody reads them. */
function run(program: string, args: readonly string[], how: { input: string; limitMs: number }): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: how.limitMs,
      killSignal: 'SIGKILL',
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => output.push(piece));
    // It may be gone before all was written: then how it ended tells.
    child.stdin.on('error', () => undefined);
    child.on('error', (cause) => reject(brailleError('unreachable', cause)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(output).toString('utf8'));
      else reject(brailleError(signal === 'SIGKILL' ? 'timed-out' : 'unreachable'));
    });
    child.stdin.end(how.input);
  });
}
