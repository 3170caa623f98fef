// How records that are opened once and changed with care (cases, repairs, tasks, contacts) are kept in their tables.
// Opening is one statement: the unique keys decide who was first, however many ask at the same time.

import { createHash } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { Problem } from '../../http/problem.ts';

/** Whose tables the handle knows does not matter here: every statement names its own. */
export type Database = Kysely<unknown>;
type Kept = 'text' | 'date' | 'instant' | 'json' | 'number';
export type Row = Readonly<Record<string, unknown>>;

export interface Table {
  /** `housing.cases`. */
  readonly name: string;
  /** The field that names a record: `reference` or `id`. */
  readonly key: string;
  /** Fields and how each is kept; the column is the field in snake case. */
  readonly fields: Readonly<Record<string, Kept>>;
}

export interface Once {
  readonly key: string | undefined;
  /** What was asked, so that the same key for something else is told apart. */
  readonly body: unknown;
}

export interface Versioned {
  readonly row: Row;
  readonly version: number;
}

/**
 * Opens a record, or finds the one that the same key opened before.
 *
 * @throws Problem 422 when the key was used for another body, or a person is unknown; 409 when the reference is taken
 */
export async function openOnce(
  db: Database,
  table: Table,
  opening: { readonly row: Row; readonly once: Once; readonly now: Date },
): Promise<Versioned & { readonly isNew: boolean }> {
  const { row, once, now } = opening;
  const hash = bodyHash(once.body);
  const names = Object.keys(table.fields).filter((field) => row[field] !== undefined);
  const values = names.map((field) => write(table.fields[field] as Kept, row[field]));
  const made = await sql<Row>`
    insert into ${sql.raw(table.name)}
      (${sql.raw([...names.map(snake), 'idempotency_key', 'body_hash', 'created_at'].join(', '))})
    values (${sql.join([...values, sql`${once.key ?? null}::text`, sql`${hash}::text`, write('instant', now)])})
    on conflict do nothing returning ${selection(table)}`
    .execute(db)
    .catch(refuseUnknown);
  const first = made.rows[0];
  if (first !== undefined) return { ...versioned(table, first), isNew: true };
  return { ...(await openedBefore(db, table, { key: once.key, hash })), isNew: false };
}

async function openedBefore(
  db: Database,
  table: Table,
  once: { readonly key: string | undefined; readonly hash: string },
): Promise<Versioned> {
  const found = await sql<Row>`
    select ${selection(table)}, body_hash from ${sql.raw(table.name)} where idempotency_key = ${once.key ?? null}::text`.execute(
    db,
  );
  const before = found.rows[0];
  if (before === undefined) {
    throw new Problem(409, 'reference-taken', { title: 'Another record has this reference.' });
  }
  if (before.body_hash !== once.hash) {
    throw new Problem(422, 'key-reused', { title: 'This Idempotency-Key was used for another request.' });
  }
  return versioned(table, before);
}

export async function readOne(db: Database, table: Table, key: string): Promise<Versioned | undefined> {
  const found = await sql<Row>`
    select ${selection(table)} from ${sql.raw(table.name)} where ${sql.ref(snake(table.key))} = ${key}`.execute(db);
  const row = found.rows[0];
  return row === undefined ? undefined : versioned(table, row);
}

/** Those of the keys that there are. */
export async function readAll(db: Database, table: Table, keys: readonly string[]): Promise<readonly Row[]> {
  const found = await sql<Row>`
    select ${selection(table)} from ${sql.raw(table.name)}
    where ${sql.ref(snake(table.key))} in (${sql.join(keys)})`.execute(db);
  return found.rows.map((row) => versioned(table, row).row);
}

/** Changes the fields named when the version is still the one that was seen; undefined when it is not, or there is no such record. */
export async function change(
  db: Database,
  table: Table,
  wanted: { readonly key: string; readonly version: number; readonly fields: Row },
): Promise<Versioned | undefined> {
  const sets = Object.entries(wanted.fields).flatMap(([field, value]) =>
    table.fields[field] === undefined ? [] : [sql`${sql.ref(snake(field))} = ${write(table.fields[field], value)}`],
  );
  const done = await sql<Row>`
    update ${sql.raw(table.name)} set ${sql.join([...sets, sql`version = version + 1`])}
    where ${sql.ref(snake(table.key))} = ${wanted.key} and version = ${wanted.version}::integer
    returning ${selection(table)}`.execute(db);
  const row = done.rows[0];
  return row === undefined ? undefined : versioned(table, row);
}

/** Newest first. `next` continues after the last one. */
export async function readMany(
  db: Database,
  table: Table,
  wanted: {
    readonly where: readonly RawBuilder<unknown>[];
    readonly limit: number;
    readonly after?: number | undefined;
  },
): Promise<{ readonly rows: readonly Row[]; readonly next?: number }> {
  const page = wanted.after === undefined ? [] : [sql`number < ${wanted.after}::bigint`];
  const found = await sql<Row>`
    select ${selection(table)}, number::text as place from ${sql.raw(table.name)}
    where ${sql.join([sql`true`, ...wanted.where, ...page], sql` and `)}
    order by number desc limit ${wanted.limit + 1}::integer`.execute(db);
  const rows = found.rows.slice(0, wanted.limit);
  const last = rows.at(-1);
  const hasMore = found.rows.length > wanted.limit && last !== undefined;
  return {
    rows: rows.map((row) => versioned(table, row).row),
    ...(hasMore ? { next: Number(last.place) } : {}),
  };
}

/** A value on its way into a column, typed so that both drivers send the same. */
export function write(kept: Kept, value: unknown): RawBuilder<unknown> {
  if (value === null || value === undefined) return sql`null`;
  if (kept === 'json') return sql`${JSON.stringify(value)}::text::jsonb`;
  // An offset of more than 16 hours is an instant to RFC 3339 but not to PostgreSQL, hence the way over Date.
  if (kept === 'instant') return sql`${new Date(value as string | Date).toISOString()}::timestamptz`;
  return sql`${String(value)}::text::${sql.raw(kept === 'number' ? 'numeric' : kept)}`;
}

function selection(table: Table): RawBuilder<unknown> {
  const one = ([field, kept]: [string, Kept]) =>
    sql.raw(`${snake(field)}${kept === 'date' ? '::text' : ''} as "${field}"`);
  return sql`${sql.join(Object.entries(table.fields).map(one))}, version, created_at as "createdAt"`;
}

function versioned(table: Table, raw: Row): Versioned {
  const instants: Readonly<Record<string, Kept>> = { ...table.fields, createdAt: 'instant' };
  const kept = Object.entries(raw).filter(([field, value]) => instants[field] !== undefined && value !== null);
  const row = kept.map(([field, value]) => [field, instants[field] === 'instant' ? asInstant(value) : value] as const);
  return { row: Object.fromEntries(row), version: Number(raw.version) };
}

function asInstant(value: unknown): string {
  return new Date(value as string | Date).toISOString();
}

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function bodyHash(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(body)))
    .digest('hex');
}

/** The order of fields is not part of what was asked. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** A foreign key that leads nowhere is the asker's mistake. */
function refuseUnknown(error: unknown): never {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  if (code !== '23503') throw error;
  const field = String(constraint).includes('property') ? 'property' : 'person';
  throw new Problem(422, `unknown-${field}`, { title: `There is no such ${field}.` });
}
