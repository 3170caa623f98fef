// Saving: one statement takes a batch of customers' messages, claims each under its channel's own id, numbers it under its
// conversation's row lock and writes it to the log.

import { customerMessage } from '../../model/customer-message.ts';
import type { Inbound } from '../../model/message.ts';
import type { Run, Statement } from '../database.ts';
import { toJson } from '../json.ts';
import { keptOf } from './rows.ts';

export interface Saved {
  readonly is: 'saved' | 'repeat';
  readonly sequence: number;
}

/**
 * Numbers are given out while the conversation's row is locked until commit, so they become visible in order, without a gap.
 * Two instances that save the same message at once meet at that lock; the second then breaks the claim's primary key, its
 * transaction leaves nothing, and tried again it finds the first. Rows are locked in the order of their ids: no deadlock.
 */
const save: Statement = {
  name: 'save-2',
  text: `
with incoming as materialized (
  select x.*, row_number() over of_conversation as nth, count(*) over (partition by x.conversation) as total
  from jsonb_to_recordset($1::jsonb) as x(n integer, conversation text, channel text, id text, address jsonb,
    kind text, text text, data jsonb, inbound jsonb, at timestamptz)
  where not exists (select from contact.received r
    where r.conversation = x.conversation and r.channel = x.channel and r.channel_message_id = x.id)
  window of_conversation as (partition by x.conversation order by x.n)
), grown as (
  insert into contact.conversations as c (id, address, channel, sequence, heard, heard_at, started_at)
  select conversation, (array_agg(address order by n desc))[1], (array_agg(channel order by n desc))[1], count(*), count(*), max(at), min(at)
  from incoming group by conversation order by conversation
  on conflict (id) do update set
    sequence = c.sequence + excluded.sequence,
    heard = c.sequence + excluded.sequence,
    heard_at = excluded.heard_at,
    started_at = least(c.started_at, excluded.started_at),
    address = case when c.channel = 'bot-framework' or c.channel <> excluded.channel then excluded.address else c.address end,
    channel = excluded.channel
  returning c.id, c.sequence
), numbered as materialized (
  select i.*, g.sequence - i.total + i.nth as sequence
  from grown g join incoming i on i.conversation = g.id
), claimed as (
  insert into contact.received (conversation, channel, channel_message_id, sequence, at)
  select conversation, channel, id, sequence, at from numbered
), logged as (
  insert into contact.messages (conversation, sequence, author, kind, text, language, data, inbound, at)
  select conversation, sequence, 'customer', kind, text, 'und', data, inbound, at from numbered
)
select n, sequence::integer from numbered`,
};

const claims: Statement = {
  name: 'claims-1',
  text: `
select x.n, r.sequence
from jsonb_to_recordset($1::jsonb) as x(n integer, conversation text, channel text, id text)
join contact.received r
  on r.conversation = x.conversation and r.channel = x.channel and r.channel_message_id = x.id`,
};

/** Gives one result per message, in their order. A message that is twice in the batch is saved once. */
export async function saveBatch(run: Run, batch: readonly Inbound[]): Promise<readonly Saved[]> {
  const first = new Map<string, number>();
  const fresh: number[] = [];
  batch.forEach((inbound, n) => {
    const key = `${inbound.conversation}\n${inbound.channelMessageId}`;
    if (first.has(key)) return;
    first.set(key, n);
    fresh.push(n);
  });
  const items = fresh.map((n) => toItem(batch[n] as Inbound, n));
  const saved = new Map<number, Saved>();
  for (const row of await run<{ n: number; sequence: number }>(save, [toJson(items)])) {
    saved.set(row.n, { is: 'saved', sequence: row.sequence });
  }
  await findRepeats(run, items, saved);
  return batch.map((inbound, n) => {
    const own = saved.get(n);
    if (own !== undefined) return own;
    const twin = saved.get(first.get(`${inbound.conversation}\n${inbound.channelMessageId}`) ?? -1);
    if (twin === undefined) throw new Error('A message was neither saved nor found');
    return { ...twin, is: 'repeat' };
  });
}

type Item = ReturnType<typeof toItem>;

async function findRepeats(run: Run, items: readonly Item[], saved: Map<number, Saved>): Promise<void> {
  const repeats = items.filter((item) => !saved.has(item.n));
  if (repeats.length === 0) return;
  const keys = repeats.map(({ n, conversation, channel, id }) => ({ n, conversation, channel, id }));
  for (const row of await run<{ n: number; sequence: number }>(claims, [toJson(keys)])) {
    saved.set(row.n, { is: 'repeat', sequence: row.sequence });
  }
}

function toItem(inbound: Inbound, n: number) {
  const message = customerMessage(inbound, 0);
  return {
    n,
    conversation: inbound.conversation,
    channel: inbound.address.channel,
    id: inbound.channelMessageId,
    address: inbound.address,
    kind: inbound.kind,
    text: inbound.text,
    data: message.data,
    inbound: keptOf(inbound),
    at: inbound.receivedAt,
  };
}
