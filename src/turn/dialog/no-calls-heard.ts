// Who asks not to be rung is offered no call from that message on, before it is on any record.

import { wordsBegun, wordsHeld } from '../../model/said/words-held.ts';
import { type Course, withState } from '../course.ts';
import type { Scene } from './scene.ts';

/** @param opens what the message is about: what sounds the same in a repair or of a neighbour is no wish of how to be reached */
export function withNoCallsHeard(course: Course, opens: readonly string[], { said, setting }: Scene): Course {
  if (!opens.some((each) => each.startsWith('access.'))) return course;
  const asks = wordsBegun(setting.words('adjust_no_calls'), said.text) !== undefined;
  return asks && !wordsHeld(setting.words('calls_if'), said.text) ? withState(course, { noCalls: 'told' }) : course;
}
