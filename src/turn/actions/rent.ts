// The rent account, read only to who has shown who they are. A number that we recognise is not enough.

import { asksOfAnothersAccount } from '../../model/said/somebodys-account.ts';
import { action } from '../action.ts';
import { actsFor, provedCustomer } from '../customer.ts';
import { ownWords } from './filing.ts';
import { wordsFound } from './words-found.ts';

/** Of somebody else's account nothing is told, and one's own is no answer to it. Who may speak for them is served in their place. */
export const whoseRent = action(['own', 'another'], [], (input) => {
  const words = ownWords(input);
  const isOf = asksOfAnothersAccount(words) || wordsFound(input.world, 'for_other', words) !== undefined;
  return { outcome: isOf && actsFor(input.state) === undefined ? 'another' : 'own' };
});

export const readRent = action(
  ['owed', 'credit', 'clear', 'needs_proof', 'away'],
  ['balance', 'as_of', 'paid', 'paid_on'],
  async (input) => {
    const person = provedCustomer(input.state);
    if (person === undefined) return { outcome: 'needs_proof' };
    const answer = await input.world.housing.account(person);
    if (answer.is === 'away') return { outcome: 'away' };
    // Proved by a portal whose person we do not know, or somebody without an account: another proof may be of one who has.
    if (answer.value === null) return { outcome: 'needs_proof' };
    const { balance, asOf, payments } = answer.value;
    const last = [...payments].sort((one, other) => (one.on < other.on ? 1 : -1))[0];
    const slots = {
      balance: Math.abs(balance),
      as_of: asOf.slice(0, 10),
      paid: last?.amount ?? 0,
      paid_on: last?.on ?? '',
    };
    const outcome = balance > 0 ? 'owed' : balance < 0 ? 'credit' : 'clear';
    return { outcome, slots };
  },
);
