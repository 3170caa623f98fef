// Secrets made at first start and kept in DATA_DIR/secrets.json, readable by the owner only. A variable set by hand wins.

import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const secret = z.string().min(16);
const Secrets = z.object({
  directLineSecret: secret,
  housingApiToken: secret,
  /** Signs desk sign-in links and file addresses. */
  signing: secret,
  /** Shared with the landlord's portal, which signs the `identity` of people who are signed in there. */
  portalIdentity: secret,
  /** Auth token of the simulated Twilio account. */
  simulatorToken: secret,
});
export type Secrets = Readonly<z.infer<typeof Secrets>>;

/**
 * @param dataDir made if it is not there
 * @throws Error when the file is there but cannot be used: secrets are never made anew over old ones
 */
export function openSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) makeSecrets(dataDir, file);
  const parsed = Secrets.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  throw new Error(
    `${file} cannot be used. Put the file back from a copy, or move it away: new secrets are then made, and old tokens end.`,
  );
}

/** Of instances that start together on one folder, the first makes them and the others find them. */
function makeSecrets(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const made = Object.fromEntries(
    Object.keys(Secrets.shape).map((name) => [name, randomBytes(32).toString('base64url')]),
  );
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
