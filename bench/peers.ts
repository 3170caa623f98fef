// What is measured beside Doorstep is installed by the first run that needs it, never by `npm ci` of the project.

import { spawnSync } from 'node:child_process';

/** Whether the peers are there, installed now if need be. */
export function hasPeers(): boolean {
  const installed = spawnSync('npm', ['ls', '--depth=0'], { cwd: 'bench/peers' });
  if (installed.status === 0) return true;
  return spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: 'bench/peers' }).status === 0;
}
