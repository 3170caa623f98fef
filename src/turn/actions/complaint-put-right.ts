// What the conversation itself can put right: at once for who wants no complaint, and beside the complaint for who has made one.

import { type ActionInput, type ActionResult, action } from '../action.ts';
import { sureFrom } from '../confidence.ts';
import { phraseValue } from '../line.ts';
import { mattersOf } from './complaint-services.ts';
import { complaintWords } from './complaint-words.ts';
import { told } from './filing.ts';
import { wordsBegun } from './words-found.ts';

/** Only what ends with something done: a visit, a repair, money back. */
const canPutRight = [
  'repair.missed_visit',
  'repair.change_appointment',
  'repair.no_heating_water',
  'repair.damp_mould',
  'repair.communal',
  'repair.pests',
  'repair.report',
  'rent.refund',
  'access.format',
];
/** What somebody did to a customer for who they are is no plain complaint about a service: it has a case of its own team. */
const conduct = 'complaint.discrimination';

function whatToPutRight(input: ActionInput): string | undefined {
  const isConduct = wordsBegun(input.world, 'conduct', complaintWords(input)) !== undefined;
  // Beside a complaint its case is open already.
  if (isConduct && told(input, 'conduct_reference') === undefined) return conduct;
  const found = mattersOf(input).find(({ enquiry }) => canPutRight.includes(enquiry));
  const isServed = found !== undefined && input.world.playbook.has(found.enquiry);
  return isServed && found.confidence >= sureFrom ? found.enquiry : undefined;
}

/** Told of in the same message, or under way when the complaint cut in. */
function comesNext({ state, frame }: ActionInput): boolean {
  return state.waiting.length > 0 || state.stack.some((each) => each.id !== frame);
}

/** `waits`: what they want put right comes next by itself. */
export const putRight = action(
  ['known', 'waits', 'unknown'],
  [],
  (input): ActionResult<'known' | 'waits' | 'unknown'> => {
    if (comesNext(input)) return { outcome: 'waits' };
    const enquiry = whatToPutRight(input);
    if (enquiry === undefined) return { outcome: 'unknown' };
    return { outcome: 'known', opens: enquiry, opensWith: complaintWords(input) };
  },
);

/** Nothing where it comes next anyway, or where the hazard has just had its case. */
export const offerBesides = action(
  ['offer', 'nothing'],
  ['besides', 'besides_label'],
  (input): ActionResult<'offer' | 'nothing'> => {
    const enquiry = comesNext(input) ? undefined : whatToPutRight(input);
    const hasCase = enquiry === 'repair.damp_mould' && told(input, 'hazard_reference') !== undefined;
    const isTheirs = told(input, 'for_whom') !== 'other' || enquiry === conduct;
    if (enquiry === undefined || hasCase || !isTheirs) return { outcome: 'nothing' };
    return { outcome: 'offer', slots: { besides: enquiry, besides_label: phraseValue(`label.${enquiry}`) } };
  },
);
