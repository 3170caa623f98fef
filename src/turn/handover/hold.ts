// A conversation that rests: its agent finds something out, and comes back at a time that the tenant was told. Whatever the tenant writes
// meanwhile ends the rest at once, so that nobody writes to somebody who is not looking.

import type { Conversation, Owner } from '../../model/conversation.ts';
import { localTime } from '../../model/london-time.ts';
import type { Act } from '../act.ts';
import { type Course, withFact, withLines } from '../course.ts';
import type { Refusal } from '../refusal.ts';
import { courseOf, type Desk, enquiryIn, refused } from './held.ts';

type Hold = Extract<Act, { is: 'hold' }>;
type HoldOver = Extract<Act, { is: 'hold-over' }>;

/** What is told is the time; why stays with the agents, for it may tell of somebody else. */
export function onHold(
  act: Hold,
  conversation: Conversation,
  { world, moment, owner }: Desk & { readonly owner: Exclude<Owner, { is: 'bot' }> },
): Course {
  const enquiry = enquiryIn(conversation);
  const until = new Date(act.until);
  const { date: on, time: at } = localTime(until, world.landlord.timeZone);
  const told = withLines(courseOf(conversation), {
    phrase: 'handover.held',
    values: { agent: act.agent.name, on, at },
    enquiry,
  });
  const minutes = Math.round((until.getTime() - moment.now.getTime()) / 60_000);
  return {
    ...withRest(withFact(told, 'handover.held', enquiry, { minutes, agent: act.agent.id }), until),
    handover: { is: 'held', id: owner.handover, until, because: act.reason },
  };
}

/** Undefined: it rests no more, or not yet, and nothing is to be done. */
export function restOver(act: HoldOver, conversation: Conversation, { moment }: Desk): Course | Refusal {
  const { owner, state } = conversation;
  const until = state.handover?.heldUntil;
  const isDue = until !== undefined && Date.parse(until) <= moment.now.getTime();
  if (owner.is !== 'agent' || !isDue || owner.agent !== act.agent) return refused('nothing-waiting');
  return resumed(courseOf(conversation), 'time');
}

/** Back in front of the agent who has it. */
export function resumed(course: Course, because: 'time' | 'tenant'): Course {
  const { owner, state } = course;
  if (owner.is !== 'agent' || state.handover?.heldUntil === undefined) return course;
  const known = withFact(course, 'handover.resumed', state.handover.enquiry, { because, agent: owner.agent });
  return { ...withoutRest(known), handover: { is: 'resumed', id: owner.handover } };
}

function withRest(course: Course, until: Date): Course {
  const { handover, ...state } = course.state;
  if (handover === undefined) return course;
  return { ...course, state: { ...state, handover: { ...handover, heldUntil: until.toISOString() } } };
}

export function withoutRest(course: Course): Course {
  const { handover, ...state } = course.state;
  if (handover === undefined) return course;
  const { heldUntil: _over, ...awake } = handover;
  return { ...course, state: { ...state, handover: awake } };
}
