// Who exported, erased or held whose data; legal holds; and files whose rows are gone but which may still lie on disk.
// The audit is only added to: nothing in it is changed, and only retention, which says so in its transaction, deletes from it.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const privacy: Migration = {
  name: '0008-privacy',
  up: async (db) => {
    for (const statement of [audit, auditAt, guard, guarded, holds, holdsOfPerson, files])
      await sql.raw(statement).execute(db);
  },
};

/** `subject` tells two people apart and names nobody: a keyed hash. What was done is in `data`, in numbers and kinds. */
const audit = `
create table contact.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  agent text not null,
  did text not null,
  request text,
  subject text,
  data jsonb not null
)`;
const auditAt = 'create index audit_at on contact.audit (at)';
const guard = `
create function contact.only_added_to() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('contact.retention', true) = 'on' then return old; end if;
  raise exception 'The audit is only added to';
end $$`;
const guarded = `
create trigger audit_only_added_to before update or delete on contact.audit
for each row execute function contact.only_added_to()`;

const holds = `
create table contact.legal_holds (
  id bigint generated always as identity primary key,
  person text not null,
  why text not null,
  agent text not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by text
)`;
const holdsOfPerson =
  'create unique index legal_holds_of_person on contact.legal_holds (person) where ended_at is null';
const files = `
create table contact.files_to_remove (
  id text primary key,
  at timestamptz not null
)`;
