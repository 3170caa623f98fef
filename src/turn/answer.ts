// What the service itself says to a message, or to a visitor who joins.

import { actions } from './actions/table.ts';
import type { Course } from './course.ts';
import { begin, decide } from './dialog/decide.ts';
import { tongueOffered } from './dialog/tongue.ts';
import { bringPerson } from './handover/bring-person.ts';
import type { Understood } from './heard.ts';
import { withShown } from './incident-words.ts';
import { withReportsLinked } from './incidents.ts';
import { meansOf, sceneOf } from './means.ts';

export async function answer(
  understood: Understood,
  start: Course,
  known: Parameters<typeof meansOf>[0],
): Promise<Course> {
  const scene = sceneOf(understood, start, known);
  const means = meansOf(known, { actions, bringPerson });
  if (known.received.kind === 'message') {
    const decided = withReportsLinked(await decide(start, scene, means), known.incidents);
    // Who is in danger reads of nothing else.
    return understood.danger.length > 0 ? decided : withShown(decided, start.state, known);
  }
  const isNew = known.received.name === 'join' && !start.state.greeted;
  if (!isNew) return start;
  const begun = await begin(start, 'talk.greeting', { scene, means });
  const told = await withShown(begun, start.state, known);
  return understood.machineSays === undefined ? told : tongueOffered(told, scene);
}
