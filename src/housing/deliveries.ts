// What the outbox hands over for the housing system. The row's id is the idempotency key: a repeat changes nothing.

import { isDeepStrictEqual } from 'node:util';
import type { Case, NewTask } from '../model/case.ts';
import type { CaseChange, EffectKind, PersonChange, RepairChange } from '../model/delivery.ts';
import { OutsideError } from '../model/outside-error.ts';
import type { Person } from '../model/person.ts';
import { patchFor } from '../model/profile-patch.ts';
import type { PersonPatch } from './people-schema.ts';

export type Opened = 'cases' | 'repairs' | 'tasks' | 'contacts';
export type Changed = 'cases' | 'repairs';

/** How a housing system is written to. Every call throws OutsideError when it cannot be done. */
export interface HousingWriter {
  open(what: Opened, body: unknown, idempotencyKey: string): Promise<void>;
  /** Setting the same fields twice is the same as once. `slot-taken`: the visit asked for is no longer free. */
  change(what: Changed, reference: string, patch: unknown): Promise<'done' | 'slot-taken'>;
  case(reference: string): Promise<Case | null>;
  /** @param seen the case that the patch was made from; `changed-meanwhile`: somebody was faster */
  patchCase(seen: Case, patch: unknown): Promise<'done' | 'changed-meanwhile'>;
  person(id: string): Promise<Person | null>;
  /** @param seen the profile that the patch was made from; `changed-meanwhile`: somebody was faster */
  patchPerson(seen: Person, patch: PersonPatch): Promise<'done' | 'changed-meanwhile'>;
}

type HousingKind = Extract<EffectKind, `housing.${string}`>;
export type HousingDeliveries = Readonly<
  Record<HousingKind, (row: { readonly id: string; readonly payload: unknown }) => Promise<void>>
>;

/** The deliver functions of the outbox kinds `housing.*`. */
export function housingDeliveries(writer: HousingWriter): HousingDeliveries {
  return {
    'housing.create-case': ({ id, payload }) => writer.open('cases', payload, id),
    'housing.create-repair': ({ id, payload }) => writer.open('repairs', payload, id),
    'housing.create-task': ({ id, payload }) => writer.open('tasks', payload, id),
    'housing.record-contact': ({ id, payload }) => writer.open('contacts', payload, id),
    'housing.update-person': ({ payload }) => updatePerson(writer, payload as PersonChange),
    'housing.change-repair': ({ id, payload }) => changeRepair(writer, id, payload as RepairChange),
    'housing.change-case': ({ id, payload }) => changeCase(writer, id, payload as CaseChange),
  };
}

async function changeCase(writer: HousingWriter, id: string, change: CaseChange): Promise<void> {
  if (change.seen === undefined) await writer.change('cases', change.reference, change.changes);
  else await changeSeenCase(writer, id, { ...change, seen: change.seen });
}

type SeenChange = CaseChange & Required<Pick<CaseChange, 'seen'>>;

/** What others changed meanwhile elsewhere on the case stays; what they made of the same fields stays, too, and a person looks at both. */
async function changeSeenCase(writer: HousingWriter, id: string, change: SeenChange): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const found = await writer.case(change.reference);
    if (found === null) throw failed('The housing system has no such case', 'refused');
    const others = changedByOthers(found, change);
    if (others.length > 0) return await writer.open('tasks', lookAtBoth(found, change, others), `${id}:look`);
    if ((await writer.patchCase(found, change.changes)) === 'done') return;
  }
  throw failed('The case kept changing', 'rate-limited');
}

/** Fields of a case, and of its details each by itself. */
function fieldsOf({ details = {}, ...fields }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const inner = Object.entries(details as object).map(([name, value]) => [`details.${name}`, value] as const);
  return { ...fields, ...Object.fromEntries(inner) };
}

function changedByOthers(found: Case, { seen, changes }: SeenChange): readonly string[] {
  const { addLinks: _, ...replaced } = changes;
  const [is, was, wanted] = [fieldsOf({ ...found }), fieldsOf(seen.fields), fieldsOf(replaced)];
  return Object.keys(wanted).filter((name) => !alike(is[name], was[name]) && !alike(is[name], wanted[name]));
}

const instant = /^\d{4}-\d\d-\d\dT/;

/** The order of fields says nothing, nor how an instant is written, nor whether what is not there is null. */
function alike(one: unknown = null, other: unknown = null): boolean {
  const isAt = [one, other].every((each) => typeof each === 'string' && instant.test(each));
  return isAt ? Date.parse(String(one)) === Date.parse(String(other)) : isDeepStrictEqual(one, other);
}

/** Work for the team that has the case: nothing of what was wanted is lost. */
function lookAtBoth(found: Case, { changes, seen }: SeenChange, fields: readonly string[]): Omit<NewTask, 'reference'> {
  const { reference, person, language, team, conversation } = found;
  return {
    team,
    kind: 'case-changed-meanwhile',
    ...(person !== undefined && { person }),
    words: '',
    language,
    due: seen.look,
    conversation,
    details: { about: reference, fields, by: seen.by, wanted: changes },
  };
}

/** The tenant chose among visits that were free; one that has gone meanwhile is agreed anew by the repairs team. */
async function changeRepair(writer: HousingWriter, id: string, change: RepairChange): Promise<void> {
  const { reference, changes, person, words, language, conversation, arrangeBy } = change;
  if ((await writer.change('repairs', reference, changes)) === 'done') return;
  const details = { repair: reference, wanted: changes.appointment };
  const task = {
    team: 'repairs',
    kind: 'arrange-appointment',
    person,
    words,
    language,
    due: arrangeBy,
    conversation,
    details,
  };
  await writer.open('tasks', task, `${id}:arrange`);
}

const tries = 5;

async function updatePerson(writer: HousingWriter, change: PersonChange): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    if ((await tryUpdate(writer, change)) === 'done') return;
    if (change.edit !== undefined) throw overtaken();
  }
  throw failed('The profile kept changing', 'rate-limited');
}

async function tryUpdate(writer: HousingWriter, { person: id, changes, edit }: PersonChange) {
  const person = await writer.person(id);
  if (person === null) throw failed('The housing system has no such person', 'refused');
  const patch = patchFor(person, changes) as PersonPatch;
  // Also what an attempt before this one brought there, whose answer was lost.
  if (Object.keys(patch).length === 0) return 'done';
  if (edit !== undefined && edit.version !== person.etag) return 'changed-meanwhile';
  return await writer.patchPerson(person, patch);
}

/** What somebody changed with their own eyes on the record is never put over what they have not seen: they are shown both. */
function overtaken(): OutsideError {
  return failed('The profile is not any more as it was read', 'changed-meanwhile');
}

function failed(message: string, code: 'refused' | 'rate-limited' | 'changed-meanwhile'): OutsideError {
  return new OutsideError(message, { system: 'housing', code, retryable: code === 'rate-limited' });
}
