// What an agent says of a promise: it was kept, or it is moved to another day, which the tenant hears with the reason. The day of a
// complaint's answer is the law's: it is moved no further than its stage allows, and the tenant hears of the Ombudsman.

import type { Case } from '../../model/case.ts';
import { withOffset } from '../../model/london-time.ts';
import { countedAs } from '../../model/promise.ts';
import { addWorkingDays } from '../../model/working-days.ts';
import type { Act } from '../act.ts';
import { stageNow } from '../complaint-stages.ts';
import { withFact } from '../course.ts';
import { courseOf, type Done, refused } from '../handover/held.ts';
import type { Refusal } from '../refusal.ts';
import type { KeyedEffect } from '../turn.ts';
import type { World } from '../world.ts';
import { keptLine, outcomeOf } from './outcome.ts';
import { type Looking, personOf, tell } from './tell.ts';

type Kept = Extract<Act, { is: 'promise-kept' }>;
type Moved = Extract<Act, { is: 'promise-moved' }>;

/** Of the answer to a complaint the tenant hears, and how to go on when it does not satisfy them; of the rest they know. */
export async function keptPromise({ promise, agent }: Kept, around: Omit<Looking, 'promise'>): Promise<Done> {
  const looking = { ...around, promise };
  const data = { what: countedAs(promise.what), by: promise.by };
  const known = withFact(courseOf(around.conversation), 'promise.kept', undefined, data);
  const course = () => ({ ...known, promiseEnded: { id: promise.id, as: 'kept' as const, by: agent.id } });
  if (!isAnswer(promise)) return tell(looking, { line: undefined, course }, undefined);
  const document = outcomeOf(looking);
  const line = keptLine(looking, await caseOf(looking));
  return tell(looking, { line, course, ...(document && { document }) }, await toTell(looking));
}

export async function movedPromise(act: Moved, around: Omit<Looking, 'promise'>): Promise<Done | Refusal> {
  const looking = { ...around, promise: act.promise };
  if (!isAnswer(act.promise) || act.to <= act.promise.by) return moved(act, looking);
  const found = await caseOf(looking);
  if (found === undefined) return refused('not-now');
  const { to, why, agent } = act;
  const extension = extensionOf({ by: act.promise.by, to, why, agent: agent.name }, looking, found);
  if (act.to > extension.latest) return { ...refused('too-long'), latest: extension.latest };
  return moved(act, looking, extension.effect);
}

const isAnswer = ({ kind, what }: Looking['promise']): boolean => kind === 'complaint' && what === 'answer';

/** Undefined while the housing system is away, or has not got it yet. */
async function caseOf({ promise, world }: Looking): Promise<Case | undefined> {
  if (promise.reference === undefined) return undefined;
  const answer = await world.housing.case(promise.reference);
  return answer.is === 'away' ? undefined : (answer.value ?? undefined);
}

async function toTell(looking: Looking) {
  const person = await personOf(looking);
  return person === 'away' ? undefined : person;
}

async function moved(act: Moved, looking: Looking, extension?: KeyedEffect): Promise<Done> {
  const { promise, agent, to, why } = act;
  const { what, by, owner, reference, enquiry } = promise;
  const name = extension === undefined ? 'promise.moved' : 'complaint.extended';
  const known = withFact(courseOf(looking.conversation), name, undefined, { what: countedAs(what), by, to });
  const course = () => ({
    ...known,
    effects: extension === undefined ? [] : [extension],
    promises: [{ what, by: to, owner, ...(reference !== undefined && { reference }) }],
    promiseEnded: { id: promise.id, as: 'moved' as const, by: agent.id, why },
  });
  const line = {
    phrase: extension === undefined ? 'handover.promise_moved' : 'promise.extended',
    values: { was: by.slice(0, 10), by: to, why, owner, reference: reference ?? 'none' },
    ...(enquiry !== undefined && { enquiry }),
    ...(reference !== undefined && { reference }),
  };
  return tell(looking, { line, course }, await toTell(looking));
}

interface Extended {
  readonly stage: string;
  /** The day that was told first. */
  readonly from: string;
}

/**
 * The answer to a complaint put off: counted from the day that was told first, however often it is.
 *
 * @returns the last day that the stage allows, and what changes on the case
 */
export function extensionOf(
  { by, to, why, agent }: { readonly by: string; readonly to: string; readonly why: string; readonly agent: string },
  { world, moment }: Pick<Looking, 'moment'> & { readonly world: Pick<World, 'landlord' | 'rules'> },
  found: Case,
) {
  const { timeZone } = world.landlord;
  const { stage } = stageNow(found, world);
  const before = found.details.extension as Extended | undefined;
  const from = before?.stage === stage.name ? before.from : by;
  const due = found.due.map((each) => (each.what === 'answer' ? { ...each, by: to, basis: 'extended' } : each));
  const extension = { stage: stage.name, from, to, why, by: agent, at: withOffset(moment.now, timeZone) };
  const payload = { reference: found.reference, changes: { due, details: { extension } } };
  const effect: KeyedEffect = { kind: 'housing.change-case', key: `housing:${found.reference}`, payload };
  return { latest: addWorkingDays(from, stage.extensionWorkingDays, world.rules.bankHolidays), effect };
}
