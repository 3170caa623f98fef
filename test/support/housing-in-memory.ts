// A housing system in memory, filled with the demonstration landlord's people. What a turn leaves for the outbox is written to it
// at once, so that a transcript can ask after what it has just reported.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Case, NewCase, Task } from '../../src/model/case.ts';
import type { Effect, PersonChange, RepairChange } from '../../src/model/delivery.ts';
import { addDays } from '../../src/model/london-time.ts';
import type { Account, Person, Property, Repair, Slot, Tenancy } from '../../src/model/person.ts';
import { patchFor } from '../../src/model/profile-patch.ts';
import { isWorkingDay } from '../../src/model/working-days.ts';
import type { Answer, Housing } from '../../src/turn/actions/housing.ts';

interface Seed {
  readonly people: readonly (Omit<Person, 'tenancies' | 'etag'> & {
    readonly tenancies: readonly (Omit<Tenancy, 'property'> & { property: string; rentBalance: number })[];
  })[];
  readonly properties: readonly Property[];
  readonly repairs: readonly Repair[];
  readonly payments?: readonly { tenancy: string; on: string; amount: number }[];
}

const seed = parse(readFileSync('landlords/demo/people.yaml', 'utf8')) as Seed;

export interface HousingInMemory extends Housing {
  write(effect: Effect, at: Date): void;
  /** While away every question is answered so. */
  away: boolean;
}

export function housingInMemory(now: () => Date): HousingInMemory {
  const people = seed.people.map(personOf);
  const repairs: Repair[] = [...seed.repairs];
  const cases = new Map<string, Case>();
  const tasks = new Map<string, Task>();
  const plain = (reference: string) => reference.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const housing: HousingInMemory = {
    away: false,
    peopleByPhone: async (phone) => answer(people.filter((person) => person.phones.includes(phone))),
    peopleByTenancy: async (reference) =>
      answer(people.filter((person) => person.tenancies.some((each) => plain(each.reference) === plain(reference)))),
    peopleByName: async (name, postcode) =>
      answer(
        people.filter(
          (person) =>
            plain(name) === plain(`${person.name.given}${person.name.family}`) &&
            person.tenancies.some((each) => plain(each.property.postcode) === plain(postcode)),
        ),
      ),
    person: async (id) => answer(people.find((person) => person.id === id) ?? null),
    account: async (person) => answer(accountOf(person, now())),
    repairsOf: async (person) => answer(repairs.filter((repair) => repair.person === person)),
    repair: async (reference) => answer(repairs.find((repair) => plain(repair.reference) === plain(reference)) ?? null),
    freeSlots: async () => answer(slotsAfter(now())),
    casesOf: async (person, kind) =>
      answer(
        [...cases.values()].filter((each) => each.person === person && (kind === undefined || each.kind === kind)),
      ),
    tasksOf: async (person) => answer([...tasks.values()].filter((each) => each.person === person)),
    task: async (reference) => answer(tasks.get(reference.toUpperCase()) ?? null),
    sharedRepairs: async (postcode) => answer(repairs.filter((each) => isShared(each, postcode))),
    contactsOf: async () => answer([]),
    case: async (reference) =>
      answer([...cases.values()].find((each) => plain(each.reference) === plain(reference)) ?? null),
    records: async (wanted) => {
      const each = async <T>(references: readonly string[], ask: (reference: string) => Promise<T>) =>
        new Map(await Promise.all(references.map(async (one) => [one, await ask(one)] as const)));
      return {
        cases: await each(wanted.cases, housing.case),
        tasks: await each(wanted.tasks, housing.task),
        repairs: await each(wanted.repairs, housing.repair),
      };
    },
    write: (effect, at) => {
      if (effect.kind === 'housing.create-case') cases.set(effect.payload.reference, caseOf(effect.payload, at));
      if (effect.kind === 'housing.create-task')
        tasks.set(effect.payload.reference, { ...effect.payload, status: 'open' });
      if (effect.kind === 'housing.create-repair')
        repairs.push({ property: '', ...effect.payload, status: 'reported' });
      if (effect.kind === 'housing.change-repair') changeRepair(effect.payload);
      if (effect.kind === 'housing.update-person') changePerson(effect.payload);
      if (effect.kind === 'housing.change-case') {
        const { reference, changes: change } = effect.payload;
        const { addLinks = [], ...changes } = change;
        const known = cases.get(reference);
        const details = { ...known?.details, ...changes.details };
        const links = [...new Set([...(known?.links ?? []), ...addLinks])];
        if (known !== undefined) cases.set(reference, { ...known, ...changes, links, details });
      }
    },
  };
  /** As the outbox would, and the housing system that it writes to. */
  function changePerson({ person: id, changes }: PersonChange): void {
    const at = people.findIndex((each) => each.id === id);
    const known = people[at];
    if (known === undefined) return;
    const { contact, characteristics, ...others } = patchFor(known, changes);
    const merged = Object.entries({ ...known.contact, ...contact }).filter(([, value]) => value !== null);
    const told = { ...known.characteristics, ...characteristics } as NonNullable<Person['characteristics']>;
    const changed = others as Partial<Person>;
    people[at] = { ...known, ...changed, contact: Object.fromEntries(merged), characteristics: told };
  }
  function changeRepair({ reference, changes }: RepairChange): void {
    const at = repairs.findIndex((each) => each.reference === reference);
    const known = repairs[at];
    if (known === undefined) return;
    const { appointment, ...others } = changes;
    const { appointment: _before, ...rest } = known;
    repairs[at] = { ...rest, ...others, ...(appointment && { appointment, status: 'appointment-booked' }) };
  }
  function answer<T>(value: T): Answer<T> {
    return housing.away ? { is: 'away' } : { is: 'known', value };
  }
  return housing;
}

function isShared({ sharedPart, property, status }: Repair, postcode: string): boolean {
  const home = seed.properties.find((each) => each.id === property);
  return sharedPart !== undefined && home?.postcode === postcode && status !== 'completed';
}

function personOf(person: Seed['people'][number]): Person {
  const tenancies = person.tenancies.map(({ property, rentBalance: _balance, ...tenancy }) => {
    const home = seed.properties.find((each) => each.id === property);
    if (home === undefined) throw new Error(`There is no property ${property}.`);
    return { ...tenancy, property: home };
  });
  return { characteristics: {}, ...person, tenancies, etag: '1' };
}

function accountOf(id: string, now: Date): Account | null {
  const tenancy = seed.people.find((person) => person.id === id)?.tenancies[0];
  if (tenancy === undefined) return null;
  const payments = (seed.payments ?? []).filter((each) => each.tenancy === tenancy.reference);
  return { tenancy: tenancy.reference, balance: tenancy.rentBalance, asOf: now.toISOString(), payments };
}

function slotsAfter(now: Date): readonly Slot[] {
  const days = Array.from({ length: 9 }, (_, index) => addDays(now.toISOString().slice(0, 10), index + 1));
  return days
    .filter((day) => isWorkingDay(day, {}))
    .flatMap((date) => [
      { date, slot: 'am' as const },
      { date, slot: 'pm' as const },
    ]);
}

function caseOf(filed: NewCase, at: Date): Case {
  return { ...filed, createdAt: at.toISOString() };
}
