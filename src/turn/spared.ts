// Something grave, or despair: whoever has told of it is not asked afterwards how easy it was.

import { type Course, withState } from './course.ts';
import type { Playbook } from './dialog/flow.ts';
import { isGraveUnderWay } from './grave.ts';
import type { Understood } from './heard.ts';
import { turnsGrave } from './misread.ts';

export function withSpared(course: Course, said: Understood, playbook: Playbook): Course {
  const { state } = course;
  const isGrave = isGraveUnderWay(state.stack, playbook) || state.handover?.restricted || turnsGrave(course, said);
  const isDespair = said.temper === 'distress' || said.unsure !== undefined;
  if (!isGrave && !isDespair) return course;
  return withState(course, { sparedAt: said.received.receivedAt.toISOString() });
}
