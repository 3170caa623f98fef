// What every act of the desk starts from: whose the conversation is, what it is about, and how a handover ends.

import type { AvoidableCause } from '../../model/avoidable.ts';
import type { Conversation } from '../../model/conversation.ts';
import type { Person } from '../../model/person.ts';
import { teamOf } from '../../model/routes.ts';
import { type Course, courseFrom, withFact, withoutState } from '../course.ts';
import type { Refusal } from '../refusal.ts';
import type { Outgoing, Turn } from '../turn.ts';
import type { Moment, World } from '../world.ts';

export interface Desk {
  readonly world: World;
  readonly moment: Moment;
  /** Whether we know a number on which to call the tenant back. */
  readonly canRing: boolean;
  /** On file, whom a decision is for. */
  readonly person?: Person | undefined;
}

export interface Done {
  readonly course: Course;
  readonly note?: Turn['note'];
  readonly replies?: readonly Outgoing[];
  readonly notice?: Turn['notice'];
  /** A dialog that asks the tenant something next. */
  readonly opens?: { readonly dialog: string; readonly enquiry: string };
}

export const refused = (because: Refusal['because']): Refusal => ({ is: 'refused', because });

export function courseOf(conversation: Conversation): Course {
  return courseFrom(conversation.state, conversation.owner);
}

export function enquiryIn(conversation: Conversation): string {
  return conversation.state.handover?.enquiry ?? 'contact.person';
}

export function teamIn(conversation: Conversation, { world }: Desk): string {
  return conversation.state.handover?.team ?? teamOf('default', world.landlord);
}

export function ended(
  conversation: Conversation,
  how: {
    readonly as: 'closed' | 'returned' | 'call-back' | 'merged';
    readonly outcome: string;
    readonly handover: string;
    readonly avoidable?: AvoidableCause;
    /** What it was about by the agent's word. */
    readonly topic?: string;
  },
): Course {
  const freed = withoutState(courseOf(conversation), 'queue', 'handover');
  const { handover: _handover, ...data } = how;
  const known = withFact(freed, 'handover.ended', enquiryIn(conversation), data);
  return {
    ...known,
    owner: { is: 'bot' },
    handover: { is: 'ended', id: how.handover, as: how.as, outcome: how.outcome },
  };
}
