// What a complaints process may not cover, as far as the words tell: a matter at court, one that is too old, a supplier's. Nothing is
// refused for it: it is explained, it stands on the complaint, and a person decides.

import { type ActionResult, action } from '../action.ts';
import { monthsFor } from './complaint-law.ts';
import { complaintWords } from './complaint-words.ts';
import { told } from './filing.ts';
import { wordsFound } from './words-found.ts';

const grounds = ['court', 'old', 'supplier'] as const;
type Ground = (typeof grounds)[number];

export const findOutside = action(
  ['inside', ...grounds],
  ['outside', 'months', 'opened'],
  (input): ActionResult<'inside' | Ground> => {
    const words = complaintWords(input);
    // Chosen from a list, the words that opened it are none.
    const opened = told(input, 'words') === undefined ? 'no' : 'yes';
    const found = grounds.find((ground) => wordsFound(input.world, `outside_${ground}`, words) !== undefined);
    if (found === undefined) return { outcome: 'inside', slots: { opened }, clears: ['outside'] };
    return { outcome: found, slots: { outside: found, months: monthsFor(input), opened } };
  },
);
