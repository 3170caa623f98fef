// What a complaints process may not cover, as far as the words tell: a matter at court, one that is too old, a supplier's. Nothing is
// refused for it: it is explained, it stands on the complaint, and a person decides.

import { plainWords } from '../../model/plain-words.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { monthsFor } from './complaint-law.ts';
import { ownWords } from './filing.ts';

const grounds = ['court', 'old', 'supplier'] as const;
type Ground = (typeof grounds)[number];

export const findOutside = action(
  ['inside', ...grounds],
  ['outside', 'months'],
  (input): ActionResult<'inside' | Ground> => {
    const words = ` ${plainWords(ownWords(input, 'what', 'more'))} `;
    const found = grounds.find((ground) => isTold(input, { ground, words }));
    if (found === undefined) return { outcome: 'inside' };
    return { outcome: found, slots: { outside: found, months: monthsFor(input) } };
  },
);

/** In whichever of our languages: somebody who writes in Polish may name the English court. */
function isTold({ world }: ActionInput, about: { readonly ground: Ground; readonly words: string }): boolean {
  const lists = world.landlord.languages.flatMap((tag) => world.phrases.words(`outside_${about.ground}`, tag));
  return lists.some((told) => about.words.includes(` ${plainWords(told)} `));
}
