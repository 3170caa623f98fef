// Repairs and their visits. A repair is always kept, also when the visit that was asked for has gone meanwhile:
// it then waits for another to be agreed, and a task tells the repairs team so.

import { sql } from 'kysely';
import { Problem } from '../../http/problem.ts';
import type { Repair, Slot } from '../../model/person.ts';
import { homeOf } from './people.ts';
import { type Opening, open, openTask } from './records.ts';
import { type Calendar, canBook, lockVisits, today, workingDay } from './slots.ts';
import { change, type Database, type Row, readAll, readMany, readOne, type Table, type Versioned } from './table.ts';
import { changeSeen } from './versions.ts';

const repairs: Table = {
  name: 'housing.repairs',
  key: 'reference',
  fields: {
    reference: 'text',
    person: 'text',
    property: 'text',
    tenancy: 'text',
    fault: 'text',
    room: 'text',
    sharedPart: 'text',
    trade: 'text',
    priority: 'text',
    status: 'text',
    access: 'text',
    appointmentOn: 'date',
    appointmentSlot: 'text',
    appointmentWanted: 'json',
    contractor: 'text',
    reportedOn: 'date',
    words: 'text',
    language: 'text',
    reportedAt: 'instant',
    conversation: 'text',
    attachments: 'json',
    links: 'json',
    reportedBy: 'json',
  },
};

export interface RepairFound {
  readonly repair: Repair;
  readonly version: number;
}

export async function readRepair(db: Database, reference: string): Promise<RepairFound | undefined> {
  const found = await readOne(db, repairs, reference);
  return found === undefined ? undefined : asFound(found);
}

export async function repairsBy(db: Database, references: readonly string[]): Promise<readonly Repair[]> {
  return (await readAll(db, repairs, references)).map(asRepair);
}

export async function repairsOf(
  db: Database,
  person: string,
  page: { readonly limit: number; readonly after?: number | undefined },
): Promise<{ readonly repairs: readonly Repair[]; readonly next?: number }> {
  const { rows, next } = await readMany(db, repairs, { where: [sql`person = ${person}`], ...page });
  return { repairs: rows.map(asRepair), ...(next === undefined ? {} : { next }) };
}

/** Open repairs of what the homes at a postcode share, newest first. */
export async function sharedRepairs(
  db: Database,
  postcode: string,
  page: { readonly limit: number; readonly after?: number | undefined },
): Promise<{ readonly repairs: readonly Repair[]; readonly next?: number }> {
  const there = sql`property in (
    select id from housing.properties where replace(upper(postcode), ' ', '') = ${postcode.toUpperCase().replaceAll(' ', '')})`;
  const open = sql`shared_part is not null and status not in ('completed', 'cancelled')`;
  const { rows, next } = await readMany(db, repairs, { where: [there, open], ...page });
  return { repairs: rows.map(asRepair), ...(next === undefined ? {} : { next }) };
}

/** @throws Problem 409 reference taken, 422 key reused or person unknown */
export async function openRepair(
  db: Database,
  calendar: Calendar,
  opening: Opening,
): Promise<RepairFound & { readonly isNew: boolean }> {
  const { body, key, now } = opening;
  const { appointment, ...fields } = body as Row & { readonly appointment?: Slot };
  const property = fields.property ?? (await homeOf(db, String(fields.person), fields.tenancy as string | undefined));
  const row = { reportedAt: now.toISOString(), reportedOn: today(calendar), ...fields, property };
  return db.transaction().execute(async (inside) => {
    const visit = await visitFor(inside, calendar, { row, appointment });
    const opened = await open(inside, repairs, {
      row: { ...row, ...visit },
      prefix: 'REP',
      once: { key, body },
      now,
    });
    const found = asFound(opened);
    if (opened.isNew && visit.appointmentWanted !== undefined) await askToArrange(inside, calendar, found.repair);
    return { ...found, isNew: opened.isNew };
  });
}

/** @throws Problem 404, 412, and 409 when the visit asked for is taken */
export async function changeRepair(
  db: Database,
  calendar: Calendar,
  wanted: { readonly reference: string; readonly ifMatch: string | undefined; readonly patch: Row },
): Promise<RepairFound> {
  const { appointment, ...plain } = wanted.patch as Row & { readonly appointment?: Slot | null };
  const changed = await changeSeen({
    ifMatch: wanted.ifMatch,
    read: () => readOne(db, repairs, wanted.reference),
    change: ({ row, version }) =>
      db.transaction().execute(async (inside) => {
        const visit = await changedVisit(inside, calendar, { row: { ...row, ...plain }, appointment });
        const fields = { ...visit, ...plain };
        return change(inside, repairs, { key: wanted.reference, version, fields });
      }),
  });
  return asFound(changed);
}

async function visitFor(
  db: Database,
  calendar: Calendar,
  wanted: { readonly row: Row; readonly appointment: Slot | undefined },
) {
  const { row, appointment } = wanted;
  if (appointment === undefined) return { status: row.priority === 'hazard' ? 'inspection-due' : 'reported' };
  const trade = String(row.trade);
  await lockVisits(db, trade, appointment.date);
  const property = row.property as string | undefined;
  if (await canBook(db, calendar, { trade, property, slot: appointment })) return booked(appointment);
  return { status: 'appointment-to-arrange', appointmentWanted: appointment };
}

function booked(appointment: Slot) {
  return {
    status: 'appointment-booked',
    appointmentOn: appointment.date,
    appointmentSlot: appointment.slot,
    appointmentWanted: undefined,
  };
}

async function changedVisit(
  db: Database,
  calendar: Calendar,
  wanted: { readonly row: Row; readonly appointment: Slot | null | undefined },
): Promise<Row> {
  const { row, appointment } = wanted;
  if (appointment === undefined) return {};
  if (appointment === null) return { appointmentOn: null, appointmentSlot: null, status: 'appointment-to-arrange' };
  const trade = String(row.trade);
  await lockVisits(db, trade, appointment.date);
  const slot = { trade, property: row.property as string | undefined, slot: appointment };
  if (await canBook(db, calendar, { ...slot, but: String(row.reference) })) {
    return { ...booked(appointment), appointmentWanted: null };
  }
  throw new Problem(409, 'slot-taken', { title: 'This appointment is no longer free.' });
}

async function askToArrange(db: Database, calendar: Calendar, repair: Repair): Promise<void> {
  const body = {
    team: 'repairs',
    kind: 'arrange-appointment',
    person: repair.person,
    words: repair.fault,
    language: 'und',
    due: workingDay(calendar, 1),
    conversation: '',
    details: { repair: repair.reference },
  };
  await openTask(db, { body, key: `arrange:${repair.reference}`, now: calendar.clock() });
}

function asFound({ row, version }: Versioned): RepairFound {
  return { repair: asRepair(row), version };
}

function asRepair(row: Row): Repair {
  const { appointmentOn, appointmentSlot, ...fields } = row;
  const appointment =
    appointmentOn === undefined ? {} : { appointment: { date: appointmentOn, slot: appointmentSlot } };
  return { property: '', ...fields, ...appointment } as unknown as Repair;
}
