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

/** What whoever starts it needs to know: where things are, and the way in to the desk. */
async function greet(app: App): Promise<string> {
  const teams = Object.keys(app.content.landlord.teams);
  const link = await app.invite({ name: 'First agent', teams });
  const at = new URL(link).origin;
  return [
    '',
    `  ${app.content.landlord.name}`,
    '',
    ...(app.hasSite ? [`  Website with the widget   ${at}/`] : []),
    `  Chat without JavaScript   ${at}/chat`,
    ...(app.hasPhone ? [`  A phone on a web page     ${at}/phone`] : []),
    `  The desk, good once       ${link}`,
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
