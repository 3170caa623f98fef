// The embedded database: PGlite is PostgreSQL in the process. It speaks to node-postgres, so every query is the same.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { PoolConfig } from 'pg';
import { layEmptyDatabase } from './empty-database.ts';
import { lockFolder } from './folder-lock.ts';
import { hotPlans } from './plans.ts';

/** Small buffers keep the process near 200 MB instead of 700; the operating system caches the files anyway. */
const sizes = ['shared_buffers=16MB', 'wal_buffers=1MB', 'max_wal_size=128MB', 'min_wal_size=32MB'];
const startParams = [...PGlite.defaultStartParams, ...[...sizes, ...hotPlans].flatMap((setting) => ['-c', setting])];

export interface Embedded {
  readonly pool: PoolConfig;
  close(): Promise<void>;
}

/**
 * Opens `<dataDir>/db`, making it when it is not there.
 *
 * @throws Error when another process has the folder
 */
export async function openEmbedded(dataDir: string): Promise<Embedded> {
  const unlock = lockFolder(dataDir);
  try {
    const folder = join(dataDir, 'db');
    if (!existsSync(folder)) await layEmptyDatabase(folder);
    const pglite = await PGlite.create({ dataDir: folder, startParams });
    return {
      // Never let go: the session outlives a connection, and with it the names of its prepared statements.
      pool: { ...createPgConfig(pglite), max: 1, idleTimeoutMillis: 0 } as unknown as PoolConfig,
      close: async () => {
        await pglite.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
