// Does what `interrupt` found to be meant. Each move returns the larger course and whether the dialogs go on from there.

import type { ConversationState, SlotValue } from '../../model/conversation.ts';
import { wordCount } from '../../model/plain-words.ts';
import { type Course, withEffects, withFact, withLines, withoutState, withState } from '../course.ts';
import { onOwnRecord } from '../on-record.ts';
import type { Detail } from '../understanding/ports.ts';
import { confirmedSlot, enquiryOf } from './advance.ts';
import { chooseExactly } from './answer.ts';
import { stepAsking, withoutAnswer, withPassing } from './answers.ts';
import { control } from './controls.ts';
import type { Correction } from './correct.ts';
import { complaintTold } from './dissatisfied.ts';
import type { Ask } from './flow.ts';
import { askedSlots, ended, labelValue, leftAll, opened, toldAt, topReplaced } from './frames.ts';
import type { Move } from './interrupt.ts';
import { asked, menu } from './menu.ts';
import { notUnderstood } from './misses.ts';
import type { OfferKind } from './offers.ts';
import { ownChanges } from './own-details.ts';
import { photosLine, withPhotos } from './photos.ts';
import { placeOf, questionIn, saidIn } from './place.ts';
import { filled, goOn, type Moved, offer, open, type Scene, stay, type Telling } from './scene.ts';
import { machineSpent, tongueAsked, tongueChosen } from './tongue.ts';

type Opening = Extract<Move, { is: 'open' }>;

export function makeMove(move: Move, before: Course, scene: Scene): Moved {
  // What is none of our business is hardly understood either: the next such message is offered a person.
  const isOff = move.is === 'open' && move.enquiries[0] === 'none';
  const misses = move.is === 'not understood' ? before.state.misses : Number(isOff);
  const course = withState(withoutState(before, 'offered', 'unclear', 'unclearSince'), { misses });
  switch (move.is) {
    case 'danger':
      return goOn(danger(course, move.enquiries, scene));
    case 'open':
      return opening(course, move, { ...scene, ...openingWords(move, before, scene) });
    case 'answer':
      return withFiles(
        answer(
          move.fills === undefined ? course : filled(course, move.fills.slot, move.fills.value, scene),
          move.value,
          scene,
        ),
        course,
        scene,
      );
    case 'other half days':
      return otherHalfDays(course, move.times, scene);
    case 'control':
      return control(move.control, course, scene);
    case 'language':
      return language(course, move.tag, scene);
    case 'correct':
      return goOn(corrected(course, move.correction, scene));
    case 'chosen':
      return chosen(course, move, scene);
    case 'offer':
      return stay(withState(offer(course, move.offered, {}), unclearSoFar(before.state, scene)));
    case 'tongue':
      return tongueAsked(course, move, scene);
    case 'machine spent':
      return machineSpent(course, move.tag);
    case 'ask whether to carry on':
      return stay(carryOn(course, scene));
    case 'ask again':
      return stay(asked(move.told ? withLines(course, { phrase: 'talk.told_already', values: {} }) : course, scene));
    case 'not understood':
      return stay(notUnderstood(course, scene));
  }
}

/** A photograph that comes with an answer to something else is kept as well, and the tenant told. */
function withFiles(moved: Moved, before: Course, scene: Scene): Moved {
  const { step } = placeOf(before.state, scene.said, scene.setting);
  const isAsked = step !== undefined && 'ask' in step && step.expects === 'photo';
  const kept = withPhotos(moved.course, before, scene);
  const isTold = kept !== moved.course && !isAsked;
  return { ...moved, course: isTold ? withLines(kept, photosLine(scene)) : kept };
}

/** Told in several messages, of which none was plain. */
function unclearSoFar({ unclear, unclearSince, lastAt }: ConversationState, { said }: Scene) {
  if (unclear === undefined) return { unclear: said.text, unclearSince: toldAt(said) };
  return { unclear: `${unclear}\n${said.text}`, unclearSince: unclearSince ?? lastAt ?? toldAt(said) };
}

function opening(course: Course, move: Opening, scene: Telling): Moved {
  const isTold = scene.words !== undefined && course.state.choiceTold !== undefined;
  return open(isTold ? withState(course, { choiceTold: '' }) : course, move.enquiries, scene);
}

function openingWords(move: Opening, before: Course, scene: Scene): Pick<Telling, 'words' | 'since'> {
  if (move.fromList) return listWords(before.state, scene);
  return move.enquiries[0] === 'complaint.make' ? complaintTold(before, scene) : {};
}

/** After "did you mean" the matter was told in the messages before; from a plain menu it was not told at all. */
function listWords({ unclear, unclearSince, lastAt }: ConversationState, { said }: Scene) {
  if (unclear !== undefined) return { words: unclear, since: unclearSince ?? lastAt };
  return { words: wordCount(said.text) >= 8 ? said.text : '' };
}

/** The gravest is served now, the others next; what was under way comes after them. */
function danger(course: Course, enquiries: readonly string[], scene: Scene): Course {
  const [first = '', ...others] = enquiries;
  const raised = withFact(course, 'danger.found', first, { alone: others.length === 0 });
  const state: Partial<ConversationState> = {
    waiting: [...others, ...course.state.waiting.filter((each) => !enquiries.includes(each))],
  };
  return opened(withState(raised, state), { enquiry: first }, scene);
}

function answer(course: Course, value: SlotValue, scene: Scene): Moved {
  const { frame, step } = placeOf(course.state, scene.said, scene.setting);
  if (frame === undefined || step === undefined) return goOn(course);
  if ('ask' in step) return goOn(inPassing(filled(course, step.ask, value, scene), step, scene));
  if (value === 'yes') {
    return goOn(topReplaced(course, { ...frame, slots: { ...frame.slots, [confirmedSlot(frame.step)]: 'yes' } }));
  }
  const own = ownChanges(frame, step).map((slot) => `own.${slot}`);
  const [only, another] = [...step.change, ...own];
  if (another === undefined && only !== undefined) return goOn(reopened(course, only, scene));
  const options = [...step.change.map((slot) => `change.${slot}`), ...own];
  return stay(offer(course, options, { dialog: frame.dialog, enquiry: enquiryOf(frame) }));
}

/** Back to the action that found the half days: it looks again, among the times that suit. */
function otherHalfDays(course: Course, times: string, scene: Scene): Moved {
  const { frame, dialog } = placeOf(course.state, scene.said, scene.setting);
  const finds = Object.entries(dialog?.steps ?? {}).find(
    ([, step]) => 'do' in step && Object.values(step.on).includes(frame?.step ?? ''),
  )?.[0];
  if (frame === undefined || finds === undefined) return stay(asked(course, scene));
  return goOn(topReplaced(course, { ...frame, step: finds, slots: { ...frame.slots, times } }));
}

/** "The window in the bedroom does not close" answers which room as well, "£20 a week" how often. */
function inPassing(course: Course, ask: Ask, scene: Scene): Course {
  const place = placeOf(course.state, scene.said, scene.setting);
  const { frame, dialog } = place;
  if (!['text', 'amount', 'choice'].includes(ask.expects) || frame === undefined || dialog === undefined) return course;
  const words = scene.said.control?.is === 'correct' ? scene.said.control.rest : undefined;
  // Our own words tell nothing besides.
  const isOption = chooseExactly(saidIn(place, words), questionIn(place, ask, frame).options) !== undefined;
  if (isOption || scene.said.received.value !== undefined) return course;
  // A choice answers no other question, but may be told with when it suits: "ring me, mornings only".
  const told = (ask.expects === 'choice' ? ['times'] : [...askedSlots(dialog), 'times']).flatMap((slot) => {
    const detail = frame.slots[slot] === undefined ? toldBesides(slot, scene) : undefined;
    return detail === undefined ? [] : [[slot, detail] as const];
  });
  return topReplaced(course, withPassing(frame, Object.fromEntries(told), ask.ask));
}

/** "I meant" is of the past, and would make the day after it one: of a correction only what comes after is read. */
function toldBesides(slot: string, { said, setting }: Scene): Detail | undefined {
  return said.control?.is === 'correct' ? setting.detail(slot, said.control.rest) : said.detail(slot);
}

/** Takes an answer back, so that it is asked again. */
function reopened(course: Course, slot: string, scene: Scene): Course {
  const { frame, dialog } = placeOf(course.state, scene.said, scene.setting);
  const step = frame && dialog && stepAsking(dialog, frame, slot);
  if (frame === undefined || step === undefined) return course;
  return corrected(course, { frame: frame.id, dialog: frame.dialog, slot, step }, scene);
}

function corrected(course: Course, { slot, step, value, ...whose }: Correction, scene: Scene): Course {
  const { stack } = course.state;
  const found = stack.findLastIndex((frame) => frame.id === whose.frame && frame.dialog === whose.dialog);
  const at = found < 0 ? stack.length - 1 : found;
  const frame = stack[at];
  if (frame === undefined) return course;
  const open = { ...withoutAnswer(frame, slot), step, asked: 0 };
  const whole = withFact(
    withState(course, { stack: [...stack.slice(0, at), open] }),
    'answer.corrected',
    enquiryOf(frame),
  );
  if (value === undefined) return whole;
  const ask = scene.playbook.get(frame.dialog)?.steps[step];
  const put = filled(whole, slot, value, scene);
  const told = ask !== undefined && 'ask' in ask ? inPassing(put, ask, scene) : put;
  return withLines(told, { phrase: 'interrupt.corrected', values: {}, enquiry: enquiryOf(frame) });
}

function language(course: Course, tag: string, scene: Scene): Moved {
  const { state } = course;
  const name = scene.setting.languageName(tag);
  const isSame = state.language.tag === tag;
  const { kept } = state.language;
  const before = { ...(!isSame && { before: state.language.tag }), ...(kept && { kept }) };
  // What one word puts back here, it puts back on the record as well, where this conversation had put it there.
  const recorded = kept ? withEffects(course, ...onOwnRecord(state, { language: tag })) : course;
  const chosen = withState(recorded, { language: { tag, from: 'chosen', ...before } });
  const line = { phrase: isSame ? 'language.already' : 'language.chosen', values: { language: name } };
  // Asked for in that very language, it was switched and told already.
  const told = scene.said.switched ? chosen : withLines(chosen, { ...line, enquiry: 'access.language' });
  // Named in the middle of choosing one, it is chosen.
  const done = state.stack.at(-1)?.dialog === 'access.language' ? ended(told, 'done', scene) : told;
  return stay(done.state.stack.length > 0 ? asked(done, scene) : menu(done, scene));
}

function chosen(course: Course, choice: { readonly kind: OfferKind; readonly value: string }, scene: Scene): Moved {
  if (choice.kind === 'tongue') return tongueChosen(course, choice.value, scene);
  const is = `${choice.kind}.${choice.value}`;
  switch (is) {
    case 'person.yes':
    case 'not_now.yes':
    case 'stuck.person':
      return open(course, ['contact.person'], scene);
    case 'resume.no':
      return stay(menu(withLines(leftAll(course, 'left', scene), { phrase: 'interrupt.fresh', values: {} }), scene));
    case 'stuck.skip':
      return control('skip', course, scene);
    case 'stuck.cancel':
      return control('cancel', course, scene);
    case 'resume.yes':
    case 'stuck.again':
      return stay(asked(course, scene));
    case 'person.no':
    case 'not_now.no':
      return stay(course.state.stack.length > 0 ? asked(course, scene) : menu(course, scene));
    default:
      return goOn(reopened(course, choice.value, scene));
  }
}

function carryOn(course: Course, scene: Scene): Course {
  const frame = course.state.stack.find((each) => !each.called) ?? course.state.stack.at(-1);
  const enquiry = frame === undefined ? '' : enquiryOf(frame);
  const values = { label: labelValue(enquiry, scene.playbook) };
  return offer(withFact(course, 'silence', enquiry), ['resume.yes', 'resume.no'], { values, enquiry });
}
