// Offers of waiting conversations to agents. What is offered hangs on the queue: an offer whose handover waits no more is over,
// whoever ended the waiting.

import { type Kysely, sql, type Transaction } from 'kysely';
import type { Queue, Reservation, Reservations, Waiting } from '../desk/ports.ts';
import { createHandovers, toHandover } from './handovers.ts';
import type { Schema } from './schema.ts';

const dispatchLock = "hashtextextended('desk:dispatch', 0)";
/** Offered first to somebody who had this person within so many days. */
const rememberedDays = 30;
/** An agent who let an offer run out is asked last for so long. */
const restSeconds = 120;
/** So many are looked at: more agents than that are not free at once. */
const mostWaiting = 500;

export function createReservations(db: Kysely<Schema>): Reservations {
  return {
    turnOver: (now, there, choose) =>
      db.transaction().execute(async (inside) => {
        const { rows } = await sql<{ mine: boolean }>`
          select pg_try_advisory_xact_lock(${sql.raw(dispatchLock)}) as mine`.execute(inside);
        if (rows[0]?.mine !== true) return 'busy';
        const ended = await endOver(inside, now, there);
        const offered = await offer(inside, await choose(await queueOf(inside, now)), now);
        return ended || offered ? 'changed' : 'same';
      }),
    declined: async ({ handover, agent }, now) => {
      const ended = await db
        .updateTable('contact.reservations')
        .set({ ended_at: now, ended_as: 'declined' })
        .where('handover', '=', handover)
        .where('agent', '=', agent)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      if (ended.numUpdatedRows > 0n) return;
      // Not offered to them, and still they say no: they are not asked later.
      const over = { offered_at: now, until: now, ended_at: now, ended_as: 'declined' as const };
      await db
        .insertInto('contact.reservations')
        .values({ handover, agent, ...over })
        .execute();
    },
    open: async () =>
      await db
        .selectFrom('contact.reservations')
        .select(['handover', 'agent', 'until'])
        .where('ended_at', 'is', null)
        .execute(),
  };
}

/** @returns whether any was over */
async function endOver(db: Transaction<Schema>, now: Date, there: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    update contact.reservations r set ended_at = ${now}, ended_as = case
      when h.state = 'accepted' and h.agent = r.agent then 'accepted'
      when h.state = 'waiting' and r.until <= ${now} then 'lapsed'
      else 'withdrawn' end
    from contact.handovers h
    where h.id = r.handover and r.ended_at is null
      and (h.state <> 'waiting' or r.until <= ${now} or r.agent <> all(${[...there]}::text[]))
    returning r.id`.execute(db);
  return rows.length > 0;
}

async function queueOf(db: Transaction<Schema>, now: Date): Promise<Queue> {
  const open = await db.selectFrom('contact.reservations').select('agent').where('ended_at', 'is', null).execute();
  const { rows: missed } = await sql<{ agent: string }>`
    select distinct agent from contact.reservations
    where ended_as = 'lapsed' and ended_at > ${now}::timestamptz - make_interval(secs => ${restSeconds})`.execute(db);
  return {
    waiting: (teams) => waitingWithoutOffer(db, now, teams),
    asked: new Set(open.map(({ agent }) => agent)),
    loads: await createHandovers(db).loads(),
    missed: new Set(missed.map(({ agent }) => agent)),
  };
}

interface WaitingRow {
  readonly known_to: string | null;
  readonly declined_by: string[] | null;
  readonly missed_by: string[] | null;
}

async function waitingWithoutOffer(
  db: Transaction<Schema>,
  now: Date,
  teams: readonly string[],
): Promise<readonly Waiting[]> {
  const { rows } = await sql<Parameters<typeof toHandover>[0] & WaitingRow>`
    select h.*, past.declined_by, past.missed_by, (
      select p.agent from contact.conversations c
        join contact.conversations same on same.id = c.id or same.person = c.person
        join contact.handovers p on p.conversation = same.id
      where c.id = h.conversation and p.state = 'ended' and p.agent is not null
        and p.ended_at > ${now}::timestamptz - make_interval(days => ${rememberedDays})
      order by p.ended_at desc limit 1) as known_to
    from contact.handovers h left join lateral (
      select array_agg(r.agent) filter (where r.ended_as = 'declined') as declined_by,
        array_agg(r.agent) filter (where r.ended_as = 'lapsed') as missed_by
      from contact.reservations r where r.handover = h.id and r.ended_at >= h.requested_at) past on true
    where h.state = 'waiting' and not h.elsewhere and h.team = any(${[...teams]}::text[])
      and not exists (select from contact.reservations r where r.handover = h.id and r.ended_at is null)
    order by h.priority, h.in_front desc, h.requested_at, h.id limit ${mostWaiting}`.execute(db);
  return rows.map((row) => ({
    ...toHandover(row),
    ...(row.known_to === null ? {} : { knownTo: row.known_to }),
    declinedBy: row.declined_by ?? [],
    missedBy: row.missed_by ?? [],
  }));
}

async function offer(db: Transaction<Schema>, offers: readonly Reservation[], now: Date): Promise<boolean> {
  if (offers.length === 0) return false;
  const rows = offers.map((each) => ({ ...each, offered_at: now }));
  const made = await db
    .insertInto('contact.reservations')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
