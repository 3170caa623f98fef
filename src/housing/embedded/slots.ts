// Free appointments by a plain rule: so many visits per trade in each half of a working day, less those booked.
// A home gets one visit per half day. Emergencies have no appointment: somebody comes.

import { type RawBuilder, sql } from 'kysely';
import { localTime } from '../../model/london-time.ts';
import type { Slot } from '../../model/person.ts';
import { addWorkingDays, type Holidays, isWorkingDay } from '../../model/working-days.ts';
import type { Database } from './table.ts';

export interface Calendar {
  readonly clock: () => Date;
  /** Days without visits beside weekends, by ISO date: the bank holidays of the nation. */
  readonly holidays: Holidays;
}

/** How many visits of one trade fit in half a day. */
const visitsPerHalfDay = 2;

/** First and last working day on offer, counted from today. Damp and other hazards are looked at within ten working days. */
const windows: Readonly<Record<string, readonly [first: number, last: number]>> = {
  urgent: [1, 5],
  hazard: [1, 9],
  routine: [2, 20],
};

const over = ['cancelled', 'completed', 'missed-visit'];

export interface Wanted {
  readonly trade: string;
  readonly priority: string;
  readonly property?: string | undefined;
  readonly limit: number;
}

export async function freeSlots(db: Database, calendar: Calendar, wanted: Wanted): Promise<readonly Slot[]> {
  const window = windows[wanted.priority];
  if (window === undefined) return [];
  const [first, last] = window;
  const days = Array.from({ length: last - first + 1 }, (_, index) => workingDay(calendar, first + index));
  const taken = await visits(db, { from: today(calendar), ...wanted });
  const all = days.flatMap((date) => [{ date, slot: 'am' } as const, { date, slot: 'pm' } as const]);
  return all.filter((slot) => isFree(taken, slot)).slice(0, wanted.limit);
}

/** Whether a visit can be booked there and then. Called under `lockVisits`, so that two bookings cannot both be the last one. */
export async function canBook(
  db: Database,
  calendar: Calendar,
  wanted: {
    readonly trade: string;
    readonly property?: string | undefined;
    readonly slot: Slot;
    readonly but?: string;
  },
): Promise<boolean> {
  const { date } = wanted.slot;
  if (date < today(calendar) || !isWorkingDay(date, calendar.holidays)) return false;
  const taken = await visits(db, { from: date, until: date, ...wanted });
  return isFree(taken, wanted.slot);
}

/** Held until the transaction ends: bookings of a trade on a day are made one after the other. */
export async function lockVisits(db: Database, trade: string, date: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`visits:${trade}:${date}`}::text, 0))`.execute(db);
}

export function today(calendar: Calendar): string {
  return localTime(calendar.clock()).date;
}

/** The nth working day after today. */
export function workingDay(calendar: Calendar, nth: number): string {
  return addWorkingDays(today(calendar), nth, calendar.holidays);
}

interface Visit extends Slot {
  readonly ofTrade: number;
  readonly atProperty: number;
}

async function visits(
  db: Database,
  about: {
    readonly from: string;
    readonly until?: string;
    readonly trade: string;
    readonly property?: string | undefined;
    readonly but?: string;
  },
): Promise<readonly Visit[]> {
  const until: RawBuilder<unknown> =
    about.until === undefined ? sql`true` : sql`appointment_on <= ${about.until}::date`;
  const found = await sql<Visit>`
    select appointment_on::text as date, appointment_slot as slot,
      (count(*) filter (where trade = ${about.trade}))::integer as "ofTrade",
      (count(*) filter (where property = ${about.property ?? null}::text))::integer as "atProperty"
    from housing.repairs
    where appointment_on >= ${about.from}::date and ${until}
      and (trade = ${about.trade} or property = ${about.property ?? null}::text)
      and status not in (${sql.join(over)}) and reference <> ${about.but ?? ''}
    group by appointment_on, appointment_slot`.execute(db);
  return found.rows;
}

function isFree(taken: readonly Visit[], wanted: Slot): boolean {
  const there = taken.find((visit) => visit.date === wanted.date && visit.slot === wanted.slot);
  return there === undefined || (there.ofTrade < visitsPerHalfDay && there.atProperty === 0);
}
