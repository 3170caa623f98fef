// What takes long to make is made once and kept in `build/`, under the hash of all that it is made of.

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Made<Value> {
  /** `build/<name>-<hash>.bin`. */
  readonly name: string;
  /** Hexadecimal: of what it is made of, and of how. */
  readonly hash: string;
  /** The same sources always give the same value. */
  make(): Value;
  write(value: Value): Uint8Array;
  /** @throws Error when the file is not one of ours or was cut short */
  read(bytes: Uint8Array): Value;
}

/** @throws Error only what `make` throws: where nothing can be written, it is made anew at each start */
export function readOrMake<Value>(rootDir: string, what: Made<Value>): Value {
  const folder = join(rootDir, 'build');
  const file = `${what.name}-${what.hash}.bin`;
  try {
    return what.read(readFileSync(join(folder, file)));
  } catch {
    // Not there yet, or cut short by a crash.
    const value = what.make();
    try {
      keep(folder, { name: what.name, file }, what.write(value));
    } catch {
      // A folder that is read only.
    }
    return value;
  }
}

/** Written beside and then renamed: two processes that start together never see half a file. Older ones go. */
function keep(
  folder: string,
  { name, file }: { readonly name: string; readonly file: string },
  bytes: Uint8Array,
): void {
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, `${file}.${process.pid}`);
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, join(folder, file));
  for (const other of readdirSync(folder)) {
    const isOlder = other.startsWith(`${name}-`) && /^[\da-f-]+\.bin$/.test(other.slice(name.length + 1));
    if (isOlder && other !== file) rmSync(join(folder, other), { force: true });
  }
}
