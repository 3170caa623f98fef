// What the service asks of its own accord when a matter is over, one thing at a time; whoever goes past it is not led back to it.

import type { Frame } from '../../model/conversation.ts';
import { type Course, withLines } from '../course.ts';
import type { Line } from '../line.ts';
import type { Facts } from './advance.ts';
import type { Episode } from './frames.ts';
import { isReviewOffer, reviewOpened } from './need-review.ts';
import { isNoticedOffer, noticedOpened } from './noticed.ts';
import { isProfileOffer, profileOpened } from './profile-check.ts';

export function isOwnOffer(frame: Frame): boolean {
  return isProfileOffer(frame) || isReviewOffer(frame) || isNoticedOffer(frame);
}

/** @param over tells of an enquiry that ended without a word of its own: it gets one before anything else is asked */
export function askedOfOurselves(
  course: Course,
  facts: Facts,
  { over, episode }: { readonly over: Partial<Line>; readonly episode: Episode },
): Course | undefined {
  const asks = dueNow(facts);
  if (asks === undefined) return undefined;
  const isTold = over.outcome === undefined;
  return asks(isTold ? course : withLines(course, { phrase: 'talk.all_right', values: {}, ...over }), episode);
}

function dueNow(facts: Facts): typeof reviewOpened | undefined {
  if (facts.noticed === 'yes') return noticedOpened;
  if (facts['person.review_due'] === 'yes') return reviewOpened;
  return facts['person.check_due'] === 'yes' ? profileOpened : undefined;
}
