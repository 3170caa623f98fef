// The people whom an empty housing system starts with, from a file that is checked whole before a row is written.

import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Logger } from '../../log.ts';
import { Profile, Property, role } from '../people-schema.ts';
import { repairPriority } from '../records-schema.ts';
import { date, halfDay, id, line, plainKey, reference, slug } from '../words.ts';
import { wordsOf } from './people.ts';
import { type Database, type Row, write } from './table.ts';

const SeedPerson = Profile.extend({
  id,
  tenancies: z.array(
    z.strictObject({
      reference: id,
      role,
      tenure: slug,
      property: id,
      since: date.exactOptional(),
      rentBalance: z.number().default(0),
    }),
  ),
});

const SeedRepair = z.strictObject({
  reference,
  property: id,
  person: id,
  fault: line,
  trade: slug,
  priority: repairPriority,
  status: slug,
  appointment: z.strictObject({ date, slot: halfDay }).exactOptional(),
  contractor: line.exactOptional(),
  reportedOn: date.exactOptional(),
});

const Seed = z
  .strictObject({
    landlord: line,
    people: z.array(SeedPerson),
    properties: z.array(Property.strict()),
    repairs: z.array(SeedRepair).default([]),
    payments: z.array(z.strictObject({ tenancy: id, on: date, amount: z.number() })).default([]),
  })
  .check(({ value, issues }) => {
    const wrong = (path: PropertyKey[], message: string) =>
      issues.push({ code: 'custom', path, message, input: value });
    const people = new Set(value.people.map((person) => person.id));
    const homes = new Set(value.properties.map((property) => property.id));
    value.people.forEach((person, at) => {
      person.tenancies.forEach((tenancy, of) => {
        if (!homes.has(tenancy.property)) wrong(['people', at, 'tenancies', of, 'property'], 'no such property');
      });
    });
    value.repairs.forEach((repair, at) => {
      if (!people.has(repair.person)) wrong(['repairs', at, 'person'], 'no such person');
      if (!homes.has(repair.property)) wrong(['repairs', at, 'property'], 'no such property');
    });
  });
type Seed = z.output<typeof Seed>;

/**
 * Fills an empty housing system; one that has people is left as it is. Safe when two instances start together.
 *
 * @throws Error naming the file and every line at fault
 */
export async function seedOnce(
  db: Database,
  about: { readonly file: string; readonly now: Date; readonly logger: Logger },
): Promise<void> {
  if (await hasPeople(db)) return;
  const seed = readSeed(about.file);
  await db.transaction().execute(async (inside) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('housing:seed', 0))`.execute(inside);
    if (await hasPeople(inside)) return;
    for (const [table, row] of rowsOf(seed, about.now)) await insert(inside, table, row);
    about.logger.info('The embedded housing system was filled from its file', { count: seed.people.length });
  });
}

function readSeed(file: string): Seed {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new Error(`${file} cannot be read:\n${document.errors.map((error) => `  ${error.message}`).join('\n')}`);
  }
  const parsed = Seed.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const offset = rangeStart(document.getIn(path, true));
    const at = offset === undefined ? '' : `:${lines.linePos(offset).line}`;
    return `  ${file}${at} ${path.join('.')}: ${message}`;
  });
  throw new Error(`The people of the housing system cannot be used:\n${faults.join('\n')}`);
}

function rangeStart(node: unknown): number | undefined {
  return (node as { range?: readonly number[] | null } | undefined)?.range?.[0];
}

async function hasPeople(db: Database): Promise<boolean> {
  return (await sql`select 1 from housing.people limit 1`.execute(db)).rows.length > 0;
}

/** In the order of their foreign keys. */
function* rowsOf(seed: Seed, now: Date): Generator<readonly [table: string, row: Row]> {
  for (const property of seed.properties) {
    yield ['properties', { ...property, postcode_key: plainKey(property.postcode) }];
  }
  for (const person of seed.people) {
    const { tenancies, profileCheckedOn, characteristics = {}, ...profile } = person;
    yield [
      'people',
      { ...profile, name_words: wordsOf(person.name), profile_checked_on: profileCheckedOn, changed_at: now },
    ];
    for (const [name, { answer, on }] of Object.entries(characteristics)) {
      yield ['characteristics', { person: person.id, name, answer, told_on: on }];
    }
    for (const { rentBalance, ...tenancy } of tenancies) {
      const key = plainKey(tenancy.reference);
      yield ['tenancies', { ...tenancy, reference_key: key, person: person.id, balance: rentBalance }];
    }
  }
  for (const { appointment, reportedOn, ...repair } of seed.repairs) {
    const visit = { appointment_on: appointment?.date, appointment_slot: appointment?.slot };
    yield ['repairs', { ...repair, ...visit, reported_on: reportedOn, body_hash: 'seed', created_at: now }];
  }
  for (const { on, ...payment } of seed.payments) yield ['payments', { ...payment, paid_on: on }];
}

const dates = new Set(['born', 'since', 'profile_checked_on', 'appointment_on', 'reported_on', 'paid_on', 'told_on']);

async function insert(db: Database, table: string, row: Row): Promise<void> {
  const given = Object.entries(row).filter(([, value]) => value !== undefined && value !== null);
  const values = given.map(([column, value]) => write(howKept(column, value), value));
  await sql`
    insert into ${sql.raw(`housing.${table}`)} (${sql.join(given.map(([column]) => sql.ref(column)))})
    values (${sql.join(values)})`.execute(db);
}

function howKept(column: string, value: unknown): Parameters<typeof write>[0] {
  if (value instanceof Date) return 'instant';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'object') return 'json';
  return dates.has(column) ? 'date' : 'text';
}
