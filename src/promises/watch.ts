// Looks at promises when their time has come. What is done then is an act of its conversation, in its commit, and happens once however
// many instances look: each promise is claimed by one, and what was told before is not told again. Nearly always there is nothing to do:
// that is found out for many of them at once, without their conversations.

import { type Logger, nameOf } from '../log.ts';
import { nextLookAt, type PromiseTerms } from '../model/promise.ts';
import type { OpenPromise } from '../turn/act.ts';
import type { PromiseDiary, RefusedDiary, TimeAct, WithSomethingToDo } from './ports.ts';

export interface PromiseWatchOptions {
  readonly diary: PromiseDiary;
  readonly refused: RefusedDiary;
  readonly act: TimeAct;
  readonly withSomethingToDo: WithSomethingToDo;
  readonly terms: PromiseTerms;
  readonly clock: () => Date;
  readonly logger: Logger;
}

export type PromiseWatch = ReturnType<typeof createPromiseWatch>;

/** As long as a claim holds. */
const leaseMs = 60_000;
/** Promises at once: a housing system elsewhere may be asked for each, within the lease. */
const most = 100;

export function createPromiseWatch(options: PromiseWatchOptions) {
  const { diary, refused, act, withSomethingToDo, terms, clock, logger } = options;
  /** True when there may be more. */
  async function lookAtSome(): Promise<boolean> {
    const now = clock();
    const until = new Date(now.getTime() + leaseMs);
    const claimed = await diary.claim({ now, until, limit: most });
    if (claimed.length > 0) await lookAtEach(claimed, { now, until });
    return claimed.length === most;
  }

  async function lookAtEach(
    claimed: readonly OpenPromise[],
    { now, until }: { now: Date; until: Date },
  ): Promise<void> {
    const due = await withSomethingToDo(claimed, now);
    const later: OpenPromise[] = claimed.filter(({ id }) => !due.has(id));
    for (const promise of claimed.filter(({ id }) => due.has(id))) {
      const done = await act(promise.conversation, { is: 'promise-looked-at', promise: promise.id });
      // After a change it is looked at once more, as it is then.
      if (done.is === 'refused') later.push(promise);
    }
    const at = (promise: OpenPromise) => nextLookAt(promise, terms, clock());
    if (later.length > 0)
      await diary.lookAgain(
        later.map((promise) => ({ id: promise.id, at: at(promise) })),
        until,
      );
  }

  async function tellRefused(): Promise<void> {
    for (const { id, conversation, ...about } of await refused.untold(most)) {
      const done = await act(conversation, { delivery: id, ...about });
      if (done.is !== 'refused') await refused.told(id, clock());
    }
  }

  return {
    /** Never throws: what could not be done is claimed again when its lease has run out. */
    async look(): Promise<void> {
      try {
        while (await lookAtSome());
        await tellRefused();
      } catch (error) {
        logger.warn('Promises could not be looked at', { error: nameOf(error) });
      }
    },
  };
}
