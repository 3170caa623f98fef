// Microsoft's Web Chat as it is put on a page: one file of its npm package. The package with all that it is made from is some hundred
// megabytes; the file is fetched alone, by the first run that needs it, and only as the one that was measured (docs/decisions/0016).

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const webChatVersion = '4.18.1';
/** Of the package, as the registry names it. */
const integrity = 'sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==';
const folder = fileURLToPath(new URL(`../../build/web-chat-${webChatVersion}/`, import.meta.url));

/** `webchat` is the file that its own README tells pages to load; `webchat-minimal` leaves out cards and Markdown. */
export type WebChatFile = 'webchat' | 'webchat-minimal';
const files: readonly WebChatFile[] = ['webchat', 'webchat-minimal'];

const pathOf = (name: WebChatFile) => join(folder, `${name}.js`);

/** Where the file is; undefined when it is not here and could not be had. */
export function webChatFile(name: WebChatFile): string | undefined {
  return existsSync(pathOf(name)) || fetchPackage() ? pathOf(name) : undefined;
}

function fetchPackage(): boolean {
  mkdirSync(folder, { recursive: true });
  const packed = join(folder, `botframework-webchat-${webChatVersion}.tgz`);
  const asked = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
  const got = spawnSync('npm', [...asked, `botframework-webchat@${webChatVersion}`], { timeout: 120_000 });
  if (got.status !== 0 || !existsSync(packed)) return false;
  const found = `sha512-${createHash('sha512').update(readFileSync(packed)).digest('base64')}`;
  if (found !== integrity)
    throw new Error(`botframework-webchat ${webChatVersion} is not the package that was measured`);
  const inside = files.map((name) => `package/dist/${name}.js`);
  const unpacked = spawnSync('tar', ['-xzf', packed, '-C', folder, '--strip-components=2', ...inside]);
  rmSync(packed, { force: true });
  return unpacked.status === 0;
}
