// The examples beside the dialogs: what to learn from what was misread, and what is wrong with those that there are.
//
//   npm run examples -- list [--enquiry repair.report] [--limit 50]    what was misread, the newest first
//   npm run examples -- add <id> [<enquiry>] [--text "…"] [--language en]   makes an example of it, beside its dialog
//   npm run examples -- done <id>                                       sets it aside
//   npm run examples -- effect [--folds 5]                              accuracy at the last commit and now
//   npm run examples -- check [--folds 10]                              confusions, danger, duplicates, leaks, thin spots; --folds 0 learns nothing

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { createLogger } from '../src/log.ts';
import { openDatabase } from '../src/store/database.ts';
import { createMisreadStore, type MisreadStore } from '../src/store/misread.ts';
import { environment } from './environment.ts';
import { check } from './examples/check.ts';
import { effect } from './examples/effect.ts';
import { add, list, setAside } from './examples/misread.ts';

const root = join(import.meta.dirname, '..');
const print = (line: string) => console.log(line);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    enquiry: { type: 'string' },
    limit: { type: 'string', default: '50' },
    text: { type: 'string' },
    language: { type: 'string' },
    folds: { type: 'string' },
  },
});
const [command = '', id = '', enquiry = ''] = positionals;

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function run(): Promise<void> {
  switch (command) {
    case 'list':
      return await onList((misread) =>
        list({ misread, print }, { enquiry: values.enquiry, limit: numberOf('limit', values.limit) }),
      );
    case 'add':
      if (id === '') throw new Error('Which, and what is it? npm run examples -- add 12 repair.report');
      return await onList((misread, now) =>
        add(
          { root, misread, now, print },
          { id, enquiry: enquiry || undefined, text: values.text, language: values.language },
        ),
      );
    case 'done':
      if (id === '') throw new Error('Which? npm run examples -- done 12');
      return await onList((misread, now) => setAside({ misread, now, print }, id));
    case 'effect':
      return await effect({ root, folds: foldsOr('5'), print });
    case 'check':
      return await check({ root, folds: values.folds === '0' ? 0 : foldsOr('10'), print });
    default:
      print(usage());
  }
}

/** What stands at the top of this file. */
function usage(): string {
  const lines = readFileSync(import.meta.filename, 'utf8').split('\n');
  return lines
    .filter((line) => line.startsWith('//   '))
    .map((line) => line.slice(5))
    .join('\n');
}

function foldsOr(usual: string): number {
  const folds = numberOf('folds', values.folds ?? usual);
  if (folds < 2 || folds > 20) throw new Error('--folds is a number from 2 to 20');
  return folds;
}

function numberOf(name: string, value: string): number {
  if (/^\d{1,4}$/.test(value)) return Number(value);
  throw new Error(`--${name} is a number, such as ${name === 'limit' ? 50 : 10}`);
}

async function onList(use: (misread: MisreadStore, now: Date) => Promise<void>): Promise<void> {
  const config = readConfig(environment());
  const { databaseUrl: url, dataDir } = config.store;
  if (url === undefined && !existsSync(join(dataDir, 'db'))) {
    throw new Error(
      `There is no database in ${dataDir}: start Doorstep first, or set DATABASE_URL or DATA_DIR as it has it.`,
    );
  }
  const store = await openDatabase({ url, dataDir, log: createLogger('silent') });
  try {
    await use(createMisreadStore(store.db), config.clock ?? new Date());
  } finally {
    await store.close();
  }
}
