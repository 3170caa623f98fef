// Asking whether what is done differently for somebody is still right. What they say moves the day of the next review; what is over ends
// only on their word, and only on that of somebody who has shown who they are.

import { addMonths } from '../../model/london-time.ts';
import { isReviewDue } from '../../model/needs.ts';
import type { Need } from '../../model/person.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { profileChange } from './access.ts';
import { fileTask, handlingOf, openDay, receivedOn, referenceFor } from './filing.ts';

const dueIn = (input: ActionInput): readonly Need[] =>
  (input.person?.needs ?? []).filter((need) => isReviewDue(need, receivedOn(input)));

/** What it is stands on an account: it is named to nobody who has not shown who they are. */
export const readReview = action(
  ['named', 'unnamed', 'none'],
  ['handling'],
  (input): ActionResult<'named' | 'unnamed' | 'none'> => {
    const due = dueIn(input);
    if (due.length === 0) return { outcome: 'none' };
    const handling = due.flatMap(handlingOf).join(', ').replaceAll('-', ' ');
    const isNamed = input.state.proof !== undefined && handling !== '';
    return isNamed ? { outcome: 'named', slots: { handling } } : { outcome: 'unnamed' };
  },
);

export const keepReviewed = action(['kept'], ['next_review'], (input) => {
  const next = nextReview(input);
  return { outcome: 'kept', slots: { next_review: next }, effects: reviewed(input, 'right', next) };
});

/** `passed_on`: which of several, or whose word it is, a person asks. */
export const endReviewed = action(
  ['ended', 'passed_on'],
  ['reference', 'by'],
  (input): ActionResult<'ended' | 'passed_on'> => {
    if (input.state.proof !== undefined && dueIn(input).length === 1)
      return { outcome: 'ended', effects: reviewed(input, 'over', nextReview(input)) };
    const reference = referenceFor(input, 'TSK', 'review');
    const due = openDay(input, input.world.landlord.adjustments.decideWorkingDays);
    const filed = fileTask(input, {
      reference,
      kind: 'adjustment-review',
      words: '',
      due,
      details: { answer: 'not needed any more' },
    });
    return { outcome: 'passed_on', slots: { reference, by: due }, ...filed };
  },
);

function nextReview(input: ActionInput): string {
  return addMonths(receivedOn(input), input.world.landlord.adjustments.reviewMonths);
}

function reviewed(input: ActionInput, is: 'right' | 'over', next: string) {
  return profileChange(input, { needs: { add: [], reviewed: { on: receivedOn(input), is, next } } });
}
