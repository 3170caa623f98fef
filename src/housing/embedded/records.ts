// Cases, tasks and contacts: opened once, read by who and what, changed with care.

import { randomInt, randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { Problem } from '../../http/problem.ts';
import {
  change,
  type Database,
  type Once,
  openOnce,
  type Row,
  readOne,
  type Table,
  type Versioned,
  write,
} from './table.ts';
import { changeSeen } from './versions.ts';

export const cases: Table = {
  name: 'housing.cases',
  key: 'reference',
  fields: {
    reference: 'text',
    kind: 'text',
    status: 'text',
    stage: 'text',
    priority: 'text',
    riskReasons: 'json',
    person: 'text',
    tenancy: 'text',
    reportedBy: 'json',
    words: 'text',
    language: 'text',
    english: 'text',
    outcomeSought: 'text',
    needs: 'json',
    receivedAt: 'instant',
    acknowledgedAt: 'instant',
    due: 'json',
    owner: 'text',
    team: 'text',
    links: 'json',
    channel: 'text',
    conversation: 'text',
    details: 'json',
  },
};

export const tasks: Table = {
  name: 'housing.tasks',
  key: 'reference',
  fields: {
    reference: 'text',
    team: 'text',
    kind: 'text',
    status: 'text',
    person: 'text',
    words: 'text',
    language: 'text',
    due: 'date',
    owner: 'text',
    conversation: 'text',
    details: 'json',
  },
};

export const contacts: Table = {
  name: 'housing.contacts',
  key: 'id',
  fields: {
    id: 'text',
    person: 'text',
    at: 'instant',
    channel: 'text',
    topic: 'text',
    outcome: 'text',
    conversation: 'text',
    reportedBy: 'json',
    details: 'json',
  },
};

const prefixes: Readonly<Record<string, string>> = {
  complaint: 'CMP',
  adjustment: 'ADJ',
  format: 'FMT',
  hazard: 'HAZ',
  safeguarding: 'SAF',
  'domestic-abuse': 'SAF',
  asb: 'ASB',
  'data-request': 'DAT',
  enquiry: 'ENQ',
};

type Body = Readonly<Record<string, unknown>>;
export type Opening = { readonly body: Body; readonly key: string | undefined; readonly now: Date };

export function openCase(db: Database, { body, key, now }: Opening) {
  const row = { receivedAt: now.toISOString(), ...body };
  const prefix = prefixes[String(body.kind)] ?? 'CAS';
  return open(db, cases, { row, prefix, once: { key, body }, now });
}

export function openTask(db: Database, { body, key, now }: Opening) {
  return open(db, tasks, { row: { status: 'open', ...body }, prefix: 'TSK', once: { key, body }, now });
}

export function recordContact(db: Database, { body, key, now }: Opening) {
  return openOnce(db, contacts, { row: { id: `CON-${randomUUID()}`, ...body }, once: { key, body }, now });
}

/** Opens under our own reference when the body brings none. */
export async function open(
  db: Database,
  table: Table,
  opening: { readonly row: Row; readonly prefix: string; readonly once: Once; readonly now: Date },
): Promise<Versioned & { readonly isNew: boolean }> {
  if (opening.row.reference !== undefined) return openOnce(db, table, opening);
  for (let attempt = 1; ; attempt += 1) {
    const reference = `${opening.prefix}-${randomInt(10_000_000, 100_000_000)}`;
    try {
      return await openOnce(db, table, { ...opening, row: { ...opening.row, reference } });
    } catch (error) {
      const isTaken = error instanceof Problem && error.type === 'reference-taken';
      if (!isTaken || attempt === 5) throw error;
    }
  }
}

/** @throws Problem 404, 412 */
export function changeRecord(
  db: Database,
  table: Table,
  wanted: { readonly key: string; readonly ifMatch: string | undefined; readonly fields: Row },
): Promise<Versioned> {
  return changeSeen({
    ifMatch: wanted.ifMatch,
    read: () => readOne(db, table, wanted.key),
    change: ({ row, version }) => change(db, table, { key: wanted.key, version, fields: grown(row, wanted.fields) }),
  });
}

/** Details are many small fields: those named are set, the others stay. Links that are added come to those that are there. */
function grown(row: Row, { addLinks = [], ...fields }: Row): Row {
  const added = addLinks as readonly string[];
  const links = (fields.links ?? row.links ?? []) as readonly string[];
  return {
    ...fields,
    ...(added.length > 0 && { links: [...new Set([...links, ...added])] }),
    ...(fields.details !== undefined && { details: { ...(row.details as Row), ...(fields.details as Row) } }),
  };
}

/** Conditions for the filters that were given: each a field that must be equal, `since` on the field named. */
export function filters(given: Row, sinceColumn: string): RawBuilder<unknown>[] {
  return Object.entries(given).flatMap(([field, value]) => {
    if (value === undefined) return [];
    if (field === 'since') return [sql`${sql.ref(sinceColumn)} >= ${write('instant', value)}`];
    return [sql`${sql.ref(field)} = ${value}::text`];
  });
}
