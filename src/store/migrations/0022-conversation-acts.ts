// What agents do with a conversation besides answering: it rests until a time that the tenant was told, notes name colleagues, and words
// that are not sent yet are kept.

import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const conversationActs: Migration = {
  name: '0022-conversation-acts',
  up: async (db) => {
    for (const statement of [hold, isHeld, mentions, ofMentioned, drafts]) await sql.raw(statement).execute(db);
  },
};

/** `resumed_at`: when it last came back to the agent who has it. */
const hold = `
alter table contact.handovers
  add column held_until timestamptz,
  add column held_because text,
  add column resumed_at timestamptz,
  add check ((held_until is null) = (held_because is null)),
  add check (held_until is null or state = 'accepted')`;
const isHeld = 'create index handovers_held on contact.handovers (held_until) where held_until is not null';
/** `asks`: those who are named are asked for an answer, and it is open until they wrote one. */
const mentions = `
alter table contact.notes
  add column mentions text[] not null default '{}',
  add column asks boolean not null default false,
  add column read_by text[] not null default '{}'`;
const ofMentioned = `create index notes_mentions on contact.notes using gin (mentions) where mentions <> '{}'`;
/** `sending_as`: the id under which the words are under way, so that none are sent twice. */
const drafts = `
create table contact.drafts (
  conversation text not null,
  agent text not null,
  text text not null,
  sending_as text,
  at timestamptz not null,
  primary key (conversation, agent)
)`;
