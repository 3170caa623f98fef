// The embedded housing system: people and homes, and what was opened for them. One statement at a time, PostgreSQL and PGlite alike.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

const people = [
  `create table housing.properties (
    id text primary key,
    address text not null,
    postcode text not null,
    postcode_key text not null,
    area text,
    heating text,
    patch text
  )`,
  'create index properties_postcode on housing.properties (postcode_key)',
  `create table housing.people (
    id text primary key,
    name jsonb not null,
    name_words jsonb not null,
    born date,
    phones jsonb not null,
    email text,
    language text,
    needs jsonb not null,
    contact jsonb,
    household jsonb,
    authority jsonb,
    profile_checked_on date,
    version integer not null default 1,
    changed_at timestamptz not null
  )`,
  'create index people_phones on housing.people using gin (phones jsonb_path_ops)',
  'create index people_name on housing.people using gin (name_words jsonb_path_ops)',
  `create table housing.tenancies (
    reference text not null,
    reference_key text not null,
    person text not null references housing.people (id),
    role text not null,
    tenure text not null,
    property text not null references housing.properties (id),
    since date,
    balance numeric(12, 2) not null default 0,
    primary key (reference, person)
  )`,
  'create index tenancies_reference on housing.tenancies (reference_key)',
  'create index tenancies_person on housing.tenancies (person)',
  'create index tenancies_property on housing.tenancies (property)',
  `create table housing.payments (
    id bigint generated always as identity primary key,
    tenancy text not null,
    paid_on date not null,
    amount numeric(12, 2) not null
  )`,
  'create index payments_tenancy on housing.payments (tenancy, paid_on desc)',
];

/** What every record that is opened has: its place in the order, its version, and the key it was opened with. */
const opened = `
    number bigint generated always as identity unique,
    version integer not null default 1,
    idempotency_key text unique,
    body_hash text not null,
    created_at timestamptz not null`;

const records = [
  `create table housing.cases (
    reference text primary key,
    kind text not null,
    status text not null,
    stage text,
    priority text not null,
    risk_reasons jsonb not null,
    person text references housing.people (id),
    tenancy text,
    reported_by jsonb not null,
    words text not null,
    language text not null,
    english text,
    outcome_sought text,
    needs jsonb not null,
    received_at timestamptz not null,
    acknowledged_at timestamptz,
    due jsonb not null,
    owner text,
    team text not null,
    links jsonb not null,
    channel text not null,
    conversation text not null,
    details jsonb not null,${opened}
  )`,
  'create index cases_person on housing.cases (person, number desc)',
  'create index cases_kind_status on housing.cases (kind, status, number desc)',
  'create index cases_received on housing.cases (received_at)',
  `create table housing.repairs (
    reference text primary key,
    person text not null references housing.people (id),
    property text references housing.properties (id),
    tenancy text,
    fault text not null,
    room text,
    trade text not null,
    priority text not null,
    status text not null,
    access text,
    appointment_on date,
    appointment_slot text,
    appointment_wanted jsonb,
    contractor text,
    reported_on date,
    words text,
    language text,
    reported_at timestamptz,
    conversation text,
    attachments jsonb,${opened}
  )`,
  'create index repairs_person on housing.repairs (person, number desc)',
  'create index repairs_appointment on housing.repairs (trade, appointment_on)',
  'create index repairs_property on housing.repairs (property, appointment_on)',
  `create table housing.tasks (
    reference text primary key,
    team text not null,
    kind text not null,
    status text not null,
    person text references housing.people (id),
    words text not null,
    language text not null,
    due date not null,
    owner text,
    conversation text not null,
    details jsonb not null,${opened}
  )`,
  'create index tasks_team_status on housing.tasks (team, status, number desc)',
  'create index tasks_person on housing.tasks (person, number desc)',
  `create table housing.contacts (
    id text primary key,
    person text references housing.people (id),
    at timestamptz not null,
    channel text not null,
    topic text not null,
    outcome text not null,
    conversation text not null,${opened}
  )`,
  'create index contacts_person on housing.contacts (person, number desc)',
];

export const housing: Migration = {
  name: '0100-housing',
  up: async (db) => {
    await sql`create schema if not exists housing`.execute(db);
    for (const statement of [...people, ...records]) await sql.raw(statement).execute(db);
  },
};
