// Whether what is reported may be a hazard by the law of the day, and whether anything has to be asked for that.

import { action } from '../action.ts';
import { isMoreAtRisk } from '../facts.ts';
import { isYes, ownWords } from './filing.ts';
import { hazardInFault } from './hazard-beside.ts';

/**
 * `ask`: it may be one, and somebody is more at risk, of whom nothing is known yet. The law judges a hazard by what the landlord knows
 * of who lives there, so that is asked, once and in plain words.
 */
export const readFaultHazard = action(['ask', 'enough'], [], (input) => {
  const isHazard = input.enquiry === 'repair.damp_mould' || hazardInFault(input) !== undefined;
  const said = ownWords(input, 'fault', 'what', 'more');
  const isTold = ['people', 'health'].some(
    (slot) => input.world.details.find(slot, said, input.moment.now) !== undefined,
  );
  const isAsked = isHazard && isYes(input, 'vulnerable') && !isTold && !isMoreAtRisk(input.person);
  return { outcome: isAsked ? 'ask' : 'enough' };
});
