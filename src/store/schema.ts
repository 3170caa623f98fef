// The tables of schema `contact`, as Kysely knows them. The truth is in migrations/.

import type { ColumnType, Generated } from 'kysely';
import type { ViewFilter } from '../desk/views/ports.ts';
import type { Due } from '../model/case.ts';
import type { MisreadBecause } from '../model/conversation.ts';
import type { Address, Attachment, MessageData } from '../model/message.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;

export interface Schema {
  'contact.migrations': { name: string; at: Generated<Date> };
  'contact.conversations': {
    id: string;
    address: Json<Address>;
    channel: string;
    revision: number;
    sequence: number;
    taken: number;
    heard: number;
    heard_at: Instant;
    owner: 'bot' | 'queue' | 'agent';
    handover: string | null;
    agent: string | null;
    person: string | null;
    state: Json<unknown> | null;
    started_at: Instant;
  };
  'contact.received': {
    conversation: string;
    channel: string;
    channel_message_id: string;
    sequence: number;
    at: Instant;
  };
  'contact.messages': {
    conversation: string;
    sequence: number;
    author: 'customer' | 'service' | 'agent';
    kind: 'message' | 'event';
    text: string;
    language: string;
    data: Json<MessageData>;
    reply_to: number | null;
    inbound: Json<unknown> | null;
    at: Instant;
  };
  'contact.facts': {
    at: Instant;
    name: string;
    conversation: string | null;
    sequence: number | null;
    channel: string | null;
    person: string | null;
    enquiry: string | null;
    data: Json<Record<string, string | number | boolean | null>>;
  };
  'contact.cases': {
    reference: string;
    kind: string;
    conversation: string;
    person: string | null;
    enquiry: string;
    received_at: Instant;
    due: Json<readonly Due[]>;
    restricted: boolean;
    at: Instant;
  };
  'contact.promises': {
    id: Generated<string>;
    conversation: string;
    what: string;
    due_by: string;
    reference: string | null;
    owner: string;
    at: Instant;
    ended_at: Instant | null;
    ended_as: string | null;
    ended_by: string | null;
    why: string | null;
    look_at: Instant | null;
    warned_at: Instant | null;
    missed_at: Instant | null;
    news_by: string | null;
  };
  'contact.handovers': HandoverRow;
  'contact.reservations': {
    id: Generated<string>;
    handover: string;
    agent: string;
    offered_at: Instant;
    until: Instant;
    ended_at: Instant | null;
    ended_as: 'accepted' | 'declined' | 'lapsed' | 'withdrawn' | null;
  };
  'contact.notes': {
    id: Generated<string>;
    conversation: string;
    agent: string;
    text: string;
    at: Instant;
    mentions: Generated<string[]>;
    asks: Generated<boolean>;
    read_by: Generated<string[]>;
  };
  'contact.drafts': {
    conversation: string;
    agent: string;
    text: string;
    sending_as: string | null;
    at: Instant;
  };
  'contact.outbox': {
    seq: Generated<string>;
    id: string;
    key: string;
    kind: string;
    payload: Json<unknown>;
    conversation: string;
    sequence: number | null;
    state: Generated<'due' | 'sending' | 'parked'>;
    attempts: Generated<number>;
    due_at: Instant;
    code: string | null;
    created_at: Instant;
    told_at: Instant | null;
  };
  'contact.sms_deliveries': {
    sid: string;
    delivery: string | null;
    conversation: string | null;
    sequence: number | null;
    segments: number | null;
    price: string | null;
    price_unit: string | null;
    status: string | null;
    rank: Generated<number>;
    error_code: string | null;
    sent_at: Instant | null;
    at: Instant;
  };
  'contact.text_lines': { number: string; nth: number; conversation: string; at: Instant };
  'contact.chat_links': { id: string; conversation: string; at: Instant };
  'contact.consents': {
    id: Generated<string>;
    number: string;
    consent: 'in' | 'out';
    word: string;
    conversation: string | null;
    at: Instant;
  };
  'contact.failed_proofs': { key: string; at: Instant };
  'contact.misread': {
    id: Generated<string>;
    conversation: string;
    sequence: number;
    channel: string;
    language: string;
    words: string;
    because: MisreadBecause;
    guessed: string | null;
    confidence: number | null;
    during: string | null;
    meant: string | null;
    at: Instant;
    done_at: Instant | null;
    example_of: string | null;
  };
  'contact.contact_routes': {
    id: Generated<string>;
    person: string;
    is_done: 'set' | 'changed' | 'ended';
    route: 'named-contact' | 'written-weekly';
    contact: string;
    weekday: string | null;
    reason: string;
    until: string;
    review_on: string;
    agent: string;
    at: Instant;
  };
  'contact.incidents': {
    id: Generated<string>;
    version: Generated<number>;
    topics: string[];
    places: string[];
    words: Json<Readonly<Record<string, string>>>;
    starts_at: Instant;
    until: Instant;
    agent: string;
    at: Instant;
    ended_at: Instant | null;
    ended_by: string | null;
  };
  'contact.channel_stops': {
    id: Generated<string>;
    channel: string;
    why: string;
    agent: string;
    at: Instant;
    ended_at: Instant | null;
    ended_by: string | null;
  };
  'contact.routing_limits': {
    kind: 'team' | 'agent';
    of: string;
    limits: Json<unknown>;
    agent: string;
    at: Instant;
  };
  'contact.desk_views': { id: string; agent: string; name: string; filter: Json<ViewFilter> };
  'contact.quarantine': { id: Generated<string>; reason: string; headers: Json<unknown>; body: string; at: Instant };
  'contact.audit': {
    id: Generated<string>;
    at: Instant;
    agent: string;
    role: string | null;
    did: string;
    request: string | null;
    subject: string | null;
    conversation: string | null;
    data: Json<Readonly<Record<string, unknown>>>;
  };
  'contact.legal_holds': {
    id: Generated<string>;
    person: string;
    why: string;
    agent: string;
    at: Instant;
    ended_at: Instant | null;
    ended_by: string | null;
  };
  'contact.formats': {
    id: string;
    conversation: string;
    language: string;
    ways: string;
    files: Json<readonly Attachment[]>;
    words: string | null;
    at: Instant;
    until: Instant;
  };
  'contact.files_to_remove': { id: string; at: Instant };
  'contact.agents': { id: string; name: string; teams: string[] };
  'contact.sign_in_links': { id: string; at: Instant };
  'contact.desk_sessions': {
    hash: string;
    agent: string;
    at: Instant;
    until: Instant;
    seen_at: Instant;
    came_by: Generated<string>;
    hint: string | null;
  };
}

export interface HandoverRow {
  id: string;
  conversation: string;
  channel: string;
  team: string;
  priority: number;
  in_front: boolean;
  elsewhere: boolean;
  reason: string;
  enquiry: string;
  about: string | null;
  language: string;
  skills: string[];
  restricted: boolean;
  state: 'waiting' | 'accepted' | 'ended';
  agent: string | null;
  requested_at: Instant;
  accepted_at: Instant | null;
  ended_at: Instant | null;
  ended_as: string | null;
  outcome: string | null;
  held_until: Instant | null;
  held_because: string | null;
  resumed_at: Instant | null;
  first_requested_at: Instant | null;
  merged_into: string | null;
}
