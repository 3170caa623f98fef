// The embedded housing system on a database in memory, served over real HTTP on a spare port.

import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import express from 'express';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolConfig } from 'pg';
import { createEmbeddedHousing } from '../../src/housing/embedded/embedded.ts';
import { problemHandler } from '../../src/http/problem.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openServer } from './open-server.ts';
import { silentLog } from './silent-log.ts';

export const token = 'a-token-for-tests-only';
/** A Monday morning. The bank holiday keeps one day free of visits. */
export const clock = () => new Date('2026-11-23T09:00:00Z');
export const holidays = { '2026-11-25': 'A bank holiday made for the tests' };
const seedFile = 'landlords/demo/people.yaml';

export interface HousingDatabase {
  readonly db: Kysely<unknown>;
  close(): Promise<void>;
}

export async function memoryDatabase(): Promise<HousingDatabase> {
  const pglite = await PGlite.create();
  const pool = new Pool({ ...createPgConfig(pglite), max: 1 } as unknown as PoolConfig);
  return migrated(pool, () => pglite.close());
}

async function migrated(pool: Pool, after: () => Promise<void>): Promise<HousingDatabase> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  for (const { name, up } of migrations) if (name.startsWith('01')) await up(db);
  return {
    db,
    close: async () => {
      await db.destroy();
      await after();
    },
  };
}

/** @param faults hears of what was our own fault: a test that ends expects none */
export async function serveHousing(db: Kysely<unknown>, faults: unknown[] = [], file = seedFile) {
  const system = await createEmbeddedHousing({ db, token, clock, seedFile: file, logger: silentLog, holidays });
  const app = express();
  app.use('/housing/v1', system.router);
  app.use(problemHandler((error) => faults.push(error)));
  const { url, close } = await openServer(app);
  return { ...system, url: `${url}/housing/v1`, app, stop: close };
}
