// Looks at promises when their time has come. What is done then is an act of its conversation, in its commit, and happens once however
// many instances look: each promise is claimed by one, and what was told before is not told again.

import { type Logger, nameOf } from '../log.ts';
import { nextLookAt, type PromiseTerms } from '../model/promise.ts';
import type { PromiseDiary, RefusedDiary, TimeAct } from './ports.ts';

export interface PromiseWatchOptions {
  readonly diary: PromiseDiary;
  readonly refused: RefusedDiary;
  readonly act: TimeAct;
  readonly terms: PromiseTerms;
  readonly clock: () => Date;
  readonly logger: Logger;
}

export type PromiseWatch = ReturnType<typeof createPromiseWatch>;

/** As long as a claim holds. */
const leaseMs = 60_000;
/** Promises at once: each asks the housing system. */
const most = 20;

export function createPromiseWatch({ diary, refused, act, terms, clock, logger }: PromiseWatchOptions) {
  /** True when there may be more. */
  async function lookAtSome(): Promise<boolean> {
    const now = clock();
    const until = new Date(now.getTime() + leaseMs);
    const claimed = await diary.claim({ now, until, limit: most });
    for (const promise of claimed) {
      const done = await act(promise.conversation, { is: 'promise-looked-at', promise: promise.id });
      // After a change it is looked at once more, as it is then.
      if (done.is === 'refused') await diary.lookAgain(promise.id, nextLookAt(promise, terms, clock()));
    }
    return claimed.length === most;
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
