// Looks for words in every table that there is, whatever is added later, and in the folder of files.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase, type Store } from '../../src/store/database.ts';
import { silentLog } from './silent-log.ts';

/** The tables of all our schemas that hold these words in any column. */
export async function tablesWith(words: string, { db }: Pick<Store, 'db'>): Promise<readonly string[]> {
  const { rows } = await sql<{
    name: string;
  }>`select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('contact', 'housing') and table_type = 'BASE TABLE' order by 1`.execute(db);
  const found: string[] = [];
  for (const { name } of rows) {
    const { rows: hits } =
      await sql`select 1 from ${sql.table(name)} t where t::text ilike ${`%${words}%`} limit 1`.execute(db);
    if (hits.length > 0) found.push(name);
  }
  return found;
}

/** All tables of schema `contact` but the partitions of others. */
export async function ownTables({ db }: Pick<Store, 'db'>): Promise<readonly string[]> {
  const { rows } = await sql<{
    name: string;
  }>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'contact' and c.relkind in ('r', 'p') and not c.relispartition order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

export interface Kept {
  readonly dataDir: string;
  readonly url?: string | undefined;
}

/** @param at as the service had it; nothing else may have the embedded database open */
export async function inDatabase<Result>(at: Kept, look: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openDatabase({ ...at, log: silentLog });
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

/** What lies in the folder of files. */
export function storedFiles({ dataDir }: Kept): readonly string[] {
  return readdirSync(join(dataDir, 'files'));
}

export function secretsOf({ dataDir }: Kept): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, string>;
}
