// What was begun and not finished, and must be on record all the same: a complaint counts from the words that told it, damp from the day
// on which we know of it. After a day without a word it is logged as far as it was told, and the tenant hears of it.

import type { ConversationState } from '../model/conversation.ts';
import type { Act } from './act.ts';
import { type Around, wentOnByItself } from './by-itself.ts';
import { type Course, withEffects, withFact, withState } from './course.ts';
import { enquiryOf } from './dialog/advance.ts';
import { isGraveUnderWay } from './grave.ts';
import { courseOf, type Done, refused } from './handover/held.ts';
import type { Refusal } from './refusal.ts';
import type { KeyedEffect, Received } from './turn.ts';
import type { World } from './world.ts';

const hourMs = 3_600_000;

/** For each that a turn has begun: when to look whether it was finished. */
export function looksAtUnfinished(
  { stack }: ConversationState,
  received: Received,
  { conversation, world }: Pick<Around, 'conversation' | 'world'>,
): readonly KeyedEffect[] {
  const before = new Set(conversation.state.stack.map(({ id }) => id));
  return stack
    .filter(({ id, dialog }) => !before.has(id) && world.playbook.get(dialog)?.unfinished !== undefined)
    .map(({ id }) => lookAt(id, received.receivedAt, { conversation, world }));
}

export async function logUnfinished(
  { frame: id }: Extract<Act, { is: 'left-unfinished' }>,
  around: Around,
): Promise<Done | Refusal> {
  const { conversation, world, moment } = around;
  const { stack, lastAt } = conversation.state;
  const frame = stack.find((each) => each.id === id);
  const step = frame && world.playbook.get(frame.dialog)?.unfinished;
  if (frame === undefined || step === undefined) return refused('nothing-waiting');
  const last = new Date(lastAt ?? moment.now);
  if (conversation.owner.is !== 'bot' || last.getTime() + waitMs(world) > moment.now.getTime()) {
    const from = conversation.owner.is === 'bot' ? last : moment.now;
    return { course: withEffects(courseOf(conversation), lookAt(id, from, around)) };
  }
  const others = stack.filter((each) => each.id !== id);
  const logged = await wentOnByItself({ ...frame, step, asked: 0 }, 'unfinished', around);
  const enquiry = enquiryOf(frame);
  const course: Course = {
    ...withState(withFact(logged, 'unfinished.logged', enquiry), { stack: others }),
    // What comes after the end of a matter is for who is there.
    lines: logged.lines.filter((line) => line.enquiry === enquiry && line.expects === undefined && isOwn(line.phrase)),
  };
  const isQuiet = conversation.state.quiet === true || isGraveUnderWay(stack, world.playbook);
  return { course, notice: isQuiet ? 'kept' : 'sent' };
}

const isOwn = (phrase: string): boolean => !phrase.startsWith('talk.');

const waitMs = ({ landlord }: World): number => landlord.unfinishedAfterHours * hourMs;

function lookAt(
  frame: string,
  from: Date,
  { conversation, world }: Pick<Around, 'conversation' | 'world'>,
): KeyedEffect {
  const at = new Date(from.getTime() + waitMs(world)).toISOString();
  return { kind: 'time.unfinished', key: `unfinished:${frame}`, payload: { conversation: conversation.id, frame, at } };
}
