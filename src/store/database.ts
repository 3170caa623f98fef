// One way to the database, in two sizes: PostgreSQL, or the same thing embedded. Kysely for what is asked now and then;
// `run` for the statements of every message, prepared once per connection and never put together again.

import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { type Logger, nameOf } from '../log.ts';
import { openEmbedded } from './embedded.ts';
import { asOutside, isAway } from './failure.ts';
import { migrate } from './migrate.ts';
import { hotPlans } from './plans.ts';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;

/** A statement under a name: the text must be the same every time for the same name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Runs a prepared statement. Throws OutsideError (retryable) when the database is away, else the error as it came. */
export type Run = <Row>(statement: Statement, values: readonly unknown[]) => Promise<readonly Row[]>;

export interface Store {
  readonly kind: 'postgres' | 'embedded';
  readonly db: Database;
  /** For frequent statements; planned for single rows by index, whatever the planner thinks of small tables. */
  readonly run: Run;
  /** The same database with somebody else's tables, e.g. those of schema `housing`. */
  as<Tables>(): Kysely<Tables>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the database and brings it up to date.
 *
 * @throws Error when the folder is taken, the database is newer than this program, or it cannot be reached
 */
export async function openDatabase(at: {
  readonly url?: string | undefined;
  readonly dataDir: string;
  readonly log: Logger;
}): Promise<Store> {
  const opened = at.url === undefined ? await openFolder(at.dataDir, at.log) : openServer(at.url, at.log);
  try {
    await migrate(opened.db, at.log);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function openFolder(dataDir: string, log: Logger): Promise<Store> {
  const embedded = await openEmbedded(dataDir);
  log.info(
    'Embedded database: it survives a killed process, not a power cut; set DATABASE_URL to a PostgreSQL for production',
    { folder: dataDir },
  );
  const pool = createPool(embedded.pool, log);
  return assemble({ kind: 'embedded', pool, hot: pool, after: embedded.close });
}

function openServer(url: string, log: Logger): Store {
  const own = { connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true, application_name: 'doorstep' };
  const pool = createPool({ ...own, max: 8 }, log);
  // The two batch lanes need one connection each; the others are for reads of logs and loads.
  const options = hotPlans.map((setting) => `-c ${setting}`).join(' ');
  const hot = createPool({ ...own, max: 6, query_timeout: 15_000, options }, log);
  return assemble({ kind: 'postgres', pool, hot, after: async () => undefined });
}

function createPool(config: PoolConfig, log: Logger): Pool {
  const pool = new Pool(config);
  // A connection that breaks is replaced by the pool, and who used it is told by its query; without listeners, on the pool for
  // idle ones and on each for those in use, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', (error) =>
      log.warn('A database connection broke', { system: 'database', error: nameOf(error) }),
    );
  });
  return pool;
}

function assemble(parts: {
  readonly kind: Store['kind'];
  readonly pool: Pool;
  readonly hot: Pool;
  readonly after: () => Promise<void>;
}): Store {
  const { pool, hot } = parts;
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: parts.kind,
    db,
    run: runOn(hot),
    as: <Tables>() => db as unknown as Kysely<Tables>,
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: async () => {
      if (hot !== pool) await hot.end();
      await db.destroy();
      await parts.after();
    },
  };
}

/** The pool's own `query` throws a connection away after every error; only a broken one deserves it. */
function runOn(pool: Pool): Run {
  return async (statement, values) => {
    let client: PoolClient | undefined;
    try {
      client = await pool.connect();
      const result = await client.query({ name: statement.name, text: statement.text, values: values as unknown[] });
      client.release();
      return result.rows;
    } catch (error) {
      client?.release(isAway(error));
      throw asOutside(error);
    }
  };
}
