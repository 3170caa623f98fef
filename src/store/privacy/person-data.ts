// All that is kept of one person, for a copy of it: by who they are on file, by their numbers, and by the conversation in which they asked.

import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { HeldConversation, KeptBecause, PersonData, Subject, Told } from '../../privacy/ports.ts';
import { type MessageRow, toMessage } from '../conversations/rows.ts';
import type { Schema } from '../schema.ts';
import { openMatters, reasonOf, recordOf } from './open-matters.ts';

type Db = Kysely<Schema>;

/** Conversations that are theirs: known by person, or asked in. One by their number alone is theirs perhaps: phones are shared. */
function ofSubject({ person, conversation, numbers }: Subject): RawBuilder<boolean> {
  return sql`(${isTheirs({ person, conversation })}
    or (c.person is null and c.channel = 'sms' and c.address ->> 'number' = any(${numbers}::text[])))`;
}

function isTheirs({ person = '', conversation }: { person?: string | undefined; conversation: string }) {
  return sql`((c.person is not null and c.person = ${person}) or (c.id = ${conversation} and (c.person is null or c.person = ${person})))`;
}

interface Row {
  readonly id: string;
  readonly channel: string;
  readonly started_at: Date;
  readonly kind: HeldConversation['kind'];
  readonly theirs: boolean;
  readonly speaks_for: string | null;
  readonly reasons: readonly (KeptBecause | null)[];
  readonly opened: HeldConversation['opened'];
}

export function createPersonReads(db: Db): Pick<PersonData, 'conversations' | 'told' | 'ofOthers' | 'beside'> {
  return {
    conversations: (subject) => conversationsOf(db, subject),
    told: (conversation) => toldIn(db, conversation),
    ofOthers: async (person) => {
      const { rows } = await sql<{ id: string }>`
        select c.id from contact.conversations c where c.person is distinct from ${person}
          and (c.state #>> '{speaksFor,person}' = ${person}
            or c.id in (select k.conversation from contact.cases k where k.person = ${person}))
        order by c.started_at, c.id`.execute(db);
      return rows.map(({ id }) => id);
    },
    beside: async ({ person = '', numbers }, today) => {
      const { rows: consents } = await sql<{ number: string; consent: 'in' | 'out'; word: string; at: Date }>`
        select number, consent, word, at from contact.consents where number = any(${numbers}::text[]) order by id`.execute(
        db,
      );
      const { rows: routes } = await sql<{ holds: boolean }>`
        select is_done as "isDone", route, contact, weekday, reason, until::text as until, review_on::text as "reviewOn", agent, at,
          id = max(id) over () and is_done <> 'ended' and until >= ${today}::date as holds
        from contact.contact_routes where person = ${person} order by id`.execute(db);
      return { consents, routes };
    },
  };
}

async function conversationsOf(db: Db, subject: Subject): Promise<readonly HeldConversation[]> {
  const reasons = openMatters.map((matter) => sql`case when ${reasonOf(matter, subject.request)} then ${matter} end`);
  const { rows } = await sql<Row>`
    select c.id, c.channel, c.started_at, ${recordOf(subject.request)} as kind, ${isTheirs(subject)} as theirs,
      c.state #>> '{speaksFor,person}' as speaks_for, array[${sql.join(reasons)}]::text[] as reasons,
      coalesce((select jsonb_agg(jsonb_build_object('reference', k.reference, 'kind', k.kind, 'enquiry', k.enquiry,
        'restricted', k.restricted) order by k.at, k.reference) from contact.cases k where k.conversation = c.id), '[]') as opened
    from contact.conversations c where ${ofSubject(subject)} order by c.started_at, c.id`.execute(db);
  return rows.map(({ started_at, theirs, speaks_for, reasons: all, ...row }) => ({
    ...row,
    startedAt: started_at,
    isTheirs: theirs,
    ...(speaks_for !== null && { speaksFor: speaks_for }),
    openBecause: all.filter((each) => each !== null),
  }));
}

async function toldIn(db: Db, id: string): Promise<Told> {
  const { rows } = await sql<MessageRow>`select conversation, sequence, author, kind, text, language, data, reply_to, at
    from contact.messages where conversation = ${id} order by sequence`.execute(db);
  const many = async (what: RawBuilder<unknown>) => (await sql<Record<string, unknown>>`${what}`.execute(db)).rows;
  const notes = await db
    .selectFrom('contact.notes')
    .select(['agent', 'text', 'at'])
    .where('conversation', '=', id)
    .orderBy('id')
    .execute();
  // What a colleague wrote and has not sent is kept as well, and is theirs to read as a note is.
  const drafts = await db
    .selectFrom('contact.drafts')
    .select(['agent', 'text', 'at'])
    .where('conversation', '=', id)
    .orderBy('agent')
    .execute();
  const restricted = await db
    .selectFrom('contact.handovers')
    .select('id')
    .where('conversation', '=', id)
    .where('restricted', '=', true)
    .executeTakeFirst();
  return {
    messages: rows.map(toMessage),
    notes: [...notes, ...drafts],
    promises:
      await many(sql`select what, due_by as "by", reference, owner, at, ended_at as "endedAt", ended_as as "endedAs", why
      from contact.promises where conversation = ${id} order by id`),
    isRestricted: restricted !== undefined,
    handovers: await many(sql`select team, reason, enquiry, about, language, state, requested_at as "requestedAt",
      accepted_at as "acceptedAt", ended_at as "endedAt", outcome from contact.handovers where conversation = ${id}
      order by requested_at`),
    texts: await many(sql`select sequence, segments, status, sent_at as "sentAt" from contact.sms_deliveries
      where conversation = ${id} order by sent_at`),
    numbers: await many(sql`select number, at from contact.text_lines where conversation = ${id} order by at`),
  };
}
