// What a move of the conversation may look at, and what it answers with.

import type { SlotValue } from '../../model/conversation.ts';
import { type Course, withFact, withLines, withState } from '../course.ts';
import { withStrike } from '../strikes.ts';
import { withAnswer } from './answers.ts';
import { dialogFor, type Episode, labelValue, type Opening, opened, toldAt, topReplaced } from './frames.ts';
import { offerLine } from './offers.ts';
import type { Setting } from './place.ts';

export interface Scene extends Episode {
  readonly setting: Setting;
}

/** Danger, or a matter that only one team may see. */
export function isGrave(name: string, { playbook }: Pick<Scene, 'playbook'>): boolean {
  const dialog = playbook.get(name);
  return dialog !== undefined && (dialog.urgent || dialog.restricted);
}

export interface Moved {
  readonly course: Course;
  /** Whether the dialogs go on from here; else the question that stands has been put. */
  readonly goesOn: boolean;
}

export const goOn = (course: Course): Moved => ({ course, goesOn: true });
export const stay = (course: Course): Moved => ({ course, goesOn: false });

export function offer(course: Course, options: readonly string[], about: Parameters<typeof offerLine>[1]): Course {
  return withState(withLines(course, offerLine(options, about)), { offered: options });
}

/** With the words of an enquiry where they are not those of this message, and since when they were told. */
export type Telling = Scene & Pick<Opening, 'words' | 'since'>;

/** Opens the first of these enquiries; the others wait and the tenant is told so. */
export function open(course: Course, enquiries: readonly string[], scene: Telling): Moved {
  const [first = '', ...others] = enquiries;
  const inside = first === 'contact.person' ? toItsPerson(course, scene) : undefined;
  if (inside !== undefined) return goOn(inside);
  if (dialogFor(first, scene.playbook) === undefined) return stay(notNow(course, first));
  const isAbuse = first === 'talk.abuse' && scene.said.temper !== 'distress';
  const counted = isAbuse ? withStrike(course, scene.said.received.receivedAt) : course;
  const next = others.filter((each) => dialogFor(each, scene.playbook) !== undefined);
  const queued = next.map((each) => ({
    phrase: 'interrupt.queued',
    values: { label: labelValue(each, scene.playbook) },
    enquiry: each,
  }));
  const held = { ...counted.state.waitingWords, ...Object.fromEntries(next.map((each) => [each, scene.said.text])) };
  const since = Object.fromEntries(next.map((each) => [each, toldAt(scene.said)]));
  const waits =
    next.length > 0
      ? {
          waiting: [...counted.state.waiting, ...next],
          waitingWords: held,
          waitingSince: { ...counted.state.waitingSince, ...since },
        }
      : {};
  const opening = { enquiry: first, words: scene.words, since: scene.since };
  return goOn(opened(withState(withLines(counted, ...queued), waits), opening, scene));
}

/** A dialog that must be on record before anybody comes has a way of its own to a person. */
function toItsPerson(course: Course, { playbook }: Scene): Course | undefined {
  const frame = course.state.stack.findLast((each) => playbook.get(each.dialog)?.person !== undefined);
  const step = frame && playbook.get(frame.dialog)?.person;
  if (frame === undefined || step === undefined) return undefined;
  const below = course.state.stack.slice(0, course.state.stack.indexOf(frame));
  return withState(course, { stack: [...below, { ...frame, step, asked: 0 }] });
}

/** A matter that this service knows of but cannot finish: a person is offered. */
function notNow(course: Course, enquiry: string): Course {
  return offer(withFact(course, 'enquiry.unserved', enquiry), ['not_now.yes', 'not_now.no'], { enquiry });
}

/** Writes an answer into the dialog that speaks. */
// biome-ignore lint/complexity/useMaxParams: reads as a sentence
export function filled(course: Course, slot: string, value: SlotValue, { playbook, said }: Scene): Course {
  const frame = course.state.stack.at(-1);
  if (frame === undefined) return course;
  return topReplaced(course, withAnswer(frame, playbook.get(frame.dialog), { slot, value, told: toldAt(said) }));
}
