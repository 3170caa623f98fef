// The housing system that comes with Doorstep: for landlords without one, for demonstrations and for tests.
// Inside the process it is asked by plain calls; outside it speaks /housing/v1.

import type { Router } from 'express';
import type { z } from 'zod';
import { Problem } from '../../http/problem.ts';
import type { Logger } from '../../log.ts';
import type { Case, NewContact as PastContact, Task } from '../../model/case.ts';
import { OutsideError } from '../../model/outside-error.ts';
import type { Holidays } from '../../model/working-days.ts';
import type { Answer, Housing } from '../../turn/actions/housing.ts';
import {
  type Changed,
  type HousingDeliveries,
  type HousingWriter,
  housingDeliveries,
  type Opened,
} from '../deliveries.ts';
import { answerInTime } from '../in-time.ts';
import { CasePatch, NewCase, NewContact, NewRepair, NewTask, RepairPatch } from '../records-schema.ts';
import { referenceKey } from '../words.ts';
import { checked, storable } from './operation.ts';
import { changePerson, findPeople, readAccount, readNumbers, readPerson } from './people.ts';
import { peopleOperations } from './people-operations.ts';
import { recordOperations } from './record-operations.ts';
import {
  cases,
  changeRecord,
  contacts,
  filters,
  type Opening,
  openCase,
  openTask,
  recordContact,
  tasks,
} from './records.ts';
import { repairOperations } from './repair-operations.ts';
import { changeRepair, openRepair, readRepair, repairsBy, repairsOf, sharedRepairs } from './repairs.ts';
import { createHousingRouter } from './router.ts';
import { seedOnce } from './seed.ts';
import { type Calendar, freeSlots, today } from './slots.ts';
import { type Database, type Row, readAll, readMany, readOne, type Table } from './table.ts';
import { etagOf } from './versions.ts';

const mostPeople = 50;
const mostRecords = 100;
const mostSlots = 20;

export interface EmbeddedHousing {
  readonly reads: Housing;
  readonly deliver: HousingDeliveries;
  /** Mounted at `/housing/v1`. */
  readonly router: Router;
  /** People and their telephone numbers, for the phone simulator. */
  numbers(): Promise<readonly { readonly name: string; readonly number: string }[]>;
}

/**
 * Starts the embedded housing system on a database that is up to date, and fills it when it is empty.
 *
 * @param about.seedFile the people whom it starts with; none where it begins empty
 * @param about.holidays days without visits beside weekends, by ISO date
 * @throws Error when the seed file cannot be used
 */
export async function createEmbeddedHousing(about: {
  readonly db: Database;
  readonly token: string;
  readonly clock: () => Date;
  readonly seedFile?: string;
  readonly logger: Logger;
  readonly holidays?: Holidays;
  readonly readLimitMs?: number;
  /** Told which case, task or repair was changed over its API. */
  readonly changed?: (reference: string) => void;
}): Promise<EmbeddedHousing> {
  const { db, clock, logger, token } = about;
  const calendar: Calendar = { clock, holidays: about.holidays ?? {} };
  if (about.seedFile !== undefined) await seedOnce(db, { file: about.seedFile, now: clock(), logger });
  const operations = [...peopleOperations(db, calendar), ...repairOperations(db, calendar), ...recordOperations(db)];
  return {
    reads: readsOf(db, calendar, { limitMs: about.readLimitMs ?? 2_000, logger }),
    deliver: housingDeliveries(writerOf(db, calendar)),
    router: createHousingRouter({ operations, token, clock, changed: about.changed }),
    numbers: () => readNumbers(db),
  };
}

function readsOf(
  db: Database,
  calendar: Calendar,
  about: { readonly limitMs: number; readonly logger: Logger },
): Housing {
  const known = <T>(ask: () => Promise<T>): Promise<Answer<T>> =>
    answerInTime(ask, about.limitMs, (code) =>
      about.logger.warn('The housing system was away for a turn', { system: 'housing', code }),
    );
  /** One question for all of a kind. */
  const many = async <T extends { readonly reference: string }>(
    references: readonly string[],
    ask: (keys: readonly string[]) => Promise<readonly T[]>,
  ): Promise<ReadonlyMap<string, Answer<T | null>>> => {
    if (references.length === 0) return new Map();
    const answer = await known(() => ask(references.map(referenceKey)));
    if (answer.is === 'away') return new Map(references.map((each) => [each, answer]));
    const found = new Map(answer.value.map((each) => [each.reference, each]));
    return new Map(references.map((each) => [each, { is: 'known', value: found.get(referenceKey(each)) ?? null }]));
  };
  const recordsWhere = async (table: Table, filter: Row) =>
    (await readMany(db, table, { where: filters(filter, 'created_at'), limit: mostRecords })).rows as unknown;
  return {
    peopleByPhone: (phone) => known(() => findPeople(db, { phone }, { limit: mostPeople })),
    peopleByTenancy: (tenancy) => known(() => findPeople(db, { tenancy }, { limit: mostPeople })),
    peopleByName: (name, postcode) => known(() => findPeople(db, { name, postcode }, { limit: mostPeople })),
    person: (id) => known(async () => (await readPerson(db, id)) ?? null),
    account: (person) => known(async () => (await readAccount(db, person, today(calendar))) ?? null),
    repairsOf: (person) => known(async () => (await repairsOf(db, person, { limit: mostRecords })).repairs),
    repair: (reference) => known(async () => (await readRepair(db, referenceKey(reference)))?.repair ?? null),
    freeSlots: (wanted) => known(() => freeSlots(db, calendar, { ...wanted, limit: mostSlots })),
    casesOf: (person, kind) => known(async () => (await recordsWhere(cases, { person, kind })) as readonly Case[]),
    tasksOf: (person) => known(async () => (await recordsWhere(tasks, { person })) as readonly Task[]),
    task: (reference) =>
      known(async () => ((await readOne(db, tasks, referenceKey(reference)))?.row as unknown as Task) ?? null),
    sharedRepairs: (postcode) => known(async () => (await sharedRepairs(db, postcode, { limit: mostRecords })).repairs),
    contactsOf: (person) => known(async () => (await recordsWhere(contacts, { person })) as readonly PastContact[]),
    case: (reference) => known(() => readCase(db, reference)),
    records: async (wanted) => {
      const [foundCases, foundTasks, foundRepairs] = await Promise.all([
        many<Case>(wanted.cases, async (keys) => (await readAll(db, cases, keys)) as unknown as readonly Case[]),
        many<Task>(wanted.tasks, async (keys) => (await readAll(db, tasks, keys)) as unknown as readonly Task[]),
        many(wanted.repairs, (keys) => repairsBy(db, keys)),
      ]);
      return { cases: foundCases, tasks: foundTasks, repairs: foundRepairs };
    },
  };
}

function writerOf(db: Database, calendar: Calendar): HousingWriter {
  return {
    open: (what, body, key) =>
      orOutside(async () => {
        const checkedBody = checked(schemas[what], storable(body), 'body') as Row;
        await openers[what](db, { body: checkedBody, key, now: calendar.clock() }, calendar);
      }),
    change: (what, reference, patch) =>
      orOutside(async () => {
        const body = checked(patchSchemas[what], storable(patch), 'body') as Row;
        const wanted = { key: referenceKey(reference), ifMatch: undefined, fields: body };
        if (what === 'cases') await changeRecord(db, cases, wanted);
        else return await changedRepair(db, calendar, { reference: wanted.key, patch: body });
        return 'done';
      }),
    case: (reference) => orOutside(() => readCase(db, reference)),
    patchCase: (seen, patch) =>
      orOutside(() =>
        unlessChanged(async () => {
          const fields = checked(CasePatch, storable(patch), 'body') as Row;
          await changeRecord(db, cases, { key: referenceKey(seen.reference), ifMatch: seen.etag, fields });
        }),
      ),
    person: (id) => orOutside(async () => (await readPerson(db, id)) ?? null),
    patchPerson: (seen, patch) =>
      orOutside(() =>
        unlessChanged(() => changePerson(db, seen.id, { ifMatch: seen.etag, patch, now: calendar.clock() })),
      ),
  };
}

async function readCase(db: Database, reference: string): Promise<Case | null> {
  const found = await readOne(db, cases, referenceKey(reference));
  return found === undefined ? null : ({ ...found.row, etag: etagOf(found.version) } as unknown as Case);
}

async function unlessChanged(run: () => Promise<unknown>): Promise<'done' | 'changed-meanwhile'> {
  try {
    await run();
    return 'done';
  } catch (error) {
    if (error instanceof Problem && (error.status === 412 || error.status === 409)) return 'changed-meanwhile';
    throw error;
  }
}

async function changedRepair(
  db: Database,
  calendar: Calendar,
  wanted: { readonly reference: string; readonly patch: Row },
): Promise<'done' | 'slot-taken'> {
  try {
    await changeRepair(db, calendar, { ...wanted, ifMatch: undefined });
    return 'done';
  } catch (error) {
    if (error instanceof Problem && error.type === 'slot-taken') return 'slot-taken';
    throw error;
  }
}

const patchSchemas: Readonly<Record<Changed, z.ZodType>> = { cases: CasePatch, repairs: RepairPatch };

const schemas: Readonly<Record<Opened, z.ZodType>> = {
  cases: NewCase,
  repairs: NewRepair,
  tasks: NewTask,
  contacts: NewContact,
};

const openers: Readonly<Record<Opened, (db: Database, opening: Opening, calendar: Calendar) => Promise<unknown>>> = {
  cases: openCase,
  repairs: (db, opening, calendar) => openRepair(db, calendar, opening),
  tasks: openTask,
  contacts: recordContact,
};

/** What the housing system refuses will be refused again; whatever else fails is worth another try. */
async function orOutside<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof OutsideError) throw error;
    const isRefused = error instanceof Problem;
    throw new OutsideError(isRefused ? 'The housing system refused it' : 'The housing system is away', {
      system: 'housing',
      code: isRefused ? 'refused' : 'unreachable',
      retryable: !isRefused,
      cause: error,
    });
  }
}
