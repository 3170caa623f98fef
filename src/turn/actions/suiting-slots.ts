// Which of the free half days suit what was said of when.

import type { Slot } from '../../model/person.ts';
import { readTimes } from '../../model/said/times.ts';
import { fits, onlyOne } from '../../model/said/times-fit.ts';
import type { ActionInput } from '../action.ts';
import { told } from './filing.ts';

export interface Suiting {
  readonly some: readonly Slot[];
  /** The one that can be meant, where half days had been offered and the words were the answer. */
  readonly chosen?: Slot | undefined;
}

/**
 * Said in passing, before anything was offered, it is a wish: where nothing suits all are offered. Said to what was offered, it is
 * the answer: then there may be none.
 */
export function suitingSlots(free: readonly Slot[], input: ActionInput): Suiting {
  const said = told(input, 'times');
  const times = said === undefined ? undefined : readTimes(said, input.received.receivedAt);
  if (times === undefined) return { some: free };
  const some = free.filter((slot) => fits(slot, times));
  const isAnswer = Array.isArray(input.slots.slots);
  if (isAnswer) return { some, chosen: onlyOne(some, times) };
  return { some: some.length > 0 ? some : free };
}
