// Needs whose day of review has come are asked about at the next contact, when a matter is over: once, and again only after a while if
// nobody answered. Nothing lapses meanwhile.

import type { Frame } from '../../model/conversation.ts';
import { addDays, localTime } from '../../model/london-time.ts';
import { isReviewDue } from '../../model/needs.ts';
import { type Course, withState } from '../course.ts';
import type { Known } from '../facts.ts';
import { type Episode, opened } from './frames.ts';

const reviewDialog = 'access.review';
const againAfterDays = 14;

export function isNeedReviewDue({ state }: Course, { world, person, moment }: Known): boolean {
  if (person === undefined || state.quiet) return false;
  const today = localTime(moment.now, world.landlord.timeZone).date;
  const wasAsked = (state.reviewAskedOn ?? '') > addDays(today, -againAfterDays);
  return !wasAsked && person.needs.some((need) => isReviewDue(need, today));
}

export function isReviewOffer({ dialog }: Frame): boolean {
  return dialog === reviewDialog;
}

/** With no words of the customer's: what they wrote was about something else. */
export function reviewOpened(course: Course, episode: Episode): Course {
  const asked = withState(course, { reviewAskedOn: localTime(episode.said.received.receivedAt).date });
  return opened(asked, { enquiry: reviewDialog, words: '' }, episode);
}
