// When words of danger tell of the matter that is served already, and of no other.

import { wordsHeld } from '../../model/said/words-held.ts';
import type { Place } from './place.ts';

/** How the landlord treats somebody for who they are is told in words like those of a hate incident. */
export function isOf(enquiry: string, danger: string): boolean {
  return enquiry === danger || (enquiry === 'complaint.discrimination' && danger === 'safety.hate_incident');
}

/**
 * Somebody worried about a child tells what they see, in words like those of who is hit themselves: it is the concern that is told,
 * unless the words say that it is done to the writer as well.
 */
export function isTheConcern({ said, frame, step, setting }: Place, danger: string): boolean {
  const isAsked = frame?.dialog === 'safety.safeguarding' && step !== undefined;
  return (
    isAsked && danger === 'safety.domestic_abuse' && wordsHeld(setting.words('done_to_me'), said.text) === undefined
  );
}
