// One process per embedded database. PGlite takes no lock on its folder, and two processes on one lose each other's rows
// without an error, so the folder is claimed with a file that names its owner. A dead owner's claim is taken over.

import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Claim {
  readonly pid: number;
  /** When the process started, in the kernel's ticks; a pid that was given to another process later differs in it. */
  readonly startedAt: string;
  readonly token: string;
}

/**
 * Claims a folder for this process.
 *
 * @returns gives the folder back
 * @throws Error that says who has it and what to do
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'doorstep.lock');
  const own: Claim = { pid: process.pid, startedAt: startOf(process.pid), token: crypto.randomUUID() };
  for (let tries = 0; tries < 5; tries += 1) {
    if (create(file, own)) return () => release(file, own);
    const other = read(file);
    if (other === undefined) continue;
    if (isAlive(other)) throw new Error(taken(folder, other.pid));
    setAside(file, other);
  }
  throw new Error(`The data folder ${folder} could not be claimed: other processes keep trying. Start one at a time.`);
}

/** A link to a finished file is atomic and never seen half written: exactly one of several processes makes it. */
function create(file: string, claim: Claim): boolean {
  const draft = `${file}.${claim.token}`;
  writeFileSync(draft, JSON.stringify(claim), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Undefined when the file is gone again. A claim that cannot be read is nobody's. */
function read(file: string): Claim | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Claim;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    return { pid: 0, startedAt: '', token: '' };
  }
}

function isAlive(claim: Claim): boolean {
  if (claim.pid <= 0) return false;
  try {
    process.kill(claim.pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return claim.startedAt === '' || claim.startedAt === startOf(claim.pid);
}

/** Renaming first: of two processes that find the same dead claim, one moves it and the other finds a new file or none. */
function setAside(file: string, dead: Claim): void {
  const aside = `${file}.${crypto.randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  // Somebody else was quicker and this is their live claim: put it back where it was.
  if (moved !== undefined && moved.token !== dead.token) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

function release(file: string, own: Claim): void {
  if (read(file)?.token === own.token) rmSync(file, { force: true });
}

/** Field 22 of /proc/<pid>/stat; empty where there is no /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function taken(folder: string, pid: number): string {
  return (
    `The data folder ${folder} is in use by process ${pid}: the embedded database allows one process at a time. ` +
    'Stop that process, or set DATA_DIR to another folder, or set DATABASE_URL to a PostgreSQL that several can share.'
  );
}
