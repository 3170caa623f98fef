// What is no answer to a question in free words, although free words take anything.

import { wordCount } from '../../model/plain-words.ts';
import { askedOutright, digressFromTextFrom, digressFromTextUpToWords } from '../confidence.ts';
import type { Guess } from '../understanding/ports.ts';
import type { Place } from './place.ts';

/** Free text is left only for what cannot be the answer: a plain wish for a person, or a plain question, said shortly. */
export function leavesText(place: Place): boolean {
  const { text, guesses } = place.said;
  const [best] = guesses;
  if (best === undefined || wordCount(text) > digressFromTextUpToWords) return false;
  const isAsked = /[?？؟]\s*$/u.test(text) && askedOutright.includes(best.enquiry);
  return (isAsked || (isPlain(best) && !isWish(place, best.enquiry))) && best.confidence >= digressFromTextFrom;
}

/** Of a format only what points at the words above, as `asked-that.ts` is sure of it: "send me this as audio". */
function isPlain({ enquiry: meant, confidence }: Guess): boolean {
  return ['contact.person', 'access.language'].includes(meant) || (meant === 'access.format' && confidence === 1);
}

/** Asked for needs, an interpreter or a format is the answer; asked what is to be done, so is a call. */
function isWish({ step, frame }: Place, enquiry: string): boolean {
  const isOfAccess = enquiry.startsWith('access.');
  if (isOfAccess && frame?.dialog.startsWith('access.')) return enquiry === 'access.format';
  const asked = isOfAccess ? ['needs', 'sought'] : ['sought'];
  return asked.some((slot) => asksFor(step, slot));
}

export function asksFor(step: Place['step'], slot: string): boolean {
  return step !== undefined && 'ask' in step && step.ask === slot;
}
