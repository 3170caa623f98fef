// A case that an agent opens for who they are speaking with: the assistant's own dialog goes on from where everything has been asked, so
// that what is opened, by which clocks, for whom, and what the tenant hears of it are the same.

import type { Conversation, Frame } from '../../model/conversation.ts';
import { type Around, wentOnByItself } from '../by-itself.ts';
import { type Course, withoutState, withState } from '../course.ts';
import { enquiryOf } from '../dialog/advance.ts';
import { anyCaseDialog, borrowed } from '../dialog/frames.ts';
import { type Done, refused } from '../handover/held.ts';
import type { Refusal } from '../refusal.ts';
import type { KeyedEffect } from '../turn.ts';
import type { OpenCase } from './act.ts';

export async function openedCase(act: OpenCase, around: Around): Promise<Done | Refusal> {
  const { conversation, world } = around;
  const { owner } = conversation;
  if (owner.is !== 'agent') return refused(owner.is === 'queue' ? 'not-yours' : 'nothing-waiting');
  if (owner.agent !== act.agent.id) return refused('not-yours');
  // What has no case of its own becomes a task of the team whose it is.
  const isCase = world.playbook.get(act.about)?.desk !== undefined;
  const slots = isCase ? act.slots : { ...act.slots, ...borrowed(act.about) };
  const frame = { id: `desk:${conversation.id}:${act.request}`, dialog: isCase ? act.about : anyCaseDialog, slots };
  const course = await wentOnAtDesk(frame, act.toldAt, around);
  const nothing = cameToNothing(course, frame.dialog);
  if (nothing !== undefined) return nothing;
  return { course: { ...withOpened(course, act.about), effects: asToldBy(act, course.effects) } };
}

function withOpened(course: Course, about: string): Course {
  const { handover } = course.state;
  if (handover === undefined) return course;
  return withState(course, { handover: { ...handover, casesOpened: [...(handover.casesOpened ?? []), about] } });
}

/** The dialog would not open it. What could not be asked for may be there in a while. */
function cameToNothing({ facts }: Course, dialog: string): Refusal | undefined {
  const isLeft = facts.some(
    ({ name, enquiry, data }) => name === 'enquiry.ended' && enquiry === dialog && data.outcome === 'left',
  );
  if (!isLeft) return undefined;
  return refused(facts.some(({ data }) => data.outcome === 'away') ? 'not-now' : 'not-opened');
}

/**
 * Runs a dialog from where the desk begins it, and leaves whatever is under way as it was.
 *
 * @param toldAt when it was first told (ISO instant); absent: now
 */
export async function wentOnAtDesk(
  begun: Pick<Frame, 'id' | 'dialog' | 'slots'>,
  toldAt: string | undefined,
  { conversation, world, moment }: Around,
): Promise<Course> {
  const step = world.playbook.get(begun.dialog)?.desk;
  if (step === undefined) throw new Error(`${begun.dialog} has no step for the desk.`);
  const told = { words: toldAt ?? moment.now.toISOString() };
  const frame: Frame = { ...begun, step, answered: [], toldAt: told, asked: 0 };
  const asBot: Conversation = { ...conversation, owner: { is: 'bot' } };
  const course = await wentOnByItself(frame, 'desk', { conversation: asBot, world, moment });
  const enquiry = enquiryOf(frame);
  return {
    ...asBefore(course, conversation),
    lines: course.lines.filter((line) => line.enquiry === enquiry && line.expects === undefined && isOwn(line.phrase)),
  };
}

/** "Anything else?" is for who is there. */
const isOwn = (phrase: string): boolean => !phrase.startsWith('talk.');

/** What was asked stays asked, and the contact goes on. */
function asBefore(course: Course, { state, owner }: Conversation): Course {
  const { stack, contactEnded } = state;
  const going = withState(course, { stack });
  const open = contactEnded === undefined ? withoutState(going, 'contactEnded') : withState(going, { contactEnded });
  return { ...open, owner };
}

/** Who wrote it down, and in which language: an agent may write in another than the tenant. */
function asToldBy({ agent, language }: OpenCase, effects: readonly KeyedEffect[]): readonly KeyedEffect[] {
  const by = (details: Readonly<Record<string, unknown>>) => ({
    language,
    details: { ...details, openedBy: agent.name },
  });
  return effects.map((effect): KeyedEffect => {
    switch (effect.kind) {
      case 'housing.create-case':
        return { ...effect, payload: { ...effect.payload, ...by(effect.payload.details) } };
      case 'housing.create-task':
        return { ...effect, payload: { ...effect.payload, ...by(effect.payload.details) } };
      case 'housing.create-repair':
        return { ...effect, payload: { ...effect.payload, language } };
      default:
        return effect;
    }
  });
}
