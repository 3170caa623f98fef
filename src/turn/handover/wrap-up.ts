// The end of a conversation with a person: on the tenant's record stands what it was about and what came of it, and what was left open is
// a promise with a day, and a task for whoever keeps it.

import type { Conversation, Owner } from '../../model/conversation.ts';
import { teamOf } from '../../model/routes.ts';
import type { Act, PromisedAtEnd } from '../act.ts';
import { contactRecord } from '../contact-record.ts';
import { type Course, withEffects, withLines, withState } from '../course.ts';
import { customerOf } from '../customer.ts';
import type { Refusal } from '../refusal.ts';
import type { KeyedEffect } from '../turn.ts';
import { type Desk, type Done, ended, enquiryIn, refused, teamIn } from './held.ts';

type Closing = Extract<Act, { is: 'close' | 'force-close' }>;
/** Somebody has it, or is waited for. */
type Handed = Desk & { readonly owner: Exclude<Owner, { is: 'bot' }> };

export function forceClose(
  act: Extract<Act, { is: 'force-close' }>,
  conversation: Conversation,
  desk: Desk,
): Done | Refusal {
  const { owner } = conversation;
  return owner.is === 'bot' ? refused('nothing-waiting') : { course: closed(act, conversation, { ...desk, owner }) };
}

export function closed(act: Closing, conversation: Conversation, held: Handed): Course {
  const enquiry = enquiryIn(conversation);
  const { outcome, avoidable, topic, leaves } = act;
  const freed = ended(conversation, {
    as: 'closed',
    outcome,
    handover: held.owner.handover,
    ...(avoidable !== undefined && { avoidable }),
    ...(topic !== undefined && { topic }),
  });
  const told = withLines(freed, {
    phrase: 'handover.ended',
    values: { agent: act.agent.name },
    enquiry,
    outcome: 'handover',
    handover: { state: 'completed' },
  });
  const contactEnded = { at: held.moment.now.toISOString(), enquiry, agent: true as const };
  const over = withState(told, { contactEnded });
  if (leaves === undefined) return withEffects(over, recordOf(act, conversation, held));
  const reference = held.world.references.make('TSK', `${held.owner.handover}:promised`);
  const kept = withPromise(over, leaves, { act, conversation, held, reference });
  return withEffects(kept, recordOf(act, conversation, held, reference));
}

/** An agent may say that it was about something else than what it was handed over for. */
function aboutOf({ topic }: Closing, conversation: Conversation, { world }: Desk) {
  const enquiry = topic ?? enquiryIn(conversation);
  const restricted =
    conversation.state.handover?.restricted === true || world.playbook.get(enquiry)?.restricted === true;
  return { enquiry, restricted };
}

/** Of a restricted matter the log of contacts says only that there was one. */
// biome-ignore lint/complexity/useMaxParams: the usual three, and the task of what was promised
function recordOf(act: Closing, conversation: Conversation, desk: Desk, promised?: string): KeyedEffect {
  const { enquiry, restricted } = aboutOf(act, conversation, desk);
  return contactRecord(conversation, conversation.state, {
    topic: restricted ? 'restricted' : enquiry,
    outcome: act.outcome,
    at: desk.moment.now,
    details: {
      agent: act.agent.name,
      ...(act.avoidable !== undefined && { avoidable: act.avoidable }),
      ...(promised !== undefined && { promised, by: act.leaves?.by }),
    },
  });
}

interface Promising {
  readonly act: Closing;
  readonly conversation: Conversation;
  readonly held: Handed;
  /** Of its task. */
  readonly reference: string;
}

function withPromise(
  course: Course,
  promise: PromisedAtEnd,
  { act, conversation, held, reference }: Promising,
): Course {
  const { what, by } = promise;
  const { state, id } = conversation;
  const { landlord } = held.world;
  const { enquiry, restricted } = aboutOf(act, conversation, held);
  // What is restricted leaves its own team by no promise.
  const own =
    restricted && state.handover?.restricted !== true ? teamOf(enquiry, landlord) : teamIn(conversation, held);
  const team = restricted ? own : (promise.team ?? own);
  const isOwn = promise.team === undefined;
  const person = customerOf(state);
  const customer = person === undefined ? {} : { person };
  const task: Course['effects'][number] = {
    kind: 'housing.create-task',
    key: `housing:${reference}`,
    payload: {
      reference,
      team,
      kind: 'follow-up',
      ...customer,
      words: '',
      language: state.language.tag,
      due: by,
      ...(isOwn && { owner: act.agent.name }),
      conversation: id,
      // What is restricted stands with us, where its own team alone reads it.
      details: restricted ? { topic: 'restricted' } : { topic: enquiry, promised: what, by: act.agent.name },
    },
  };
  const due = [{ what, by, basis: 'landlord', rule: 'promised by an agent' }];
  const opened: Course['cases'][number] = {
    reference,
    kind: 'task',
    ...customer,
    enquiry,
    receivedAt: held.moment.now,
    due,
    restricted,
  };
  const owner = isOwn ? act.agent.name : (landlord.teams[team]?.name ?? team);
  const told = withLines(course, { phrase: 'handover.promised', values: { by, reference }, enquiry, reference });
  return {
    ...withEffects(told, task),
    cases: [...told.cases, opened],
    promises: [...told.promises, { what, by, reference, owner }],
  };
}
