// While a supervisor has stopped the assistant on a channel: what is written is kept for later, the tenant is told so once, and danger
// has its steps at once. The messages stay unanswered, so that each is taken by a turn of its own when the channel goes on.

import type { Conversation } from '../model/conversation.ts';
import type { Act } from './act.ts';
import { actions } from './actions/table.ts';
import { keepConsent } from './consent.ts';
import { type Course, courseFrom, withFact, withLines, withState } from './course.ts';
import { refused } from './handover/held.ts';
import { hear } from './language/hear.ts';
import type { Line } from './line.ts';
import { catalogueOf } from './machine.ts';
import type { Refusal } from './refusal.ts';
import { safetyOf } from './safety.ts';
import type { Turn } from './turn.ts';
import type { World } from './world.ts';

type Held = Extract<Act, { readonly is: 'held' }>;

/** A message that is kept, once; `nothing-waiting` when it was looked at before, or a person has the conversation. */
export function heldBack(
  { stop, received }: Held,
  conversation: Conversation,
  world: World,
): { readonly course: Course; readonly consent?: Turn['consent'] } | Refusal {
  const { state, owner } = conversation;
  const before = state.held?.stop === stop ? state.held : undefined;
  if (owner.is !== 'bot' || received.sequence <= (before?.upTo ?? 0)) return refused('nothing-waiting');
  const held = { stop, upTo: received.sequence };
  if (received.keyword !== undefined) {
    const kept = keepConsent(received, conversation, world.phrases);
    return { ...kept, course: withState(kept.course, { held: before === undefined ? { ...held, stop: '' } : held }) };
  }
  const start = withState(courseFrom(state, owner), { held });
  const lines = linesFor(received.text, { isTold: before !== undefined, start, world });
  const language = catalogueOf(hear(received, conversation, world).language.tag, world.phrases);
  // In which language the conversation goes on is for its turn to say.
  return { course: withLines(withFact(start, 'held'), ...lines.map((line) => ({ ...line, language }))) };
}

interface Holding {
  readonly isTold: boolean;
  readonly start: Course;
  readonly world: World;
}

function linesFor(text: string, { isTold, start, world }: Holding): readonly Line[] {
  const { steps } = safetyOf(world.playbook, actions);
  const danger = world.danger.find(text).flatMap((enquiry) => steps(enquiry, start));
  return isTold ? danger : [...danger, { phrase: 'contact.held', values: {} }];
}
