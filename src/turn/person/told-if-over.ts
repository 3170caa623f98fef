// Who spoke for somebody else hears when their permission has ended: nothing of the other is told from there on.

import { type Course, withFact, withLines } from '../course.ts';
import type { Recognised } from './recognise.ts';

const enquiry = 'access.representative';

export function toldIfOver({ mayNoLonger }: Recognised, course: Course): Course {
  if (!mayNoLonger) return course;
  const known = withFact(course, 'authority.over', enquiry);
  return withLines(known, { phrase: 'access.representative.over', values: {}, enquiry });
}
