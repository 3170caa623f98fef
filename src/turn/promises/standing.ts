// What became of a promise outside: the case, task or repair that it hangs on, as the housing system has it now.

import { type Case, isClosed, type Task } from '../../model/case.ts';
import type { Repair } from '../../model/person.ts';
import type { OpenPromise } from '../act.ts';
import type { Answer, Housing, Records } from '../actions/housing.ts';

export type Standing =
  | { readonly is: 'open' }
  /** `quietly`: the tenant knows, or it is one step of several. */
  | { readonly is: 'kept'; readonly quietly: boolean; readonly found?: Case }
  /** Another day was set there. */
  | { readonly is: 'moved'; readonly to: string }
  /** Another day stands promised by itself: the tenant chose it, or went to the next stage. */
  | { readonly is: 'replaced' }
  | { readonly is: 'away' };

const open: Standing = { is: 'open' };

type Kind = 'cases' | 'tasks' | 'repairs';

export async function standingOf(promise: OpenPromise, housing: Housing): Promise<Standing> {
  const [standing = open] = await standingsOf([promise], housing);
  return standing;
}

/** In their order. The housing system is asked for all of them together. */
export async function standingsOf(promises: readonly OpenPromise[], housing: Housing): Promise<readonly Standing[]> {
  const of = (kind: Kind) => [
    ...new Set(promises.filter((each) => kindOf(each) === kind).flatMap(({ reference }) => reference ?? [])),
  ];
  const found = await housing.records({ cases: of('cases'), tasks: of('tasks'), repairs: of('repairs') });
  return promises.map((promise) => standingIn(promise, found));
}

/** Of a case, whose clock it is; not of a repair, a task or nothing. */
export function isOfCase(promise: Pick<OpenPromise, 'reference' | 'kind'>): boolean {
  return promise.reference !== undefined && kindOf(promise) === 'cases';
}

function kindOf({ reference = '', kind }: Pick<OpenPromise, 'reference' | 'kind'>): Kind {
  if (kind === 'repair' || /^REP/.test(reference)) return 'repairs';
  return kind === 'task' || /^TSK/.test(reference) ? 'tasks' : 'cases';
}

function standingIn(promise: OpenPromise, found: Records): Standing {
  const { reference } = promise;
  if (reference === undefined) return open;
  switch (kindOf(promise)) {
    case 'repairs':
      return ofRepair(promise, found.repairs.get(reference) ?? away);
    case 'tasks':
      return ofTask(promise, found.tasks.get(reference) ?? away);
    case 'cases':
      return ofCase(promise, found.cases.get(reference) ?? away);
  }
}

const away = { is: 'away' } as const;

/** What is not there yet is on its way: it waits in the outbox. */
function ofCase(promise: OpenPromise, answer: Answer<Case | null>): Standing {
  if (answer.is === 'away') return { is: 'away' };
  const found = answer.value;
  if (found === null) return open;
  if (isAcknowledged(promise, found)) return { is: 'kept', quietly: true };
  if (isClosed(found)) return isKnownThere(promise, found) ? { is: 'kept', quietly: isFirst(promise), found } : open;
  const there = found.due.find(({ what }) => what === promise.what)?.by;
  if (there === undefined) return open;
  const standing = onDay(promise, there);
  return standing.is === 'moved' && (promise.latest ?? '') >= standing.to ? { is: 'replaced' } : standing;
}

const isFirst = ({ what }: OpenPromise): boolean => what === 'acknowledge';

/** An acknowledgement from before was that of the stage before. */
function isAcknowledged(promise: OpenPromise, { acknowledgedAt }: Case): boolean {
  return isFirst(promise) && acknowledgedAt !== undefined && Date.parse(acknowledgedAt) >= promise.madeAt.getTime();
}

/** What was closed at the stage before is closed there until the next stage has arrived, with its days. */
function isKnownThere({ kind, what, by, why }: OpenPromise, { due }: Case): boolean {
  if (kind !== 'complaint' || why !== undefined) return true;
  return due.some((each) => each.what === what && each.by.slice(0, 10) >= by.slice(0, 10));
}

function ofTask(promise: OpenPromise, answer: Answer<Task | null>): Standing {
  if (answer.is === 'away') return { is: 'away' };
  const found = answer.value;
  if (found === null) return open;
  return isClosed(found) ? { is: 'kept', quietly: found.status === 'cancelled' } : onDay(promise, found.due);
}

function ofRepair(promise: OpenPromise, answer: Answer<Repair | null>): Standing {
  if (answer.is === 'away') return { is: 'away' };
  const found = answer.value;
  if (found === null) return open;
  if (isClosed(found)) return { is: 'kept', quietly: found.status === 'cancelled' };
  if ((promise.latest ?? '') > promise.by) return { is: 'replaced' };
  return found.appointment === undefined ? open : onDay(promise, found.appointment.date);
}

function onDay({ by }: OpenPromise, there: string): Standing {
  return there.slice(0, 10) > by.slice(0, 10) ? { is: 'moved', to: there.slice(0, 10) } : open;
}
