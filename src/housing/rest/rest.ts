// A landlord's own housing system that speaks the same API. Its answers are read by the same schemas that ours is written with.

import { z } from 'zod';
import { type Credentials, createBearerSource } from '../../http/bearer.ts';
import type { Logger } from '../../log.ts';
import { OutsideError } from '../../model/outside-error.ts';
import type { Answer, Housing } from '../../turn/actions/housing.ts';
import { type HousingDeliveries, type HousingWriter, housingDeliveries } from '../deliveries.ts';
import { answerInTime } from '../in-time.ts';
import { Account, Person, Slot } from '../people-schema.ts';
import { Case, Contact, Repair, Task } from '../records-schema.ts';
import { phoneKey, referenceKey } from '../words.ts';
import { type Answered, type Call, createCall } from './call.ts';

const mostRecords = 100;

/**
 * Connects to a housing system elsewhere. Nothing is asked until the first turn.
 *
 * @param about.url the base address, e.g. `https://housing.example.com/housing/v1`
 */
export function createRestHousing(about: {
  readonly url: string;
  readonly credentials: Credentials;
  readonly logger: Logger;
  readonly readLimitMs?: number;
  readonly writeLimitMs?: number;
}): { readonly reads: Housing; readonly deliver: HousingDeliveries } {
  const call = createCall(about.url, createBearerSource('housing', about.credentials));
  const readLimitMs = about.readLimitMs ?? 2_000;
  const away = (code: string) =>
    about.logger.warn('The housing system was away for a turn', { system: 'housing', code });
  return {
    reads: readsOf(call, { limitMs: readLimitMs, away }),
    deliver: housingDeliveries(writerOf(call, about.writeLimitMs ?? 10_000)),
  };
}

function readsOf(call: Call, about: { readonly limitMs: number; readonly away: (code: string) => void }): Housing {
  const { limitMs, away } = about;
  const asked = (path: string) => call({ method: 'GET', path, limitMs, expected: [404] });
  const one = <T>(path: string, schema: z.ZodType<T>): Promise<Answer<T | null>> =>
    answerInTime(async () => read(schema.nullable(), orNull(await asked(path))), limitMs, away);
  const many = <T>(path: string, schema: z.ZodType<T>): Promise<Answer<readonly T[]>> =>
    answerInTime(async () => read(z.array(schema), orEmpty(await asked(path))), limitMs, away);
  const ofCase = (reference: string) => answerInTime(() => readCase(call, reference, limitMs), limitMs, away);
  const ofTask = (reference: string) => one(`tasks/${encodeURIComponent(referenceKey(reference))}`, Task);
  const ofRepair = (reference: string) => one(`repairs/${encodeURIComponent(referenceKey(reference))}`, Repair);
  return {
    peopleByPhone: (phone) => many(`people?${query({ phone: phoneKey(phone) })}`, Person),
    peopleByTenancy: (tenancy) => many(`people?${query({ tenancy })}`, Person),
    peopleByName: (name, postcode) => many(`people?${query({ name, postcode })}`, Person),
    person: (id) => one(`people/${encodeURIComponent(id)}`, Person),
    account: (person) => one(`people/${encodeURIComponent(person)}/account`, Account),
    repairsOf: (person) => many(`people/${encodeURIComponent(person)}/repairs?limit=${mostRecords}`, Repair),
    repair: ofRepair,
    freeSlots: (wanted) => many(`slots?${query(wanted)}`, Slot),
    casesOf: (person, kind) => many(`cases?${query({ person, kind, limit: String(mostRecords) })}`, Case),
    tasksOf: (person) => many(`tasks?${query({ person, limit: String(mostRecords) })}`, Task),
    task: ofTask,
    sharedRepairs: (postcode) => many(`repairs?${query({ postcode, limit: String(mostRecords) })}`, Repair),
    contactsOf: (person) => many(`contacts?${query({ person, limit: String(mostRecords) })}`, Contact),
    case: ofCase,
    records: async (wanted) => ({
      cases: await each(wanted.cases, ofCase),
      tasks: await each(wanted.tasks, ofTask),
      repairs: await each(wanted.repairs, ofRepair),
    }),
  };
}

const mostAtOnce = 10;

/** The API has no question for several. */
async function each<T>(
  references: readonly string[],
  ask: (reference: string) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  const answers = new Map<string, T>();
  for (let from = 0; from < references.length; from += mostAtOnce) {
    const some = references.slice(from, from + mostAtOnce);
    await Promise.all(some.map(async (reference) => answers.set(reference, await ask(reference))));
  }
  return answers;
}

/** With its tag, which stands in no field of it. */
async function readCase(call: Call, reference: string, limitMs: number) {
  const path = `cases/${encodeURIComponent(referenceKey(reference))}`;
  const answer = await call({ method: 'GET', path, limitMs, expected: [404] });
  const found = read(Case.nullable(), orNull(answer));
  return found === null || answer.etag === undefined ? found : { ...found, etag: answer.etag };
}

function writerOf(call: Call, limitMs: number): HousingWriter {
  return {
    open: async (what, body, key) => {
      await call({ method: 'POST', path: what, limitMs, body, headers: { 'Idempotency-Key': key } });
    },
    change: async (what, reference, patch) => {
      const path = `${what}/${encodeURIComponent(referenceKey(reference))}`;
      const answer = await call({ method: 'PATCH', path, limitMs, body: patch, expected: [409] });
      return answer.status === 409 ? 'slot-taken' : 'done';
    },
    case: (reference) => readCase(call, reference, limitMs),
    patchCase: async ({ reference, etag }, body) => {
      const path = `cases/${encodeURIComponent(referenceKey(reference))}`;
      const headers = etag === undefined ? {} : { 'If-Match': etag };
      const answer = await call({ method: 'PATCH', path, limitMs, body, headers, expected: [412] });
      return answer.status === 412 ? 'changed-meanwhile' : 'done';
    },
    person: async (id) => {
      const path = `people/${encodeURIComponent(id)}`;
      return read(Person.nullable(), orNull(await call({ method: 'GET', path, limitMs, expected: [404] })));
    },
    patchPerson: async (seen, patch) => {
      const path = `people/${encodeURIComponent(seen.id)}`;
      const headers = { 'If-Match': seen.etag };
      const answer = await call({ method: 'PATCH', path, limitMs, body: patch, headers, expected: [409, 412] });
      return answer.status === 412 || answer.status === 409 ? 'changed-meanwhile' : 'done';
    },
  };
}

function orNull(answer: Answered): unknown {
  return answer.status === 404 ? null : answer.body;
}

function orEmpty(answer: Answered): unknown {
  return answer.status === 404 ? [] : answer.body;
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new OutsideError('The housing system answered something else than its API says', {
    system: 'housing',
    code: 'nonsense',
    retryable: false,
  });
}

function query(given: Readonly<Record<string, string | undefined>>): string {
  const present = Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return new URLSearchParams(present).toString();
}
