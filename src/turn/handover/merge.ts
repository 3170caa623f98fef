// Two conversations of one person become one: what they wrote at one end is ended there, and goes on at the other, where the same agent
// has it. The two stay two in the log, each as it was said where it was said. Nothing restricted or urgent is moved: who looks on
// at one end must not hear that somebody writes at the other.

import type { Conversation } from '../../model/conversation.ts';
import type { Act } from '../act.ts';
import { contactRecord } from '../contact-record.ts';
import { withEffects, withLines } from '../course.ts';
import { customerOf } from '../customer.ts';
import { isQuiet } from '../quiet.ts';
import type { Refusal } from '../refusal.ts';
import { type Desk, type Done, ended, enquiryIn, refused } from './held.ts';

/** With the other conversation as it is now, where there is one. */
export type Merging = Extract<Act, { is: 'merge' }> & { readonly other: Conversation | undefined };

export function merged(act: Merging, conversation: Conversation, desk: Desk): Done | Refusal {
  const { owner } = conversation;
  const { agent, into, other } = act;
  if (owner.is !== 'agent' || !isHadBy(agent.id, other)) return refused('not-yours');
  if (!isOnePerson(conversation, other)) return refused('not-one-person');
  if ([conversation, other].some((each) => isApart(each, desk))) return refused('kept-apart');
  const enquiry = enquiryIn(conversation);
  const freed = ended(conversation, { as: 'merged', outcome: 'merged', handover: owner.handover });
  const told = withLines(freed, {
    phrase: 'handover.merged',
    values: { agent: agent.name, to: other.address.channel },
    enquiry,
    outcome: 'handover',
    handover: { state: 'completed' },
  });
  const at = desk.moment.now;
  const record = contactRecord(conversation, conversation.state, { topic: enquiry, outcome: 'merged', at });
  const { handover } = told;
  return {
    course: { ...withEffects(told, record), ...(handover?.is === 'ended' && { handover: { ...handover, into } }) },
  };
}

function isHadBy(agent: string, other: Conversation | undefined): other is Conversation {
  return other?.owner.is === 'agent' && other.owner.agent === agent;
}

/** Who writes is the same, and so is whom it is for. */
function isOnePerson({ state }: Conversation, { state: other }: Conversation): boolean {
  return state.person !== undefined && state.person.id === other.person?.id && customerOf(state) === customerOf(other);
}

function isApart({ state }: Conversation, { world }: Desk): boolean {
  return isQuiet(state, world) || state.restrictedMatter !== undefined;
}
