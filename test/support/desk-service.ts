// One service for all tests of the desk that leave it running, at ten on a Monday morning, and its first agent.

import { rmSync } from 'node:fs';
import { type Agent, signIn } from './agent.ts';
import { type Service, startService } from './service.ts';

export const openHours = '2026-11-23T10:00:00Z';

let shared: Promise<{ readonly service: Service; readonly agent: Agent }> | undefined;

export function deskService(): Promise<{ readonly service: Service; readonly agent: Agent }> {
  shared ??= start();
  return shared;
}

async function start() {
  const service = await startService({ CLOCK: openHours });
  return { service, agent: await signIn(service) };
}

after(async function () {
  this.timeout(30_000);
  const started = await shared?.catch(() => undefined);
  if (started === undefined) return;
  const { service } = started;
  await service.stop();
  rmSync(service.dataDir, { recursive: true, force: true });
});
