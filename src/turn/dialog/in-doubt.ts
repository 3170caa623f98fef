// Danger that may have been told of, or not.

import { type Course, withFact, withLines, withState } from '../course.ts';
import { placeOf } from './place.ts';
import { isAnswerAlone } from './private.ts';
import type { Scene } from './scene.ts';

/** Words that may tell of danger are served like any others, after the number and the one word that brings the steps; said once. */
export function inDoubt(course: Course, { said, setting }: Scene): Course {
  const { unsure, received } = said;
  if (unsure === undefined || received.value !== undefined || course.state.unsure === unsure) return course;
  if (isAnswerAlone(placeOf(course.state, said, setting), unsure)) return course;
  const phrase = `safety.unsure.${unsure.split('.')[0] === 'emergency' ? 'home' : unsure === 'safety.self_harm' ? 'self' : 'person'}`;
  if (!setting.has(phrase)) return course;
  const known = withFact(course, 'danger.unsure', unsure);
  return withState(withLines(known, { phrase, values: {}, enquiry: unsure }), { unsure });
}
