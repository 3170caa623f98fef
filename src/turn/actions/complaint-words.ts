// What a complaint says, and what else was told along with it.

import type { ActionInput } from '../action.ts';
import { ownWords, told } from './filing.ts';

/** Told anew at the read-back, that alone counts: what was taken out of it stands in no complaint. */
export function complaintWords(input: ActionInput): string {
  return told(input, 'instead') ?? ownWords(input, 'what', 'more');
}

/** Whatever may tell how grave it is: also what is unsafe, what is wanted and what is needed. */
export function allTold(input: ActionInput): string {
  const besides = ['unsafe_what', 'sought', 'needs'].map((slot) => told(input, slot));
  return [complaintWords(input), ...besides].filter((each) => each !== undefined).join('\n');
}
