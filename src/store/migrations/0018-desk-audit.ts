// Every read and act at the desk is in the audit, so it grows: it is kept by months like the messages, and a month that is past its time
// is dropped whole. Nothing in it can be changed, deleted or emptied any more; the one thing that is let through is the move of a line
// that came before its month was made. Sessions know when somebody was last there, and how they came in.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const deskAudit: Migration = {
  name: '0018-desk-audit',
  up: async (db) => {
    for (const statement of [...audit, ...guard, ...sessions]) await sql.raw(statement).execute(db);
  },
};

const audit = [
  'alter table contact.audit rename to audit_before',
  'create sequence contact.audit_id',
  `create table contact.audit (
    id bigint not null default nextval('contact.audit_id'),
    at timestamptz not null,
    agent text not null,
    role text,
    did text not null,
    request text,
    subject text,
    conversation text,
    data jsonb not null
  ) partition by range (at)`,
  'create table contact.audit_default partition of contact.audit default',
  `insert into contact.audit (id, at, agent, did, request, subject, data)
    select id, at, agent, did, request, subject, data from contact.audit_before`,
  `select setval('contact.audit_id', coalesce((select max(id) from contact.audit), 0) + 1, false)`,
  'drop table contact.audit_before',
  'drop function contact.only_added_to()',
  'create index audit_latest on contact.audit (at, id)',
  'create index audit_of_agent on contact.audit (agent, at)',
  'create index audit_of_subject on contact.audit (subject, at) where subject is not null',
  'create index audit_of_conversation on contact.audit (conversation, at) where conversation is not null',
];

const guard = [
  `create function contact.only_added_to() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' and tg_table_name = 'audit_default' and current_setting('contact.moving', true) = 'on' then
      return old;
    end if;
    raise exception 'The audit is only added to';
  end $$`,
  `create trigger audit_only_added_to before update or delete on contact.audit
    for each row execute function contact.only_added_to()`,
  `create trigger audit_not_emptied before truncate on contact.audit
    for each statement execute function contact.only_added_to()`,
  `create trigger audit_not_emptied before truncate on contact.audit_default
    for each statement execute function contact.only_added_to()`,
];

/** `hint`: the identity token of who came by OpenID Connect, with which they are signed out there too. It opens nothing. */
const sessions = [
  'alter table contact.desk_sessions add column seen_at timestamptz',
  'update contact.desk_sessions set seen_at = at',
  'alter table contact.desk_sessions alter column seen_at set not null',
  `alter table contact.desk_sessions add column came_by text not null default 'link'`,
  'alter table contact.desk_sessions add column hint text',
  'create index desk_sessions_of_agent on contact.desk_sessions (agent)',
];
