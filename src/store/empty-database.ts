// An empty embedded database, made once and copied for each new data folder: making one takes seconds, a copy a tenth of one. Copied
// beside and then renamed, so that a process killed in its first second leaves no half a database behind.

import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { z } from 'zod';

const build = join(import.meta.dirname, '..', '..', 'build');

/** Puts an empty database there, in a data folder that is locked. Where `build/` cannot be written to nothing is done: whoever opens the folder makes it then. */
export async function layEmptyDatabase(folder: string): Promise<void> {
  const empty = await emptyDatabase();
  if (empty === undefined) return;
  // The data folder is this process's alone: what one that was killed here left behind is taken away.
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(empty, unfinished, { recursive: true });
  renameSync(unfinished, folder);
}

async function emptyDatabase(): Promise<string | undefined> {
  const folder = join(build, `empty-database-${versionOfPglite()}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  try {
    mkdirSync(build, { recursive: true });
    rmSync(unfinished, { recursive: true, force: true });
    await (await PGlite.create(unfinished)).close();
    renameSync(unfinished, folder);
  } catch {
    // A read-only folder, or another process was faster.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return existsSync(folder) ? folder : undefined;
}

/** Its files are not those of another version. */
function versionOfPglite(): string {
  const file = findPackageJSON('@electric-sql/pglite', import.meta.url);
  if (file === undefined) throw new Error('The embedded database is not installed: run npm ci.');
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
