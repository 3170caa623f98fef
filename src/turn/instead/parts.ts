// What the steps on the way to another channel share.

import { type Course, withLines, withoutState } from '../course.ts';
import { standingQuestion } from '../dialog/menu.ts';
import { offerLine, readOffered } from '../dialog/offers.ts';
import type { Known } from '../facts.ts';
import type { Understood } from '../heard.ts';
import type { Line } from '../line.ts';
import { sceneOf } from '../means.ts';

const enquiry = 'access.contact_preference';

export function saying(phrase: string, values: Line['values'] = {}): Line {
  return { phrase: `instead.${phrase}`, values, enquiry };
}

export function asking(asks: string, expects: NonNullable<Line['expects']>, values: Line['values'] = {}): Line {
  return { ...saying(asks, values), asks: 'instead', expects };
}

/** As numbers are told to whoever may be looking on. */
export const endingOf = (number: string): string => number.slice(-3);

/** The question that stands, once more; a person who speaks asks for themselves. */
export function goesOn(course: Course, said: Understood, known: Known): Course {
  return withLines(course, ...standing(course, said, known));
}

export function standing(course: Course, said: Understood, known: Known): readonly Line[] {
  if (course.owner.is !== 'bot') return [];
  const question = standingQuestion(course, sceneOf(said, course, known));
  if (question !== undefined) return [question];
  const { offered = [] } = course.state;
  const isOfEnquiries = offered.length > 0 && offered.every((each) => readOffered(each).kind === 'enquiry');
  return isOfEnquiries ? [offerLine(offered, {})] : [];
}

/** They go on where they are. */
// biome-ignore lint/complexity/useMaxParams: the usual three, and why
export function leave(course: Course, said: Understood, known: Known, why = 'stays'): Course {
  return goesOn(withLines(withoutState(course, 'instead'), saying(why)), said, known);
}
