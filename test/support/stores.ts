// Both databases, opened once for all tests that need one: the embedded one, and a real PostgreSQL.

import { rmSync } from 'node:fs';
import { openDatabase, type Store } from '../../src/store/database.ts';
import { keepUp } from '../../src/store/upkeep.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { temporaryFolder } from './service.ts';
import { silentLog } from './silent-log.ts';

let postgres: Promise<Postgres> | undefined;
const opened = new Map<Store['kind'], Promise<Store>>();
const folders: string[] = [];

/** The PostgreSQL server that tests share; who kills it starts one of its own. */
export function sharedPostgres(test: { skip(): never }): Promise<Postgres> {
  postgres ??= startPostgres(test);
  return postgres;
}

async function open(kind: Store['kind'], test: { skip(): never }): Promise<Store> {
  const dataDir = temporaryFolder();
  folders.push(dataDir);
  const url = kind === 'postgres' ? await (await sharedPostgres(test)).freshDatabase() : undefined;
  const store = await openDatabase({ url, dataDir, log: silentLog });
  await keepUp(store.db, new Date());
  return store;
}

/** Declares the same tests for each database. They share it, so each makes conversations of its own. */
export function forEachStore(declare: (store: () => Store) => void): void {
  for (const kind of ['embedded', 'postgres'] as const) {
    describe(`on ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, () => {
      let store: Store | undefined;
      before(async function () {
        this.timeout(60_000);
        if (!opened.has(kind)) opened.set(kind, open(kind, this));
        store = await opened.get(kind);
      });
      declare(() => {
        if (store === undefined) throw new Error('the database is not open yet');
        return store;
      });
    });
  }
}

after(async function () {
  this.timeout(60_000);
  for (const store of opened.values()) await store.then((each) => each.close()).catch(() => undefined);
  await postgres?.then((server) => server.stop()).catch(() => undefined);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
