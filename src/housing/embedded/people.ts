// People, their homes and their rent accounts.

import { type RawBuilder, sql } from 'kysely';
import type { Account, Person } from '../../model/person.ts';
import type { PersonPatch } from '../people-schema.ts';
import { nameWords, phoneKey, plainKey } from '../words.ts';
import { type Database, type Row, write } from './table.ts';
import { changeSeen, etagOf } from './versions.ts';

export interface PeopleQuery {
  readonly phone?: string | undefined;
  readonly tenancy?: string | undefined;
  readonly name?: string | undefined;
  readonly postcode?: string | undefined;
}

/** Those who fit everything that is asked, by id. */
export async function findPeople(
  db: Database,
  query: PeopleQuery,
  page: { readonly limit: number; readonly after?: string | undefined },
): Promise<readonly Person[]> {
  const found = await sql<Row>`${select} where ${sql.join(conditions(query), sql` and `)}
    and p.id > ${page.after ?? ''} order by p.id limit ${page.limit}::integer`.execute(db);
  return found.rows.map((row) => asPerson(row).person);
}

export async function readPerson(db: Database, id: string): Promise<Person | undefined> {
  return (await readVersioned(db, id))?.person;
}

/** @throws Problem 404, 412 */
export async function changePerson(
  db: Database,
  id: string,
  wanted: { readonly ifMatch: string | undefined; readonly patch: PersonPatch; readonly now: Date },
): Promise<Person> {
  const changed = await changeSeen({
    ifMatch: wanted.ifMatch,
    read: () => readVersioned(db, id),
    change: async ({ person, version }) => {
      const sets = [...columns(person, wanted.patch), sql`version = version + 1`];
      const done = await sql`
        with changed as (
          update housing.people set ${sql.join(sets)}, changed_at = ${write('instant', wanted.now)}
          where id = ${id} and version = ${version}::integer returning id
        )${withCharacteristics(wanted.patch.characteristics ?? {})}
        select id from changed`.execute(db);
      return done.rows.length === 0 ? undefined : await readVersioned(db, id);
    },
  });
  return changed.person;
}

/** Whom the phone simulator may be: everybody with a number, in the order of their ids. */
export async function readNumbers(
  db: Database,
): Promise<readonly { readonly name: string; readonly number: string }[]> {
  const found = await sql<{ name: string; number: string }>`
    select concat_ws(' ', name ->> 'given', name ->> 'family') as name, phones ->> 0 as number
    from housing.people where jsonb_array_length(phones) > 0 order by id limit 100`.execute(db);
  return found.rows;
}

/** The account of the newest tenancy; undefined for somebody without one. */
export async function readAccount(db: Database, person: string, asOf: string): Promise<Account | undefined> {
  const found = await sql<Omit<Account, 'asOf'>>`
    select t.reference as tenancy, t.balance::float8 as balance, coalesce((
      select jsonb_agg(jsonb_build_object('on', q.paid_on, 'amount', q.amount) order by q.paid_on desc, q.id desc)
      from (select * from housing.payments where tenancy = t.reference order by paid_on desc, id desc limit 12) q
    ), '[]'::jsonb) as payments
    from housing.tenancies t where t.person = ${person}
    order by t.since desc nulls last, t.reference limit 1`.execute(db);
  const account = found.rows[0];
  return account === undefined ? undefined : { ...account, asOf };
}

/** The home that a repair is for when none is named. */
export async function homeOf(db: Database, person: string, tenancy: string | undefined): Promise<string | undefined> {
  const wanted = tenancy === undefined ? sql`true` : sql`reference_key = ${plainKey(tenancy)}`;
  const found = await sql<{ property: string }>`
    select property from housing.tenancies where person = ${person} and ${wanted}
    order by since desc nulls last, reference limit 1`.execute(db);
  return found.rows[0]?.property;
}

const select = sql`
  select p.id, p.name, p.born::text as born, p.phones, p.email, p.language, p.needs, p.contact, p.household, p.authority, p.warnings,
    p.profile_checked_on::text as "profileCheckedOn", p.version, coalesce((
      select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'reference', t.reference, 'role', t.role, 'tenure', t.tenure, 'since', t.since,
        'property', jsonb_build_object('id', r.id, 'address', r.address, 'postcode', r.postcode,
          'area', r.area, 'heating', r.heating, 'patch', r.patch)
      )) order by t.since desc nulls last, t.reference)
      from housing.tenancies t join housing.properties r on r.id = t.property where t.person = p.id
    ), '[]'::jsonb) as tenancies, coalesce((
      select jsonb_object_agg(c.name, jsonb_build_object('answer', c.answer, 'on', c.told_on))
      from housing.characteristics c where c.person = p.id
    ), '{}'::jsonb) as characteristics
  from housing.people p`;

function conditions(query: PeopleQuery): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [];
  if (query.phone !== undefined) all.push(sql`p.phones @> ${write('json', [phoneKey(query.phone)])}`);
  if (query.tenancy !== undefined) {
    all.push(sql`p.id in (select person from housing.tenancies where reference_key = ${plainKey(query.tenancy)})`);
  }
  if (query.name !== undefined) all.push(sql`p.name_words @> ${write('json', nameWords(query.name))}`);
  if (query.postcode !== undefined) {
    all.push(sql`p.id in (select t.person from housing.tenancies t join housing.properties r on r.id = t.property
      where r.postcode_key = ${plainKey(query.postcode)})`);
  }
  return all;
}

async function readVersioned(db: Database, id: string) {
  const found = await sql<Row>`${select} where p.id = ${id}`.execute(db);
  const row = found.rows[0];
  return row === undefined ? undefined : asPerson(row);
}

/** Empty is told for what the law of the profile distinguishes (no e-mail, never checked), left out for the rest. */
function asPerson(row: Row): { readonly person: Person; readonly version: number } {
  const { version, ...fields } = row;
  const told = Object.entries(fields).filter(
    ([field, value]) => value !== null || field === 'email' || field === 'profileCheckedOn',
  );
  const person = { ...Object.fromEntries(told), etag: etagOf(Number(version)) } as unknown as Person;
  return { person, version: Number(version) };
}

const kept = {
  phones: ['phones', 'json'],
  email: ['email', 'text'],
  language: ['language', 'text'],
  needs: ['needs', 'json'],
  household: ['household', 'json'],
  authority: ['authority', 'json'],
  warnings: ['warnings', 'json'],
  profileCheckedOn: ['profile_checked_on', 'date'],
} as const;

function columns(person: Person, patch: PersonPatch): RawBuilder<unknown>[] {
  const plain = Object.entries(kept).flatMap(([field, [column, how]]) => {
    const value = patch[field as keyof typeof kept];
    return value === undefined ? [] : [sql`${sql.ref(column)} = ${write(how, value)}`];
  });
  return [
    ...plain,
    ...(patch.contact === undefined ? [] : [sql`contact = ${write('json', mergedContact(person, patch.contact))}`]),
    ...(patch.name === undefined
      ? []
      : [sql`name = ${write('json', patch.name)}, name_words = ${write('json', wordsOf(patch.name))}`]),
  ];
}

/** In the statement that changes the person, so that both happen or neither. */
function withCharacteristics(patch: NonNullable<PersonPatch['characteristics']>): RawBuilder<unknown> {
  const told = Object.entries(patch).filter(([, each]) => each !== null);
  const gone = Object.keys(patch).filter((name) => !told.some(([each]) => each === name));
  return sql`, removed as (
      delete from housing.characteristics c using changed
      where c.person = changed.id and ${write('json', gone)} @> to_jsonb(c.name)
    ), kept as (
      insert into housing.characteristics (person, name, answer, told_on)
      select changed.id, each.key, each.value ->> 'answer', (each.value ->> 'on')::date
      from changed, jsonb_each(${write('json', Object.fromEntries(told))}) each
      on conflict (person, name) do update set answer = excluded.answer, told_on = excluded.told_on
    )`;
}

export function wordsOf(name: Person['name']): readonly string[] {
  return nameWords(`${name.given} ${name.family}`);
}

function mergedContact(person: Person, patch: NonNullable<PersonPatch['contact']>) {
  const merged = Object.entries({ ...person.contact, ...patch }).filter(([, value]) => value !== null);
  return Object.fromEntries(merged);
}
