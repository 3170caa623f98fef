// Finds a program that some tests need, installs its package where that is possible, and says so in one line where it is not.

import { execFileSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { join } from 'node:path';

const tried = new Map<string, boolean>();

/**
 * Where a program is, after installing its Debian package when it is missing.
 *
 * @returns undefined where it cannot be had, having said so on standard error
 * @throws Error instead when CI=true: a check that silently did not run is no check
 */
export function findProgram(program: string, debianPackage: string): string | undefined {
  const found = lookFor(program);
  if (found !== undefined) return found;
  const told = tried.get(program);
  if (told === undefined) {
    tried.set(program, install(debianPackage));
    const installed = lookFor(program);
    if (installed !== undefined) return installed;
    const missing = `${program} is missing and could not be installed (apt-get install ${debianPackage})`;
    if (process.env.CI === 'true') throw new Error(missing);
    process.stderr.write(`${missing}: the tests that need it are skipped\n`);
  }
  return undefined;
}

/** As `findProgram`, but never undefined: a test that is given is skipped, without one it is an error. */
export function needProgram(program: string, debianPackage: string, test?: { skip(): never }): string {
  const found = findProgram(program, debianPackage);
  if (found !== undefined) return found;
  test?.skip();
  throw new Error(`${program} cannot be had`);
}

function install(debianPackage: string): boolean {
  if (process.getuid?.() !== 0) return false;
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, {
      stdio: 'ignore',
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  for (const update of [false, true]) {
    try {
      if (update) apt('update', '-q');
      apt('install', '-y', '-q', '--no-install-recommends', debianPackage);
      return true;
    } catch {
      // The lists of packages may be old: the second round brings them up to date first.
    }
  }
  return false;
}

function lookFor(program: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/sbin', ...postgresFolders()];
  return folders.map((folder) => join(folder, program)).find(isProgram);
}

/** Debian keeps the server's programs out of the path, by version; the newest first. */
function postgresFolders(): readonly string[] {
  const root = '/usr/lib/postgresql';
  try {
    const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => join(root, version, 'bin'));
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
