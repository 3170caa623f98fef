// The outbox's rows. Order per key is kept here: only the first row of a key that is not parked can be claimed.

import { type Kysely, sql } from 'kysely';
import type { OutboxRow, OutboxStore, ParkedRow } from '../outbox/ports.ts';
import { createBatcher } from './conversations/batcher.ts';
import type { Run, Statement } from './database.ts';
import { toJson } from './json.ts';
import type { Schema } from './schema.ts';

const claim: Statement = {
  name: 'outbox-claim-1',
  text: `
with due as materialized (
  select o.seq from contact.outbox o
  where o.state <> 'parked' and o.due_at <= $1 and not exists (
    select from contact.outbox earlier where earlier.key = o.key and earlier.state <> 'parked' and earlier.seq < o.seq)
  order by o.due_at, o.seq limit $3 for update of o skip locked
)
update contact.outbox o set state = 'sending', attempts = o.attempts + 1, due_at = $2
from due where o.seq = due.seq
returning o.seq, o.id, o.key, o.kind, o.payload, o.conversation, o.sequence, o.attempts, o.created_at`,
};

const done: Statement = {
  name: 'outbox-done-2',
  text: `
with rows as materialized (
  select * from jsonb_to_recordset($1::jsonb) as x(seq bigint, attempts integer, conversation text, sequence integer,
    kind text, at timestamptz)
), gone as (
  delete from contact.outbox o using rows r where o.seq = r.seq and o.attempts = r.attempts returning r.*
)
insert into contact.facts (at, name, conversation, sequence, data)
select at, 'delivery.done', conversation, sequence, jsonb_build_object('kind', kind, 'attempts', attempts) from gone`,
};

const again: Statement = {
  name: 'outbox-again-1',
  text: `update contact.outbox set state = 'due', due_at = $3, code = $4 where seq = $1 and attempts = $2`,
};

const park: Statement = {
  name: 'outbox-park-1',
  text: `
with parked as (
  update contact.outbox set state = 'parked', code = $4 where seq = $1 and attempts = $2
  returning conversation, sequence, kind
)
insert into contact.facts (at, name, conversation, sequence, data)
select $3::timestamptz, 'delivery.parked', conversation, sequence, jsonb_build_object('kind', kind, 'code', $4::text) from parked`,
};

interface Row {
  readonly seq: string;
  readonly id: string;
  readonly key: string;
  readonly kind: OutboxRow['kind'];
  readonly payload: never;
  readonly conversation: string;
  readonly sequence: number | null;
  readonly attempts: number;
  readonly created_at: Date;
}

export function createOutboxStore(run: Run, db: Kysely<Schema>): OutboxStore {
  const finishing = createBatcher({
    most: 100,
    run: async (rows: readonly unknown[]) => {
      await run(done, [toJson(rows)]);
      return rows.map(() => undefined);
    },
  });
  return {
    claim: async ({ now, until, limit }) => {
      const rows = await run<Row>(claim, [now, until, limit]);
      return rows.map(toOutboxRow).sort((a, b) => Number(BigInt(a.seq) - BigInt(b.seq)));
    },
    done: async ({ seq, attempts, conversation, sequence, kind }, at) => {
      await finishing({ seq, attempts, conversation, sequence, kind, at });
    },
    again: async ({ seq, attempts }, dueAt, code) => {
      await run(again, [seq, attempts, dueAt, code]);
    },
    park: async ({ seq, attempts }, at, code) => {
      await run(park, [seq, attempts, at, code]);
    },
    parked: (limit = 100) => parkedRows(db, limit),
    retry: (id, now) => retryParked(db, id, now),
    release: async (now) => {
      await db.updateTable('contact.outbox').set({ due_at: now }).where('state', '=', 'sending').execute();
    },
    counts: async () => {
      const { rows } = await sql<{ waiting: string; parked: string; oldest: Date | null }>`
        select count(*) filter (where state <> 'parked' and code is distinct from 'held') as waiting, count(*) filter (where state = 'parked') as parked,
          min(created_at) filter (where state <> 'parked' and code is distinct from 'held') as oldest
        from contact.outbox`.execute(db);
      const row = rows[0];
      return { waiting: Number(row?.waiting), parked: Number(row?.parked), oldestAt: row?.oldest ?? undefined };
    },
  };
}

function toOutboxRow(row: Row): OutboxRow {
  return {
    seq: row.seq,
    id: row.id,
    key: row.key,
    kind: row.kind,
    payload: row.payload,
    conversation: row.conversation,
    attempts: row.attempts,
    resumed: row.attempts > 1,
    createdAt: row.created_at,
    ...(row.sequence === null ? {} : { sequence: row.sequence }),
  };
}

async function parkedRows(db: Kysely<Schema>, limit: number): Promise<readonly ParkedRow[]> {
  const rows = await db
    .selectFrom('contact.outbox')
    .select(['id', 'kind', 'conversation', 'sequence', 'attempts', 'code', 'created_at'])
    .where('state', '=', 'parked')
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ParkedRow['kind'],
    conversation: row.conversation,
    attempts: row.attempts,
    code: row.code ?? '',
    createdAt: row.created_at,
    ...(row.sequence === null ? {} : { sequence: row.sequence }),
  }));
}

async function retryParked(db: Kysely<Schema>, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('contact.outbox')
    .set({ state: 'due', due_at: now })
    .where('id', '=', id)
    .where('state', '=', 'parked')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
