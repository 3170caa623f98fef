// What the service itself answers: the dialogs decide, or a visitor who joins is greeted.

import { actions } from './actions/table.ts';
import type { Course } from './course.ts';
import { begin, decide } from './dialog/decide.ts';
import { bringPerson } from './handover/bring-person.ts';
import { meansOf, sceneOf } from './means.ts';
import type { understand } from './understanding/understand.ts';

export function answer(
  understood: ReturnType<typeof understand>,
  start: Course,
  known: Parameters<typeof meansOf>[0],
): Promise<Course> {
  const scene = sceneOf(understood, start, known);
  const means = meansOf(known, { actions, bringPerson });
  if (known.received.kind === 'message') return decide(start, scene, means);
  const isNew = known.received.name === 'join' && !start.state.greeted;
  return isNew ? begin(start, 'talk.greeting', { scene, means }) : Promise.resolve(start);
}
