// What the text channel keeps: consents as a ledger, what became of each text, and webhooks that were not let in.

import { type Kysely, sql } from 'kysely';
import type { Quarantine, SmsConsents, SmsDeliveries } from '../channels/sms/ports.ts';
import { toJson } from './json.ts';
import type { Schema } from './schema.ts';

/** The last entry for a number counts; entries are never changed. @param clock the service's */
export function createSmsConsents(db: Kysely<Schema>, clock: () => Date): SmsConsents {
  const last = (number: string) =>
    db
      .selectFrom('contact.consents')
      .select('consent')
      .where('number', '=', number)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
  return {
    isOut: async (number) => (await last(number))?.consent === 'out',
    recordOut: async (number, word) => {
      if ((await last(number))?.consent === 'out') return;
      await db.insertInto('contact.consents').values({ number, consent: 'out', word, at: clock() }).execute();
    },
  };
}

/** One row per SID, made by whichever comes first: our own note of having sent it, or the network's word about it. */
export function createSmsDeliveries(db: Kysely<Schema>): SmsDeliveries {
  return {
    sent: async ({ sid, delivery, conversation, sequence, segments, at }) => {
      await sql`
        insert into contact.sms_deliveries (sid, delivery, conversation, sequence, segments, sent_at, at)
        values (${sid}, ${delivery}, ${conversation}, ${sequence ?? null}, ${segments}, ${at}, ${at})
        on conflict (sid) do update set delivery = excluded.delivery, conversation = excluded.conversation,
          sequence = excluded.sequence, segments = excluded.segments, sent_at = excluded.sent_at`.execute(db);
    },
    record: async ({ sid, status, rank, errorCode, price, at }) => {
      await sql`
        insert into contact.sms_deliveries as d (sid, status, rank, error_code, at)
        values (${sid}, ${status}, ${rank}, ${errorCode ?? null}, ${at})
        on conflict (sid) do update set status = excluded.status, rank = excluded.rank,
          error_code = excluded.error_code, at = excluded.at
        where excluded.rank > d.rank`.execute(db);
      if (price === undefined) return;
      await sql`update contact.sms_deliveries set price = ${price.amount}, price_unit = ${price.currency}
        where sid = ${sid}`.execute(db);
    },
    claims: async (sids) => {
      if (sids.length === 0) return new Map();
      const rows = await db
        .selectFrom('contact.sms_deliveries')
        .select(['sid', 'delivery'])
        .where('sid', 'in', [...sids])
        .execute();
      return new Map(rows.flatMap(({ sid, delivery }) => (delivery === null ? [] : [[sid, delivery] as const])));
    },
  };
}

export function createQuarantine(db: Kysely<Schema>): Quarantine & { count(): Promise<number> } {
  return {
    count: async () => {
      const { rows } = await sql<{ count: number }>`select count(*)::integer as count from contact.quarantine`.execute(
        db,
      );
      return rows[0]?.count ?? 0;
    },
    keep: async ({ reason, headers, body, at }) => {
      const clean = body.replaceAll('\0', '\ufffd').toWellFormed();
      await db
        .insertInto('contact.quarantine')
        .values({ reason, headers: toJson(headers), body: clean, at })
        .execute();
    },
  };
}
