// Nobody came within the landlord's limit: a call-back is promised, with a day and a reference; who is in danger is not left
// with a promise alone.

import type { Conversation } from '../../model/conversation.ts';
import { localTime } from '../../model/london-time.ts';
import { closedDays } from '../../model/opening-hours.ts';
import { addWorkingDays } from '../../model/working-days.ts';
import { type Course, withLines } from '../course.ts';
import { customerOf } from '../customer.ts';
import type { Line } from '../line.ts';
import type { Refusal } from '../refusal.ts';
import { type Desk, type Done, ended, enquiryIn, refused, teamIn } from './held.ts';

/** Nobody came in time: a call-back is promised, with a day and a reference; to who is not to be rung, words in writing. */
export function waitOver(conversation: Conversation, desk: Desk): Done | Refusal {
  const { owner, state, address } = conversation;
  if (owner.is !== 'queue') return refused('nothing-waiting');
  const isUnsafe = state.handover?.restricted || Object.keys(state.handover?.danger ?? {}).length > 0;
  if (isUnsafe) return unsafeWaitOver(conversation, desk, owner.handover);
  const isWritten = state.noCalls !== undefined;
  if (!desk.canRing && !isWritten) return askedForNumber(conversation, owner.handover);
  const phone = address.channel === 'sms' ? address.number : undefined;
  const task = callbackTask(conversation, desk, { handover: owner.handover, phone });
  const { by, reference, enquiry } = task;
  const freed = ended(conversation, { as: 'call-back', outcome: 'callback', handover: owner.handover });
  const told = withLines(freed, {
    phrase: 'handover.wait_over',
    values: { by, reference },
    enquiry,
    reference,
    outcome: 'callback',
    handover: { state: 'failed' },
  });
  return { course: withTask(told, task) };
}

/** A promise to ring is empty without a number: it is asked for, and the promise is made after it. */
function askedForNumber(conversation: Conversation, handover: string): Done {
  const enquiry = enquiryIn(conversation);
  const freed = ended(conversation, { as: 'call-back', outcome: 'number-asked', handover });
  const told = withLines(freed, { phrase: 'handover.nobody', values: {}, enquiry, handover: { state: 'failed' } });
  return { course: told, opens: { dialog: 'contact.callback', enquiry } };
}

/**
 * Nobody came for somebody in danger. The team has it as a task from this moment, whatever is answered; a call may be heard by
 * somebody else, so whether to ring is asked before any number.
 */
function unsafeWaitOver(conversation: Conversation, desk: Desk, handover: string): Done {
  const enquiry = enquiryIn(conversation);
  const freed = ended(conversation, { as: 'call-back', outcome: 'task', handover });
  const line: Line = {
    phrase: 'handover.nobody_urgent',
    values: {},
    enquiry,
    urgent: true,
    handover: { state: 'failed' },
  };
  const task = callbackTask(conversation, desk, { handover, phone: undefined });
  const isQuiet = conversation.state.handover?.restricted ?? false;
  const dialog = isQuiet ? 'safety.callback' : 'contact.callback';
  const course = withTask(withLines(freed, line), task);
  return conversation.state.noCalls === undefined ? { course, opens: { dialog, enquiry } } : { course };
}

interface CallbackTask {
  readonly by: string;
  readonly reference: string;
  readonly enquiry: string;
  readonly opened: Pick<Course, 'effects' | 'cases' | 'promises'>;
}

function withTask(course: Course, { opened }: CallbackTask): Course {
  return {
    ...course,
    effects: [...course.effects, ...opened.effects],
    cases: [...course.cases, ...opened.cases],
    promises: [...course.promises, ...opened.promises],
  };
}

/** For the team, with a day: in the same commit in which the wait ends. */
function callbackTask(
  conversation: Conversation,
  desk: Desk,
  about: { readonly handover: string; readonly phone: string | undefined },
): CallbackTask {
  const { state } = conversation;
  const { world, moment } = desk;
  const { landlord, references } = world;
  const today = localTime(moment.now, landlord.timeZone).date;
  const by = addWorkingDays(today, landlord.handover.callbackWorkingDays, closedDays(world));
  const reference = references.make('TSK', `${about.handover}:call-back`);
  const team = teamIn(conversation, desk);
  const enquiry = enquiryIn(conversation);
  const person = customerOf(state);
  const kind = state.noCalls === undefined ? 'call-back' : 'write-back';
  const due = [{ what: kind, by, basis: 'landlord', rule: 'landlord pack' }];
  const restricted = state.handover?.restricted ?? false;
  return {
    by,
    reference,
    enquiry,
    opened: {
      effects: [
        {
          kind: 'housing.create-task',
          key: `housing:${reference}`,
          payload: {
            reference,
            team,
            kind,
            ...(person !== undefined && { person }),
            words: '',
            language: state.language.tag,
            due: by,
            conversation: conversation.id,
            details: {
              topic: restricted ? 'restricted' : enquiry,
              ...(about.phone !== undefined && { phone: about.phone }),
            },
          },
        },
      ],
      cases: [
        {
          reference,
          kind: 'task',
          ...(person !== undefined && { person }),
          enquiry,
          receivedAt: moment.now,
          due,
          restricted,
        },
      ],
      promises: [{ what: kind, by, reference, owner: landlord.teams[team]?.name ?? team }],
    },
  };
}
