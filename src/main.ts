// Settings → app → listen → stop cleanly. The only reader of the environment.

import { existsSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import type { App } from './app.ts';

// Types stripped and code compiled once, not at every start: a restart is a fifth shorter. Where the folder cannot be written to
// it is done without. The modules come after it, or they would be compiled before it is there.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled'));
const { buildApp } = await import('./app.ts');
const { readConfig } = await import('./config.ts');

if (existsSync('.env')) process.loadEnvFile('.env');

try {
  const app = await buildApp(readConfig(process.env));
  await app.listen();
  process.stderr.write(await greet(app));
  flushCompileCache();
  const stop = (signal: string) => {
    void app.close(signal).then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  process.stderr.write(`Doorstep did not start.\n\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

function closed(desk: string, { noLinks, signsIn }: App): readonly string[] {
  return signsIn ? [`  The desk                  ${desk}`] : [`  The desk is closed        ${noLinks}`];
}

/** What whoever starts it needs to know: where things are, and the way in to the desk. */
async function greet(app: App): Promise<string> {
  const { teams, desk } = app.content.landlord;
  // An auditor is nothing else.
  const own = Object.keys(teams).filter((team) => team !== desk.auditors);
  const link = await app.invite({ name: 'First agent', teams: own });
  const at = new URL(link).origin;
  return [
    '',
    `  ${app.content.landlord.name}`,
    '',
    ...(app.hasSite ? [`  Website with the widget   ${at}/`] : []),
    `  Chat without JavaScript   ${at}/chat`,
    ...(app.hasPhone ? [`  A phone on a web page     ${at}/phone`] : []),
    ...(app.noLinks === undefined ? [`  The desk, good once       ${link}`] : closed(`${at}/desk`, app)),
    '',
    ...(app.database === 'embedded'
      ? [
          '  The embedded database survives a killed process, not a power cut: use PostgreSQL (DATABASE_URL) for production.',
          '',
        ]
      : []),
    '',
  ].join('\n');
}
