// How sure a guess must be before it is acted upon. The one place for these numbers; the recogniser's are calibrated. How they were
// chosen: docs/decisions/0010-when-to-act-and-when-to-ask.md

import type { Guess } from './understanding/ports.ts';

/** A message at the start: from here on the enquiry is served without asking. */
export const sureFrom = 0.6;
/** Less sure than that, but so many times surer than of anything else: served as well. */
const leadFrom = 0.3;
const leadBy = 3;
/** An enquiry in the middle of a question must be plainer: most messages there are answers. */
export const digressFrom = 0.75;
/** In the middle of a free-text answer nearly everything is the answer. */
export const digressFromTextFrom = 0.9;
/** Longer free text is the answer, whatever it sounds like. */
export const digressFromTextUpToWords = 12;
/**
 * Asked as a question in the middle of free text, these are served and the text is asked for again. Not repairs, nor anything that
 * people ask in reproach ("why has nobody come?"): that is the answer.
 */
export const askedOutright = [
  'rent.balance',
  'rent.pay',
  'contact.details',
  'complaint.status',
  'data.privacy',
  'talk.help',
];
/** Each of two enquiries in one message. */
export const severalFrom = 0.75;
/** Below this a guess is not even offered as "did you mean". */
export const offerFrom = 0.12;
export const mostOffered = 3;

/** At the start a guess that is far ahead of all others is served too: with nothing else likely there is nothing to ask. */
export function isSure([best, next]: readonly Guess[], from: number): boolean {
  if (best === undefined || best.confidence >= from) return best !== undefined;
  const leads = best.confidence >= leadFrom && best.confidence >= leadBy * (next?.confidence ?? 0);
  return from === sureFrom && leads;
}
