// How somebody writes, where it must be answered for itself: a threat, an insult, despair. An insult beside a matter is not: the matter is
// served, and one calm line says that it would go as well without.

import { wordCount } from '../../model/plain-words.ts';
import { digressFromTextFrom, digressFromTextUpToWords, isSure, sureFrom } from '../confidence.ts';
import { type Course, withLines } from '../course.ts';
import type { Understood } from '../heard.ts';
import { withStrike } from '../strikes.ts';
import type { Place } from './place.ts';

const abuse = 'talk.abuse';

export function isAboutTemper(place: Place): boolean {
  const { temper, guesses } = place.said;
  if (temper === 'threat') return true;
  // Despair has no place among the answers to a question; told where words were asked for, it is the answer.
  if (temper === 'distress') return !isSure(guesses, sureFrom) && !isTextAsked(place);
  return isAbuse(place);
}

/** Longer free text is a story, whatever it sounds like. */
function isAbuse(place: Place): boolean {
  const [best] = place.said.guesses;
  if (best?.enquiry !== abuse) return false;
  const isText = isTextAsked(place);
  const tooLong = isText && wordCount(place.said.text) > digressFromTextUpToWords / 2;
  return best.confidence >= (isText ? digressFromTextFrom : sureFrom) && !tooLong;
}

const isTextAsked = ({ step }: Place): boolean => step !== undefined && 'ask' in step && step.expects === 'text';

/** @param opens the enquiries that the message opens, if it opens any by its own words */
export function challenged(course: Course, opens: readonly string[], { temper, received }: Understood): Course {
  if (temper !== 'insult' || opens.length === 0 || opens.includes(abuse)) return course;
  return withLines(withStrike(course, received.receivedAt), { phrase: 'talk.abuse.besides', values: {} });
}
