// The queue, read from the store each time: lowest priority number first, those put back in front next, longest waiting then.

import type { Selectable } from 'kysely';
import { type Kysely, sql } from 'kysely';
import type { Handover, Loads } from '../desk/ports.ts';
import type { HandoverRow, Schema } from './schema.ts';

export interface Handovers {
  /** All of them, however many: whoever were left out would wait for ever. */
  waiting(): Promise<readonly Handover[]>;
  accepted(): Promise<readonly Handover[]>;
  waitingElsewhere(): Promise<readonly Handover[]>;
  endedSince(when: Date): Promise<readonly Handover[]>;
  handover(id: string): Promise<Handover | undefined>;
  handoversOf(conversation: string): Promise<readonly Handover[]>;
  openOf(person: string): Promise<readonly Handover[]>;
  mergedInto(conversation: string): Promise<readonly Handover[]>;
  restrictedHandovers(conversations: readonly string[]): Promise<readonly Handover[]>;
  /** Place in the team's queue of a handover asked for now: 1 is next. */
  place(team: string, priority: number): Promise<number>;
  /** Place of a waiting handover; undefined when it waits no more. */
  position(handover: string): Promise<number | undefined>;
  /** All who wait, each with the place in the queue of its team. */
  places(): Promise<readonly WaitingPlace[]>;
  /** How many seconds those waited whom the team has answered last. What goes first is told from what went first. */
  waits(of: { readonly team: string; readonly priority: number; readonly since: Date }): Promise<readonly number[]>;
  /** How many conversations each agent has now; one that rests takes nobody's time. */
  loads(): Promise<Loads>;
}

interface WaitingPlace {
  readonly conversation: string;
  readonly team: string;
  readonly priority: number;
  readonly requestedAt: Date;
  /** 1 is next. */
  readonly position: number;
}

export function createHandovers(db: Kysely<Schema>): Handovers {
  const all = db.selectFrom('contact.handovers').selectAll();
  const ours = all.where('elsewhere', '=', false);
  const waiting = ours.where('state', '=', 'waiting');
  return {
    waiting: async () => {
      const rows = await waiting
        .orderBy('priority')
        .orderBy('in_front', 'desc')
        .orderBy('requested_at')
        .orderBy('id')
        .execute();
      return rows.map(toHandover);
    },
    accepted: async () => {
      const rows = await ours.where('state', '=', 'accepted').orderBy('accepted_at').execute();
      return rows.map(toHandover);
    },
    waitingElsewhere: async () => {
      const elsewhere = all.where('elsewhere', '=', true).where('state', '=', 'waiting');
      return (await elsewhere.orderBy('requested_at').execute()).map(toHandover);
    },
    endedSince: async (when) => {
      const ended = all.where('state', '=', 'ended').where('ended_at', '>=', when);
      return (await ended.orderBy('ended_at', 'desc').limit(mostEnded).execute()).map(toHandover);
    },
    handover: async (id) => {
      const row = await all.where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : toHandover(row);
    },
    handoversOf: async (conversation) => {
      const rows = await all.where('conversation', '=', conversation).orderBy('requested_at').execute();
      return rows.map(toHandover);
    },
    restrictedHandovers: async (conversations) => {
      const restricted = all.where('restricted', '=', true).orderBy('requested_at');
      const rows = await restricted.where(sql<boolean>`conversation = any(${[...conversations]}::text[])`).execute();
      return rows.map(toHandover);
    },
    ...threadsIn(db),
    place: (team, priority) => countAhead(db, team, priority),
    position: (handover) => positionOf(db, handover),
    places: () => placesIn(db),
    waits: (of) => waitsOf(db, of),
    loads: async () => {
      const rows = await db
        .selectFrom('contact.handovers')
        .select(['agent', 'channel', sql<string>`count(*)`.as('count')])
        .where('state', '=', 'accepted')
        .where('held_until', 'is', null)
        .groupBy(['agent', 'channel'])
        .execute();
      const byAgent = Map.groupBy(rows, ({ agent }) => agent ?? '');
      return new Map(
        [...byAgent].map(([agent, of]) => [agent, new Map(of.map((row) => [row.channel, Number(row.count)]))]),
      );
    },
  };
}

function threadsIn(db: Kysely<Schema>): Pick<Handovers, 'openOf' | 'mergedInto'> {
  const all = db.selectFrom('contact.handovers').selectAll();
  return {
    openOf: async (person) => {
      const theirs = db.selectFrom('contact.conversations').select('handover').where('person', '=', person);
      const open = all.where('elsewhere', '=', false).where('state', '<>', 'ended');
      const found = open.where('id', 'in', theirs.where('handover', 'is not', null)).orderBy('requested_at');
      return (await found.execute()).map(toHandover);
    },
    mergedInto: async (conversation) => {
      const rows = await all.where('merged_into', '=', conversation).orderBy('ended_at').execute();
      return rows.map(toHandover);
    },
  };
}

/** Of a day, as many as a list shows. */
const mostEnded = 200;

async function countAhead(db: Kysely<Schema>, team: string, priority: number): Promise<number> {
  const { rows } = await sql<{ ahead: string }>`
    select count(*) as ahead from contact.handovers
    where state = 'waiting' and not elsewhere and team = ${team} and priority <= ${priority}`.execute(db);
  return Number(rows[0]?.ahead ?? 0) + 1;
}

async function placesIn(db: Kysely<Schema>): Promise<readonly WaitingPlace[]> {
  const { rows } = await sql<WaitingPlace>`
    select conversation, team, priority, requested_at as "requestedAt",
      row_number() over (partition by team order by priority, not in_front, requested_at, id)::integer as position
    from contact.handovers where state = 'waiting' and not elsewhere`.execute(db);
  return rows;
}

/** Danger and what is as urgent: it goes before all others. */
const urgentUpTo = 1;
const mostWaits = 20;

async function waitsOf(db: Kysely<Schema>, of: Parameters<Handovers['waits']>[0]): Promise<readonly number[]> {
  const { rows } = await sql<{ seconds: number }>`
    select extract(epoch from accepted_at - requested_at)::integer as seconds from contact.handovers
    where team = ${of.team} and not elsewhere and accepted_at >= ${of.since}::timestamptz
      and (priority <= ${urgentUpTo}::integer) = ${of.priority <= urgentUpTo}::boolean
    order by accepted_at desc limit ${mostWaits}::integer`.execute(db);
  return rows.map(({ seconds }) => seconds);
}

async function positionOf(db: Kysely<Schema>, handover: string): Promise<number | undefined> {
  const { rows } = await sql<{ place: string }>`
    select 1 + (select count(*) from contact.handovers o
      where o.state = 'waiting' and not o.elsewhere and o.team = h.team
        and (o.priority, not o.in_front, o.requested_at, o.id) < (h.priority, not h.in_front, h.requested_at, h.id)) as place
    from contact.handovers h where h.id = ${handover} and h.state = 'waiting' and not h.elsewhere`.execute(db);
  const place = rows[0]?.place;
  return place === undefined ? undefined : Number(place);
}

export function toHandover(row: Selectable<HandoverRow>): Handover {
  return {
    id: row.id,
    conversation: row.conversation,
    channel: row.channel,
    team: row.team,
    priority: row.priority,
    reason: row.reason,
    enquiry: row.enquiry,
    language: row.language,
    skills: row.skills,
    restricted: row.restricted,
    state: row.state,
    requestedAt: row.requested_at,
    ...(row.first_requested_at === null ? {} : { firstRequestedAt: row.first_requested_at }),
    ...(row.about === null ? {} : { about: row.about }),
    ...(row.agent === null ? {} : { agent: row.agent }),
    ...(row.accepted_at === null ? {} : { acceptedAt: row.accepted_at }),
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    ...(row.merged_into === null ? {} : { mergedInto: row.merged_into }),
    ...(row.held_until === null ? {} : { held: { until: row.held_until, because: row.held_because ?? '' } }),
    ...(row.resumed_at === null ? {} : { resumedAt: row.resumed_at }),
  };
}
