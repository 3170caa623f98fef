// Before anything of a person is asked for the first time, what it is for and where it stands how long it is kept. Said once in a
// conversation: why a single question is asked, `why` answers at each.

import { isEqualitySlot } from '../model/characteristics.ts';
import { type Course, withFact, withState } from './course.ts';
import type { Line } from './line.ts';

/** Answers by which somebody can be known, reached or described. What is wrong with a tap is none. */
const personal: ReadonlySet<string> = new Set([
  'name',
  'their_name',
  'own_person',
  'spokesperson',
  'survey_name',
  'new_name',
  'born',
  'phone',
  'new_phone',
  'old_number',
  'email',
  'new_email',
  'address',
  'postcode',
  'tenancy',
  'their_tenancy',
  'needs',
  'health',
  'vulnerable',
  'household',
  'assistance',
  'prefer',
  'avoid',
  'called_as',
]);

export function isPersonal(slot: string | undefined): boolean {
  return slot !== undefined && (personal.has(slot) || isEqualitySlot(slot));
}

/** Nobody in danger is told of data protection first. */
export function withPurpose(course: Course): Course {
  const { state, lines } = course;
  const at = lines.findIndex(({ asks, expects }) => expects !== undefined && isPersonal(asks));
  if (at < 0 || state.purposeTold || state.quiet || lines.some(({ urgent }) => urgent)) return course;
  const enquiry = lines[at]?.enquiry;
  const told: Line = { phrase: 'ask.purpose', values: {}, ...(enquiry !== undefined && { enquiry }) };
  const known = withFact(course, 'purpose.told', enquiry, { slot: lines[at]?.asks ?? null });
  return withState({ ...known, lines: [...lines.slice(0, at), told, ...lines.slice(at)] }, { purposeTold: true });
}
