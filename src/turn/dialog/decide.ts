// The third step of a turn: where the conversation goes. The only loop: a dialog advances, an action runs, it advances again,
// until something is asked or nothing is left to do. Nothing is sent.

import type { Frame } from '../../model/conversation.ts';
import type { Outcome } from '../../model/message.ts';
import type { Action, ActionInput } from '../action.ts';
import { freshFrom } from '../begun-anew.ts';
import { type Course, withFact, withLines, withResult, withState } from '../course.ts';
import type { Line } from '../line.ts';
import type { PersonWanted } from '../person-wanted.ts';
import { isSmallTalk } from '../small-talk.ts';
import { type Advanced, advance, enquiryOf, type Facts } from './advance.ts';
import { readAnswer } from './answer.ts';
import { cleared, didSlot, settled } from './answers.ts';
import { challenged } from './challenge.ts';
import { complaintFirst, withChoice } from './dissatisfied.ts';
import { called, ended, labelValue, leftAll, opened, topReplaced } from './frames.ts';
import { inDoubt } from './in-doubt.ts';
import { interrupt } from './interrupt.ts';
import { meaningOf } from './meaning.ts';
import { makeMove } from './moves.ts';
import { withNoCallsHeard } from './no-calls-heard.ts';
import { withNoticed, withoutNoticed } from './noticed.ts';
import { askedOfOurselves, isOwnOffer } from './own-accord.ts';
import { personFor } from './person-for.ts';
import { placeOf, questionIn, saidIn } from './place.ts';
import type { Scene } from './scene.ts';
import { withTold } from './told.ts';

/** What the dialogs may ask of the rest of the turn. */
export interface Means {
  readonly actions: Readonly<Record<string, Action>>;
  readonly facts: (course: Course) => Facts;
  readonly input: (course: Course, frame: Frame, slots: Frame['slots']) => ActionInput;
  /** Brings a person in: the queue, or where nobody is there the words that say so. */
  readonly bringPerson: (course: Course, wanted: PersonWanted) => Promise<Course>;
}

/** More rounds than any sound dialog needs in one turn. */
const mostRounds = 40;
/** Asks for a phone number and a time when nobody can come now. */
const callbackDialog = 'contact.callback';
/** The same for a matter that nobody else may learn of: asks first whether ringing is safe. */
const quietCallbackDialog = 'safety.callback';

/** In place of both for who has an agreed route. */
const routeDialog = 'contact.route';

export async function decide(start: Course, scene: Scene, means: Means): Promise<Course> {
  const course = withNoticed(withoutMenu(afterEdits(start, { scene, means }), scene), scene);
  const move = complaintFirst(interrupt(course.state, scene.said, scene.setting), course, scene);
  const opens = move.is === 'open' && !move.fromList ? move.enquiries : [];
  const calmed = challenged(withChoice(course, move, scene), opens, scene.said);
  const told = move.is === 'danger' ? course : inDoubt(withNoCallsHeard(calmed, opens, scene), scene);
  const moved = makeMove(move, withFact(told, 'understood', undefined, meaningOf(move, scene.said)), scene);
  return moved.goesOn ? proceed(moved.course, scene, means) : moved.course;
}

/** An edit may have taken away the dialog under way, or the step that it stood at: then it stands at its first open question. */
function afterEdits(course: Course, { scene, means }: Round): Course {
  const frame = course.state.stack.at(-1);
  const dialog = frame && scene.playbook.get(frame.dialog);
  if (frame === undefined || dialog?.steps[frame.step] !== undefined) return course;
  if (dialog === undefined) return ended(course, 'left', scene);
  const advanced = advance(dialog, frame, means.facts(course));
  return advanced.is === 'waits' ? topReplaced(course, advanced.frame) : course;
}

/** A menu that a greeting has shown, or the offer to go through one's record, is no question to come back to: what does not answer it goes past it. */
function withoutMenu(course: Course, scene: Scene): Course {
  const place = placeOf(course.state, scene.said, scene.setting);
  const { frame, step, said } = place;
  if (frame === undefined || step === undefined || !isOffer(frame)) return course;
  const isAnswer = readAnswer(saidIn(place), questionIn(place, step, frame)) !== undefined;
  const isNo = said.control?.is === 'no' && 'ask' in step && step.no !== undefined;
  return isAnswer || isNo || ['repeat', 'why', 'skip'].includes(said.control?.is ?? '')
    ? course
    : anew(ended(course, 'left', scene));
}

/** The survey at the end of a conversation is not answered: this is the next one. */
const anew = (course: Course): Course =>
  course.state.endedAt === undefined ? course : { ...course, state: freshFrom(course.state) };

const isOffer = (frame: Frame): boolean => isSmallTalk(frame.dialog) || isOwnOffer(frame);

/** Opens a dialog and runs it: for what does not begin with words, such as a visitor joining. */
export function begin(
  start: Course,
  enquiry: string,
  at: { readonly scene: Scene; readonly means: Means },
): Promise<Course> {
  return proceed(opened(start, { enquiry }, at.scene), at.scene, at.means);
}

/** Goes on from where the dialogs stand, without a new message. */
export const goOnFrom = (course: Course, at: Round): Promise<Course> => proceed(course, at.scene, at.means);

async function proceed(start: Course, scene: Scene, means: Means): Promise<Course> {
  let course: Course | undefined = start;
  for (let round = 0; round < mostRounds; round += 1) {
    const before: Course = course;
    course = before.state.stack.length > 0 ? await step(before, { scene, means }) : nextWaiting(before, scene);
    if (course === undefined) return before;
    if (course.owner.is !== 'bot' || course.rests || isWaiting(course, before)) return course;
  }
  return brokenLoop(course, scene);
}

/** A question was put in this round. */
function isWaiting(course: Course, before: Course): boolean {
  return course.lines.length > before.lines.length && course.lines.at(-1)?.expects !== undefined;
}

/** One dialog, moved on until it needs something, and what it needs done. */
async function step(course: Course, round: Round): Promise<Course> {
  const { scene, means } = round;
  const frame = course.state.stack.at(-1);
  const dialog = frame && scene.playbook.get(frame.dialog);
  if (frame === undefined || dialog === undefined) return ended(course, 'left', scene);
  const advanced = advance(dialog, frame, means.facts(course));
  return done(withLines(topReplaced(course, advanced.frame), ...advanced.lines), advanced, round);
}

interface Round {
  readonly scene: Scene;
  readonly means: Means;
}

function done(course: Course, advanced: Advanced, round: Round): Promise<Course> | Course {
  switch (advanced.is) {
    case 'acts':
      return acted(course, advanced, round.means);
    case 'calls':
      return called(course, advanced, round.scene);
    case 'hands over':
      return handedOver(course, advanced, round);
    case 'ended':
      return returned(course, advanced.as, round);
    default:
      return course;
  }
}

type Acting = Extract<Advanced, { is: 'acts' }>;

/** An action that has opened a case is not run again when its dialog passes by once more: the answer is kept. */
async function acted(course: Course, advanced: Acting, means: Means): Promise<Course> {
  const { frame } = advanced;
  const before = frame.slots[didSlot(advanced.action)];
  if (typeof before === 'string') return topReplaced(course, { ...frame, step: advanced.on[before] ?? '' });
  const action = means.actions[advanced.action];
  if (action === undefined) throw new Error(`There is no action ${advanced.action}.`);
  const result = await action.run(means.input(course, frame, { ...frame.slots, ...advanced.with }));
  const next = advanced.on[result.outcome];
  if (next === undefined) throw new Error(`Dialog ${frame.dialog} has no way on for ${advanced.action}.`);
  const told = { ...frame, step: next, slots: { ...frame.slots, ...result.slots } };
  const grown = (result.cases ?? []).length > 0 ? settled(told, advanced.action, result.outcome) : told;
  const stepped = topReplaced(course, cleared(grown, result.clears ?? []));
  return withFact(withResult(stepped, result), 'action.done', enquiryOf(frame), {
    action: advanced.action,
    outcome: result.outcome,
  });
}

async function handedOver(
  course: Course,
  advanced: Extract<Advanced, { is: 'hands over' }>,
  { scene, means }: Round,
): Promise<Course> {
  const wanted = personFor(course, advanced, scene);
  const brought = await means.bringPerson(course, wanted);
  if (brought.owner.is !== 'bot') return leftAll(brought, 'handover', scene);
  const isRouted = brought.facts.at(-1)?.data.because === routeDialog;
  const dialogs = isRouted
    ? [routeDialog]
    : wanted.restricted
      ? [quietCallbackDialog, callbackDialog]
      : [callbackDialog];
  const next = dialogs.find((each) => scene.playbook.has(each));
  return next === undefined ? ended(brought, 'handover', scene) : called(brought, { dialog: next }, scene);
}

/** A dialog has come to its end: back to the caller, or the enquiry is over. */
function returned(course: Course, as: string, round: Round): Course {
  const { scene } = round;
  const { stack } = course.state;
  const [frame, caller] = [stack.at(-1), stack.at(-2)];
  if (frame?.called && caller !== undefined) return backToCaller(course, { frame, caller, as }, round);
  const outcome = outcomes.find((each) => each === as) ?? 'done';
  const { opens, opensWith = '', ...over } = ended(course, outcome, scene);
  // What goes along was told in the matter that has just ended.
  const since = opensWith === '' ? undefined : frame?.toldAt?.words;
  if (opens !== undefined) return opened(over, { enquiry: opens, words: opensWith, since }, scene);
  return closing(over, { frame, outcome }, round);
}

/** How an enquiry may end; the content check holds dialogs to it. */
export const outcomes: readonly Outcome[] = [
  'answered',
  'done',
  'case',
  'task',
  'callback',
  'handover',
  'signposted',
  'left',
];

interface Return {
  readonly frame: Frame;
  readonly caller: Frame;
  readonly as: string;
}

function backToCaller(course: Course, { frame, caller, as }: Return, round: Round): Course {
  const { scene } = round;
  const step = scene.playbook.get(caller.dialog)?.steps[caller.step];
  const below = withState(withTold(course, scene.playbook), { stack: course.state.stack.slice(0, -1) });
  if (step === undefined || !('call' in step)) return returned(below, as, round);
  const kept = (step.keep ?? []).filter((slot) => frame.slots[slot] !== undefined);
  const slots = { ...caller.slots, ...Object.fromEntries(kept.map((slot) => [slot, frame.slots[slot] ?? null])) };
  const next = step.on[as];
  if (next === undefined) throw new Error(`Dialog ${caller.dialog} has no way on for ${frame.dialog}: ${as}.`);
  return topReplaced(below, { ...caller, slots, step: next });
}

interface Closing {
  readonly frame: Frame | undefined;
  readonly outcome: Outcome;
}

/** After an enquiry: back to what it cut into; or "anything else?", but not after safety steps or a goodbye. */
function closing(course: Course, { frame, outcome }: Closing, { scene, means }: Round): Course {
  const interrupted = course.state.stack.at(-1);
  const isUrgent = isUrgentFrame(frame, scene);
  if (interrupted !== undefined && course.state.waiting.length === 0) {
    if (isUrgent && !isUrgentFrame(interrupted, scene)) return resting(course, interrupted);
    const label = labelValue(enquiryOf(interrupted), scene.playbook);
    const line = { phrase: 'interrupt.back', values: { label }, enquiry: enquiryOf(interrupted) };
    return withLines(topReplaced(course, { ...interrupted, asked: 0 }), line);
  }
  const isOver = course.state.stack.length === 0 && course.state.waiting.length === 0;
  const isTalk = frame === undefined || isSmallTalk(frame.dialog);
  if (!isOver || isTalk || isUrgent || outcome === 'handover' || outcome === 'left') return course;
  const over = untold(course, { frame, outcome });
  const open = withoutNoticed(course, enquiryOf(frame));
  const asked = askedOfOurselves(open, means.facts(open), { over, episode: scene });
  return asked ?? withLines(open, { phrase: 'talk.anything_else', values: {}, ...over });
}

/** Nobody who is leaving a house is asked which room the tap is in. Their next message is asked whether to carry on. */
function resting(course: Course, interrupted: Frame): Course {
  return { ...topReplaced(course, { ...interrupted, asked: 0 }), rests: true };
}

function isUrgentFrame(frame: Frame | undefined, scene: Scene): boolean {
  return frame !== undefined && scene.playbook.get(frame.dialog)?.urgent === true;
}

/** An enquiry that ended without a word of its own: the line after it says how. */
function untold(course: Course, { frame, outcome }: Closing): Partial<Line> {
  const enquiry = frame === undefined ? '' : enquiryOf(frame);
  const isTold = course.lines.some((line) => line.enquiry === enquiry && line.outcome !== undefined);
  return isTold || enquiry === '' ? {} : { enquiry, outcome };
}

function nextWaiting(course: Course, scene: Scene): Course | undefined {
  const [next, ...waiting] = course.state.waiting;
  if (next === undefined) return undefined;
  const words = course.state.waitingWords?.[next];
  const since = course.state.waitingSince?.[next];
  const line = { phrase: 'interrupt.next', values: { label: labelValue(next, scene.playbook) }, enquiry: next };
  return opened(withState(withLines(course, line), { waiting }), { enquiry: next, words, since }, scene);
}

function brokenLoop(course: Course, scene: Scene): Course {
  const left = leftAll(withFact(course, 'loop-broken'), 'left', scene);
  return withLines(left, { phrase: 'talk.too_much', values: {} });
}
