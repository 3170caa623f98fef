// Opening, leaving and ending enquiries: the stack of dialogs under way, and what is recorded of each.

import type { Conversation, Frame, Slots } from '../../model/conversation.ts';
import type { NearIncident } from '../../model/incident.ts';
import type { Outcome } from '../../model/message.ts';
import { wordCount } from '../../model/plain-words.ts';
import { contactRecord } from '../contact-record.ts';
import { type Course, withFact, withState } from '../course.ts';
import type { Understood } from '../heard.ts';
import { incidentDialog, untoldOf } from '../incidents.ts';
import { phraseValue } from '../line.ts';
import { isSmallTalk } from '../small-talk.ts';
import type { KeyedEffect } from '../turn.ts';
import { enquiryOf, firstStep } from './advance.ts';
import { isSettled, withPassing } from './answers.ts';
import { causeOf } from './avoidable.ts';
import type { Dialog, Playbook } from './flow.ts';
import { withMatter } from './matter.ts';
import { withTold } from './told.ts';

/** What opening and ending must know of the turn. */
export interface Episode {
  readonly conversation: Conversation;
  readonly said: Understood;
  readonly playbook: Playbook;
  /** What is known to be wrong for many, and may be of them. */
  readonly incidents?: readonly NearIncident[];
}

/** From so many words on, the words that open an enquiry tell the matter itself. */
const tellingFrom = 8;
/** Deeper than this nobody remembers what was asked: the oldest is left. */
const deepest = 4;

/** Takes any known matter that has no dialog of its own to the team that it belongs to. */
export const anyCaseDialog = 'contact.case';

/** The dialog that serves an enquiry; urgent ones that have none of their own share one. */
export function dialogFor(enquiry: string, playbook: Playbook): string | undefined {
  if (playbook.has(enquiry)) return enquiry;
  const shared = /^(?:emergency|safety)\./.test(enquiry) ? `${enquiry.split('.')[0]}.other` : anyCaseDialog;
  return playbook.has(shared) ? shared : undefined;
}

/** Coming back to a restricted matter does not name it: somebody else may hold the phone by then. */
export function labelValue(enquiry: string, playbook: Playbook): string {
  const name = dialogFor(enquiry, playbook);
  if (name === undefined) return '';
  return phraseValue(playbook.get(name)?.restricted ? 'label.private' : `label.${enquiry}`);
}

export interface Opening {
  readonly enquiry: string;
  /** The tenant's words for it when they are not those of this message: told earlier, or none because it was chosen from a list. */
  readonly words?: string | undefined;
  /** When those were told (ISO instant). */
  readonly since?: string | undefined;
}

/** When the message arrived, as it is kept with what was told in it. */
export const toldAt = ({ received }: Understood): string => received.receivedAt.toISOString();

/** Opens an enquiry above what is under way. One that waits further down comes up instead of starting twice. */
export function opened(course: Course, { enquiry, words, since }: Opening, episode: Episode): Course {
  const incident = untoldOf(enquiry, course.state, episode.incidents);
  const name = incident === undefined ? dialogFor(enquiry, episode.playbook) : incidentDialog;
  const dialog = name === undefined ? undefined : episode.playbook.get(name);
  if (name === undefined || dialog === undefined) return course;
  const { stack } = course.state;
  const below = stack.findIndex((frame) => enquiryOf(frame) === enquiry && !frame.called);
  if (below >= 0) return withState(course, { stack: broughtUp(stack, below) });
  const told = toldAtOpening(dialog, episode, words);
  const bare: Frame = {
    id: `${episode.conversation.id}:${episode.said.received.sequence}:${course.facts.length}`,
    dialog: name,
    step: firstStep(dialog),
    slots: {
      ...openingSlots(episode, words),
      ...(name !== enquiry && borrowed(enquiry)),
      ...(incident !== undefined && { incident: incident.id }),
    },
    answered: [],
    toldAt: { words: since ?? toldAt(episode.said) },
    asked: 0,
  };
  const frame = withPassing(bare, told, 'words');
  const [isUrgent, isRestricted] = [dialog.urgent, dialog.restricted];
  const known = withFact(course, 'enquiry.opened', enquiry, {
    dialog: name,
    urgent: isUrgent,
    restricted: isRestricted,
  });
  return withState(known, { stack: [...stack, frame].slice(-deepest * 2) });
}

/** A dialog that serves another enquiry than its own is told which. */
export function borrowed(enquiry: string): Slots {
  return { enquiry, topic: enquiry, topic_label: phraseValue(`label.${enquiry}`) };
}

function broughtUp(stack: readonly Frame[], from: number): readonly Frame[] {
  let to = from + 1;
  while (stack[to]?.called) to += 1;
  return [
    ...stack.slice(0, from),
    ...stack.slice(to),
    ...stack.slice(from, to).map((frame) => ({ ...frame, asked: 0 })),
  ];
}

/** What the opening words and the address already tell: only slots that the dialog asks for, and never where it says `always`. */
function toldAtOpening(dialog: Dialog, { said }: Episode, words = said.text): Slots {
  const slots: Record<string, Slots[string]> = {};
  // When it suits is no question of its own: who offers half days, rings back or comes in looks for it.
  for (const slot of [...askedSlots(dialog), 'times']) {
    const detail = words === said.text ? said.detail(slot) : undefined;
    const value = detail ?? (slot === 'phone' ? numberOf(said) : undefined);
    if (value !== undefined) slots[slot] = value;
  }
  return slots;
}

function openingSlots({ said }: Episode, words = said.text): Slots {
  const slots: Record<string, Slots[string]> = { words };
  const { attachments } = said.received;
  if (attachments.length > 0) slots.photo = attachments.map((file) => file.id).join(' ');
  if (wordCount(words) >= tellingFrom) slots._telling = 'yes';
  return slots;
}

/** Who writes by text can be rung on that number. */
function numberOf({ received: { address } }: Understood): string | undefined {
  return address.channel === 'sms' ? address.number : undefined;
}

/** Slots that are not asked for when they are known. */
export function askedSlots(dialog: Dialog): readonly string[] {
  return Object.values(dialog.steps).flatMap((step) => ('ask' in step && !step.always ? [step.ask] : []));
}

interface Calling {
  readonly dialog: string;
  readonly with?: Slots;
}

/** Slots that go along into every dialog that is called: the words that opened the matter, and whom the customer would rather deal with. */
const carried: readonly string[] = ['words', 'staff', 'times'];

/** A dialog inside another: it knows what its caller knows of the slots that it asks for, and what the call tells it. */
export function called(course: Course, { dialog: name, with: inputs = {} }: Calling, episode: Episode): Course {
  const caller = course.state.stack.at(-1);
  const dialog = episode.playbook.get(name);
  if (caller === undefined || dialog === undefined) throw new Error(`There is no dialog ${name} to call.`);
  const asks = askedWithin(name, episode.playbook);
  const phone = numberOf(episode.said);
  const told: Slots = { ...(phone !== undefined && { phone }), ...toldNow(episode), ...caller.slots };
  const known = Object.entries(told).filter(([slot]) => asks.includes(slot) || carried.includes(slot));
  const frame: Frame = {
    id: caller.id,
    dialog: name,
    step: firstStep(dialog),
    slots: { ...Object.fromEntries(known), ...inputs, enquiry: enquiryOf(caller) },
    answered: [],
    ...(caller.toldAt !== undefined && { toldAt: caller.toldAt }),
    asked: 0,
    called: true,
  };
  return withState(course, { stack: [...course.state.stack, frame] });
}

/** What it asks for itself, and what the dialogs that it calls ask for. */
function askedWithin(name: string, playbook: Playbook, seen: readonly string[] = []): readonly string[] {
  const dialog = playbook.get(name);
  if (dialog === undefined || seen.includes(name)) return [];
  const inner = Object.values(dialog.steps).flatMap((step) => ('call' in step ? [step.call] : []));
  return [...askedSlots(dialog), ...inner.flatMap((each) => askedWithin(each, playbook, [...seen, name]))];
}

/** "Ring me after 4 on 07700 900101" tells who asks to ring what they would ask. */
function toldNow({ said }: Episode): Slots {
  const details = ['phone', 'best_time', 'times'].map((slot) => [slot, said.detail(slot)] as const);
  return Object.fromEntries(details.flatMap(([slot, value]) => (value === undefined ? [] : [[slot, value]])));
}

export function topReplaced(course: Course, frame: Frame): Course {
  return withState(course, { stack: [...course.state.stack.slice(0, -1), frame] });
}

/** Takes the enquiry that speaks off the stack, with the dialogs that it called, and records how it ended. */
export function ended(course: Course, as: Outcome, episode: Episode): Course {
  const { stack } = course.state;
  let own = stack.length - 1;
  while (own > 0 && stack[own]?.called) own -= 1;
  const frame = stack[own];
  if (frame === undefined) return course;
  const enquiry = enquiryOf(frame);
  const dialog = episode.playbook.get(frame.dialog);
  const outcome = as === 'left' && isSettled(frame) ? settledAs(dialog) : as;
  const cause = causeOf(frame, outcome);
  const isCounted = frame.slots._counted === 'yes';
  const before = withTold(course, episode.playbook, outcome);
  const told = withFact(before, isCounted ? 'enquiry.followed' : 'enquiry.ended', enquiry, {
    outcome,
    restricted: dialog?.restricted ?? false,
    ...(cause !== undefined && { avoidable: cause }),
  });
  const recorded = {
    ...told,
    effects: [...told.effects, ...recordOf(course, enquiry, { outcome, dialog, episode })],
  };
  const left = withState(marked(recorded, enquiry, outcome), { stack: stack.slice(0, own) });
  const after = withMatter(left, frame, { playbook: episode.playbook, at: episode.said.received.receivedAt });
  return withContact(after, { frame, enquiry, outcome, episode });
}

/** Over, but for what was given to a person; what was asked of our own accord is no contact. */
function withContact(
  course: Course,
  { frame, enquiry, outcome, episode }: Omit<Ending, 'dialog'> & { readonly frame: Frame; readonly enquiry: string },
): Course {
  const isContact = !isSmallTalk(enquiry) && !episode.playbook.get(frame.dialog)?.called;
  if (!isContact || outcome === 'handover') return course;
  const { reference } = frame.slots;
  const isAboutComplaint = enquiry === 'complaint.status' && typeof reference === 'string';
  const contactEnded = { at: toldAt(episode.said), enquiry, ...(isAboutComplaint && { complaint: reference }) };
  return withState(course, { contactEnded });
}

/** Who does not answer what is asked after a case was opened has left nothing undone. */
function settledAs(dialog: Dialog | undefined): Outcome {
  const ends = Object.values(dialog?.steps ?? {}).flatMap((step) => ('end' in step ? [step.end] : []));
  return (['case', 'task', 'done'] as const).find((each) => ends.includes(each)) ?? 'left';
}

/** Leaves everything that is under way. */
export function leftAll(course: Course, outcome: Outcome, episode: Episode): Course {
  let left = course;
  while (left.state.stack.length > 0) left = ended(left, outcome, episode);
  return withState(left, { waiting: [] });
}

/** The last message of an enquiry says how it ended. */
function marked(course: Course, enquiry: string, outcome: Outcome): Course {
  const last = course.lines.findLastIndex((line) => line.enquiry === enquiry);
  if (last < 0) return course;
  return { ...course, lines: course.lines.map((line, index) => (index === last ? { ...line, outcome } : line)) };
}

interface Ending {
  readonly outcome: Outcome;
  readonly dialog: Dialog | undefined;
  readonly episode: Episode;
}

/** Pleasantries are no contact. Of a restricted matter the log of contacts says only that there was one. */
function recordOf(course: Course, enquiry: string, { outcome, dialog, episode }: Ending): readonly KeyedEffect[] {
  if (enquiry.startsWith('talk.')) return [];
  const { conversation, said } = episode;
  const { address, receivedAt } = said.received;
  const topic = dialog?.restricted ? 'restricted' : enquiry;
  return [contactRecord({ id: conversation.id, address }, course.state, { topic, outcome, at: receivedAt })];
}
