// The statement that writes a batch of turns. Each is judged under its conversation's row lock; what belongs to the winners is
// written by the same statement, so a turn is stored whole or not at all.

import type { Statement } from '../database.ts';

/** Nobody else has changed it, and its customer is where the turn saw them. */
const isSame = `c.revision = i.revision and c.owner = i.owner and c.channel = i.reached
    and c.handover is not distinct from i.handover and c.agent is not distinct from i.agent`;

/**
 * Takes the row locks in the order of the ids, so that two instances never wait for each other in a circle, and sees each row as it is
 * then.
 */
const lock = `locked as materialized (
  select i.*, c.channel, c.sequence, c.heard, ${isSame} as same
  from items i join contact.conversations c on c.id = i.conversation
  order by c.id for update of c
)`;

/**
 * With the conversations in which others go on: each is still with the same agent, and is not changed beside it. Else two that are merged
 * into each other at once would both end.
 */
const lockWithMerges = `rows as materialized (
  select c.id, c.channel, c.sequence, c.heard, c.revision, c.owner, c.handover, c.agent from contact.conversations c
  where c.id in (select conversation from items union all select merges from items)
  order by c.id for update
), locked as materialized (
  select i.*, c.channel, c.sequence, c.heard, ${isSame}
    and (i.merges is null or exists (select from rows o where o.id = i.merges and o.owner = 'agent' and o.agent = i.agent
      and not exists (select from items x where x.conversation = o.id))) as same
  from items i join rows c on c.id = i.conversation
)`;

/** A repeat is told before a lost race: who sends again after success must hear of the success. */
const judgeAfter = (locking: string) => `
with items as materialized (
  select * from jsonb_to_recordset($1::jsonb) as x(n integer, conversation text, revision integer,
    owner text, handover text, agent text, taken integer, new_owner text, new_handover text, new_agent text,
    state jsonb, person text, replies integer, at timestamptz, client text, seen integer, audit jsonb, reached text, moves jsonb,
    merges text)
), ${locking}, judged as materialized (
  select l.*, case
    when l.client is not null and exists (select from contact.received r
      where r.conversation = l.conversation and r.channel = 'desk' and r.channel_message_id = l.client) then 'repeat'
    when not l.same then 'lost'
    when l.heard > l.seen then 'stale'
    else 'won' end as verdict
  from locked l
), won as materialized (
  select * from judged where verdict = 'won'
), turned as (
  update contact.conversations c set revision = w.revision + 1, sequence = w.sequence + w.replies, taken = w.taken,
    owner = w.new_owner, handover = w.new_handover, agent = w.new_agent, state = w.state, person = w.person,
    address = coalesce(w.moves, c.address), channel = coalesce(w.moves ->> 'channel', c.channel),
    started_at = least(c.started_at, w.at)
  from won w where c.id = w.conversation
), logged as (
  insert into contact.messages (conversation, sequence, author, kind, text, language, data, reply_to, at)
  select w.conversation, w.sequence + m.i, m.author, m.kind, m.text, m.language, m.data, m.reply_to, w.at
  from jsonb_to_recordset($2::jsonb) as m(conversation text, i integer, author text, kind text, text text, language text,
    data jsonb, reply_to integer)
  join won w on w.conversation = m.conversation
), counted as (
  insert into contact.facts (at, name, conversation, sequence, channel, person, enquiry, data)
  select w.at, f.name, w.conversation, w.taken, w.channel, w.person, f.enquiry, f.data
  from jsonb_to_recordset($3::jsonb) as f(conversation text, name text, enquiry text, data jsonb)
  join won w on w.conversation = f.conversation
), delivered as (
  insert into contact.outbox (id, key, kind, payload, conversation, sequence, due_at, created_at)
  select d.id, d.key, d.kind, d.payload, w.conversation, w.sequence + d.message + 1, w.at, w.at
  from jsonb_to_recordset($4::jsonb) as d(conversation text, i integer, id text, key text, kind text, payload jsonb,
    message integer)
  join won w on w.conversation = d.conversation
  order by w.conversation, d.i
  on conflict (id) do nothing
)`;

/**
 * What few turns have; left out of the statement when no turn of the batch has any of it. A handover that comes back from an agent
 * waits from then on: the limit of the wait is counted anew.
 */
const seldom = `, claimed as (
  insert into contact.received (conversation, channel, channel_message_id, sequence, at)
  select conversation, 'desk', client, sequence + 1, at from won where client is not null
), audited as (
  insert into contact.audit (at, agent, role, did, request, subject, conversation, data)
  select w.at, x.agent, x.role, x.did, x.request, x.subject, x.conversation, x.data
  from won w cross join lateral jsonb_to_record(w.audit) as x(agent text, role text, did text, request text, subject text,
    conversation text, data jsonb)
  where w.audit is not null
), opened as (
  insert into contact.cases (reference, kind, conversation, person, enquiry, received_at, due, restricted, at)
  select x.reference, x.kind, w.conversation, x.person, x.enquiry, x.received_at, x.due, x.restricted, w.at
  from jsonb_to_recordset($5::jsonb) as x(conversation text, reference text, kind text, person text, enquiry text,
    received_at timestamptz, due jsonb, restricted boolean)
  join won w on w.conversation = x.conversation
), promised as (
  insert into contact.promises (conversation, what, due_by, reference, owner, at, look_at)
  select w.conversation, x.what, x.by, x.reference, x.owner, w.at, w.at + interval '1 minute'
  from jsonb_to_recordset($6::jsonb) as x(conversation text, what text, by text, reference text, owner text)
  join won w on w.conversation = x.conversation
), changes as materialized (
  select w.conversation, w.channel, w.at, x.* from jsonb_to_recordset($7::jsonb) as x(c text, "is" text, id text, team text,
    priority integer, reason text, enquiry text, about text, language text, skills jsonb, restricted boolean,
    requested_at timestamptz, by_agent text, in_front boolean, elsewhere boolean, ended_as text, outcome text, until timestamptz, held_because text,
    merged_into text)
  join won w on w.conversation = x.c
), requested as (
  insert into contact.handovers (id, conversation, channel, team, priority, reason, enquiry, about, language, skills,
    restricted, requested_at, in_front, elsewhere, state, agent, accepted_at)
  select id, conversation, channel, team, priority, reason, enquiry, about, language,
    array(select jsonb_array_elements_text(skills)), restricted, requested_at, coalesce(in_front, false),
    coalesce(elsewhere, false), case when by_agent is null then 'waiting' else 'accepted' end, by_agent,
    case when by_agent is not null then at end
  from changes where "is" = 'requested'
), moved as (
  update contact.handovers h set
    state = case c."is" when 'requeued' then 'waiting' when 'ended' then 'ended' else 'accepted' end,
    team = coalesce(c.team, h.team),
    priority = coalesce(c.priority, h.priority),
    restricted = h.restricted or coalesce(c.restricted, false),
    first_requested_at = case when c."is" = 'requeued' then coalesce(h.first_requested_at, h.requested_at) else h.first_requested_at end,
    requested_at = case when c."is" = 'requeued' and h.state = 'accepted' then c.at else h.requested_at end,
    reason = case c."is" when 'requeued' then c.reason else h.reason end,
    in_front = h.in_front or c."is" = 'requeued',
    elsewhere = coalesce(c.elsewhere, h.elsewhere),
    agent = case c."is" when 'accepted' then c.by_agent when 'requeued' then null else h.agent end,
    accepted_at = case c."is" when 'accepted' then c.at when 'requeued' then null else h.accepted_at end,
    held_until = c.until,
    held_because = c.held_because,
    resumed_at = case c."is" when 'resumed' then c.at when 'held' then h.resumed_at end,
    ended_at = case c."is" when 'ended' then c.at end,
    ended_as = c.ended_as,
    outcome = c.outcome,
    merged_into = c.merged_into
  from changes c
  where c."is" <> 'requested' and h.id = c.id and h.conversation = c.conversation and h.state <> 'ended'
), noted as (
  insert into contact.notes (conversation, agent, text, at, mentions, asks)
  select w.conversation, x.agent, x.text, w.at, array(select jsonb_array_elements_text(coalesce(x.mentions, '[]'))),
    coalesce(x.asks, false)
  from jsonb_to_recordset($8::jsonb) as x(conversation text, agent text, text text, mentions jsonb, asks boolean)
  join won w on w.conversation = x.conversation
), consented as (
  insert into contact.consents (number, consent, word, conversation, at)
  select x.number, x.consent, x.word, w.conversation, w.at
  from jsonb_to_recordset($9::jsonb) as x(conversation text, number text, consent text, word text)
  join won w on w.conversation = x.conversation
), failed as (
  insert into contact.failed_proofs (key, at)
  select x.key, w.at from jsonb_to_recordset($10::jsonb) as x(conversation text, key text)
  join won w on w.conversation = x.conversation
), misread as (
  insert into contact.misread (conversation, sequence, channel, language, words, because, guessed, confidence, during, meant, at)
  select w.conversation, x.sequence, w.channel, x.language, x.words, x.because, x.guessed, x.confidence, x.during, x.meant, w.at
  from jsonb_to_recordset($11::jsonb) as x(conversation text, sequence integer, language text, words text, because text,
    guessed text, confidence real, during text, meant text)
  join won w on w.conversation = x.conversation
  on conflict (conversation, sequence) do update set because = excluded.because,
    meant = coalesce(excluded.meant, contact.misread.meant)
  where contact.misread.done_at is null
), promise_changed as (
  update contact.promises p set
    ended_at = case when x."as" in ('kept', 'moved') then w.at end,
    ended_as = case when x."as" in ('kept', 'moved') then x."as" end,
    ended_by = x.by,
    why = x.why,
    warned_at = case x."as" when 'warned' then w.at else p.warned_at end,
    missed_at = case x."as" when 'missed' then coalesce(p.missed_at, w.at) else p.missed_at end,
    news_by = coalesce(x.news_by, p.news_by)
  from jsonb_to_recordset($13::jsonb) as x(conversation text, id bigint, "as" text, by text, why text, news_by text)
  join won w on w.conversation = x.conversation
  where p.id = x.id and p.conversation = w.conversation and p.ended_at is null
), joined as (
  insert into contact.text_lines (number, nth, conversation, at)
  select x.number, x.nth, w.conversation, w.at
  from jsonb_to_recordset($14::jsonb) as x(conversation text, number text, nth integer)
  join won w on w.conversation = x.conversation
), forgotten as (
  delete from contact.misread m using jsonb_to_recordset($12::jsonb) as x(conversation text)
  join won w on w.conversation = x.conversation
  where m.conversation = w.conversation
)`;

const verdicts = '\nselect n, verdict, sequence, heard from judged';

export interface Verdict {
  readonly n: number;
  readonly verdict: 'won' | 'lost' | 'stale' | 'repeat';
  /** The last number before the commit. */
  readonly sequence: number;
  /** The number of the last customer message. */
  readonly heard: number;
}

/** Parameters $1 to $4: items, messages, facts, deliveries. */
export const commitUsual: Statement = { name: 'commit-usual-5', text: judgeAfter(lock) + verdicts };
/** And $5 to $14: cases, promises, handover changes, notes, consents, failed proofs, what was misread, whose of it goes, promises ended or told of, numbers. */
export const commitAll: Statement = { name: 'commit-all-11', text: judgeAfter(lockWithMerges) + seldom + verdicts };

/** An agent's message that was sent before, as it was written. */
export const committedBefore: Statement = {
  name: 'committed-before-1',
  text: `
select m.conversation, m.sequence, m.author, m.kind, m.text, m.language, m.data, m.reply_to, m.at
from contact.received r
join contact.messages m on m.conversation = r.conversation and m.sequence = r.sequence and m.at = r.at
where r.conversation = $1 and r.channel = 'desk' and r.channel_message_id = $2`,
};
