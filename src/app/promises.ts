// The watch over promises, from the parts that it asks.

import { promiseTerms } from '../model/promise.ts';
import { createPromiseWatch } from '../promises/watch.ts';
import { createRefusedDiary } from '../store/refused.ts';
import { withSomethingToDo } from '../turn/promises/look.ts';
import type { Foundation } from './foundation.ts';
import type { Path } from './path.ts';

export function watchOver({ promises, store, housing, content, clock, log }: Foundation, { inbox }: Path) {
  const world = { housing: housing.reads, landlord: content.landlord, rules: content.rules };
  return createPromiseWatch({
    diary: promises,
    refused: createRefusedDiary(store.db),
    act: inbox.act,
    withSomethingToDo: (claimed, now) => withSomethingToDo(claimed, { world, moment: { now } }),
    terms: promiseTerms(content),
    clock,
    logger: log,
  });
}
