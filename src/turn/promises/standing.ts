// What became of a promise outside: the case, task or repair that it hangs on, as the housing system has it now.

import { type Case, isClosed } from '../../model/case.ts';
import type { OpenPromise } from '../act.ts';
import type { Housing } from '../actions/housing.ts';

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

export async function standingOf(promise: OpenPromise, housing: Housing): Promise<Standing> {
  const { reference, kind } = promise;
  if (reference === undefined) return open;
  if (kind === 'repair' || /^REP/.test(reference)) return ofRepair(promise, await housing.repair(reference));
  if (kind === 'task' || /^TSK/.test(reference)) return ofTask(promise, await housing.task(reference));
  return ofCase(promise, await housing.case(reference));
}

type Asked<Call extends 'repair' | 'task' | 'case'> = Awaited<ReturnType<Housing[Call]>>;

/** What is not there yet is on its way: it waits in the outbox. */
function ofCase(promise: OpenPromise, answer: Asked<'case'>): Standing {
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

function ofTask(promise: OpenPromise, answer: Asked<'task'>): Standing {
  if (answer.is === 'away') return { is: 'away' };
  const found = answer.value;
  if (found === null) return open;
  return isClosed(found) ? { is: 'kept', quietly: found.status === 'cancelled' } : onDay(promise, found.due);
}

function ofRepair(promise: OpenPromise, answer: Asked<'repair'>): Standing {
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
