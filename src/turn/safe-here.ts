// Whether it is safe to write here is asked where somebody may be hurt by who else reads it. What was answered outlives that dialog: an
// agent who writes later is told by it whether more care is needed. It holds for the screen on which it was said, until it is asked again.

import type { ConversationState } from '../model/conversation.ts';
import { type Course, withoutState, withState } from './course.ts';
import type { Received } from './turn.ts';

/** The slot, and the step that asks for it. */
const safe = 'safe';

export function withSafeHere(course: Course, before: ConversationState, { address }: Received): Course {
  const { stack } = course.state;
  if (stack.some(({ step }) => step === safe)) return withoutState(course, 'safeHere');
  const isNew = stack.some(
    ({ id, slots }) => slots[safe] === 'yes' && before.stack.find((each) => each.id === id)?.slots[safe] !== 'yes',
  );
  return isNew && address.channel === 'web' ? withState(course, { safeHere: true }) : course;
}
