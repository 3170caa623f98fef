// What staff or a contractor did to somebody because of who they are is no plain complaint about a service: told inside a complaint, it
// is a conduct case of high priority as well, read by its own team alone, whether or not the customer says more about it.

import { teamOf } from '../../model/routes.ts';
import { action } from '../action.ts';
import { logConduct } from './cases.ts';
import { logComplaint } from './complaint-log.ts';
import { complaintWords } from './complaint-words.ts';
import { teamName } from './filing.ts';
import { wordsBegun } from './words-found.ts';

const conduct = 'complaint.discrimination';

export const logComplaintAndConduct = action(
  ['logged'],
  [...logComplaint.gives, 'conduct_reference', 'conduct_owner'],
  async (input) => {
    const logged = await logComplaint.run(input);
    const words = complaintWords(input);
    const none = { ...logged, slots: { ...logged.slots, conduct_reference: '', conduct_owner: '' } };
    if (wordsBegun(input.world, 'conduct', words) === undefined) return none;
    const complaint = String(logged.slots?.reference);
    const slots = { ...input.slots, words, what: '', more: '', toldIn: complaint };
    const opened = await logConduct.run({ ...input, enquiry: conduct, slots });
    const owner = teamName(input, teamOf(conduct, input.world.landlord));
    return {
      ...logged,
      slots: { ...logged.slots, conduct_reference: String(opened.slots?.reference), conduct_owner: owner },
      effects: [...(logged.effects ?? []), ...(opened.effects ?? [])],
      cases: [...(logged.cases ?? []), ...(opened.cases ?? [])],
      promises: [...(logged.promises ?? []), ...(opened.promises ?? [])],
      facts: [...(logged.facts ?? []), ...(opened.facts ?? [])],
    };
  },
);
