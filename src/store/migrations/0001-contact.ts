// Schema `contact`: all of Doorstep's own that must not be lost.
//
// No foreign keys between the tables of a turn: they are written by one statement that checks more than a key could, and a
// key would cost a look-up per row. Instants are timestamptz, UTC. Months are partitions: retention drops them.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const contact: Migration = {
  name: '0001-contact',
  up: async (db) => {
    for (const part of [conversations, log, promises, handovers, deliveries, outside, desk]) {
      for (const statement of part.split(';')) {
        if (statement.trim() !== '') await sql.raw(statement).execute(db);
      }
    }
  },
};

const conversations = `
create table contact.conversations (
  id text primary key,
  address jsonb not null,
  channel text not null,
  revision integer not null default 0,
  sequence integer not null,
  taken integer not null default 0,
  heard integer not null,
  heard_at timestamptz not null,
  owner text not null default 'bot' check (owner in ('bot', 'queue', 'agent')),
  handover text,
  agent text,
  person text,
  state jsonb,
  started_at timestamptz not null,
  check ((owner = 'bot') = (handover is null)),
  check ((owner = 'agent') = (agent is not null))
) with (fillfactor = 70);
create index conversations_unanswered on contact.conversations (heard_at) where heard > taken;
create index conversations_of_person on contact.conversations (person, started_at) where person is not null;

create table contact.received (
  conversation text not null,
  channel text not null,
  channel_message_id text not null,
  sequence integer not null,
  at timestamptz not null,
  primary key (conversation, channel, channel_message_id)
);
create index received_at on contact.received using brin (at)`;

const log = `
create table contact.messages (
  conversation text not null,
  sequence integer not null,
  author text not null check (author in ('customer', 'service', 'agent')),
  kind text not null check (kind in ('message', 'event')),
  text text not null,
  language text not null,
  data jsonb not null,
  reply_to integer,
  inbound jsonb,
  at timestamptz not null
) partition by range (at);
create table contact.messages_default partition of contact.messages default;
create index messages_of_conversation on contact.messages (conversation, sequence);

create table contact.facts (
  at timestamptz not null,
  name text not null,
  conversation text,
  sequence integer,
  channel text,
  person text,
  enquiry text,
  data jsonb not null
) partition by range (at);
create table contact.facts_default partition of contact.facts default;
create index facts_by_name on contact.facts (name, at)`;

const promises = `
create table contact.cases (
  reference text primary key,
  kind text not null,
  conversation text not null,
  person text,
  enquiry text not null,
  received_at timestamptz not null,
  due jsonb not null,
  restricted boolean not null,
  at timestamptz not null
);
create index cases_of_conversation on contact.cases (conversation);
create index cases_of_person on contact.cases (person, received_at) where person is not null;

create table contact.promises (
  id bigint generated always as identity primary key,
  conversation text not null,
  what text not null,
  due_by text not null,
  reference text,
  owner text not null,
  at timestamptz not null,
  kept_at timestamptz
);
create index promises_of_conversation on contact.promises (conversation);
create index promises_open on contact.promises (due_by) where kept_at is null`;

const handovers = `
create table contact.handovers (
  id text primary key,
  conversation text not null,
  channel text not null,
  team text not null,
  priority integer not null,
  in_front boolean not null default false,
  reason text not null,
  enquiry text not null,
  language text not null,
  skills text[] not null,
  restricted boolean not null,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'ended')),
  agent text,
  requested_at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  ended_as text,
  outcome text
);
create index handovers_waiting on contact.handovers (team, priority, in_front desc, requested_at, id) where state = 'waiting';
create index handovers_accepted on contact.handovers (agent) where state = 'accepted';
create index handovers_of_conversation on contact.handovers (conversation, requested_at);

create table contact.notes (
  id bigint generated always as identity primary key,
  conversation text not null,
  agent text not null,
  text text not null,
  at timestamptz not null
);
create index notes_of_conversation on contact.notes (conversation, id)`;

const deliveries = `
create table contact.outbox (
  seq bigint generated always as identity primary key,
  id text not null unique,
  key text not null,
  kind text not null,
  payload jsonb not null,
  conversation text not null,
  sequence integer,
  state text not null default 'due' check (state in ('due', 'sending', 'parked')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  code text,
  created_at timestamptz not null
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
create index outbox_due on contact.outbox (due_at) where state <> 'parked';
create index outbox_key on contact.outbox (key, seq) where state <> 'parked';
create index outbox_parked on contact.outbox (seq) where state = 'parked';

create table contact.sms_deliveries (
  sid text primary key,
  delivery text,
  conversation text,
  sequence integer,
  segments integer,
  status text,
  rank integer not null default -1,
  error_code text,
  sent_at timestamptz,
  at timestamptz not null
);
create index sms_deliveries_at on contact.sms_deliveries using brin (at)`;

const outside = `
create table contact.consents (
  id bigint generated always as identity primary key,
  number text not null,
  consent text not null check (consent in ('in', 'out')),
  word text not null,
  conversation text,
  at timestamptz not null
);
create index consents_of_number on contact.consents (number, id);

create table contact.failed_proofs (
  key text not null,
  at timestamptz not null
);
create index failed_proofs_of_key on contact.failed_proofs (key, at);

create table contact.quarantine (
  id bigint generated always as identity primary key,
  reason text not null,
  headers jsonb not null,
  body text not null,
  at timestamptz not null
);
create index quarantine_at on contact.quarantine using brin (at)`;

const desk = `
create table contact.agents (
  id text primary key,
  name text not null,
  teams text[] not null
);

create table contact.sign_in_links (
  id text primary key,
  at timestamptz not null
);

create table contact.desk_sessions (
  hash text primary key,
  agent text not null,
  at timestamptz not null,
  until timestamptz not null
)`;
