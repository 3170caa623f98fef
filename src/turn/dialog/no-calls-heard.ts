// Who asks not to be rung is offered no call from that message on, before it is on any record.

import { type Course, withState } from '../course.ts';
import { asksForNoCalls } from '../no-calls.ts';
import type { Scene } from './scene.ts';

/** @param opens what the message is about: what sounds the same in a repair or of a neighbour is no wish of how to be reached */
export function withNoCallsHeard(course: Course, opens: readonly string[], { said, setting }: Scene): Course {
  const isWish = opens.some((each) => each.startsWith('access.'));
  return isWish && asksForNoCalls(said.text, setting.words) ? withState(course, { noCalls: 'told' }) : course;
}
