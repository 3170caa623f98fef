// Whoever is dissatisfied has the choice to complain, whatever else they write about (Complaint Handling Code 2024, 1.3): who says so
// is asked about it first, and what is to be put right comes after; who does not is told once that they may.

import { plainWords, wordCount } from '../../model/plain-words.ts';
import { wordsBegun, wordsHeld } from '../../model/said/words-held.ts';
import { mostOffered } from '../confidence.ts';
import { type Course, withLines, withState } from '../course.ts';
import { enquiryOf } from './advance.ts';
import { toldAt } from './frames.ts';
import type { Move } from './interrupt.ts';
import { noneOfThese } from './offers.ts';
import { placeOf } from './place.ts';
import { isGrave, type Scene } from './scene.ts';

const complaint = 'complaint.make';
/** What a service does or leaves undone. What is told of neighbours, charges or data has a way of its own to a complaint. */
const aboutService = /^(?:repair|rent|home|lettings|tenancy|ownership|access|support)\.|^neighbourhood\.estate$/;
/** Thanks for one thing in the same breath as trouble with another, and what went wrong already: no first request for a service. */
const inReproach = /^feedback\.|^repair\.(?:missed_visit|status)$/;
/** The complaint opens a case for these by itself. */
const hazards = ['repair.damp_mould'];

export function complaintFirst(move: Move, course: Course, scene: Scene): Move {
  if (isTheWord(move, course, scene)) return { is: 'open', enquiries: [complaint] };
  if (move.is !== 'open') return isDissatisfied(scene, course) ? withChoiceIn(move, course) : move;
  if (move.fromList) return move;
  const others = move.enquiries.filter((each) => each !== complaint);
  const isService = others.every((each) => aboutService.test(each) || inReproach.test(each));
  const isReproach = others.some((each) => inReproach.test(each)) && isDissatisfied(scene, course);
  if (!isService || others.some((each) => isGrave(each, scene))) return move;
  if (!isReproach && !saysThatTheyComplain(scene)) return move;
  return { is: 'open', enquiries: [complaint, ...others.filter((each) => !hazards.includes(each))] };
}

function withChoiceIn(move: Move, course: Course): Move {
  if (move.is === 'offer') return { is: 'offer', offered: withComplaint(move.offered) };
  return isNoAnswer(move, course) ? { is: 'open', enquiries: [complaint] } : move;
}

/** In the middle of a service something that answers nothing, and is no sure matter of its own either. */
function isNoAnswer(move: Move, { state }: Course): boolean {
  const frame = state.stack.at(-1);
  return move.is === 'not understood' && !move.fromList && frame !== undefined && aboutService.test(enquiryOf(frame));
}

/** We tell people to write it: it is no answer to anything but a list. */
function isTheWord(move: Move, { state }: Course, { said, setting }: Scene): boolean {
  const plain = plainWords(said.text);
  if (move.is === 'danger' || !setting.words('complaint_word').some((word) => plainWords(word) === plain)) return false;
  const { step } = placeOf(state, said, setting);
  return !(move.is === 'answer' && step !== undefined && 'ask' in step && step.expects === 'choice');
}

function withComplaint(offered: readonly string[]): readonly string[] {
  const likely = offered.filter((each) => each !== noneOfThese && each !== complaint);
  return [complaint, ...likely.slice(0, mostOffered - 1), noneOfThese];
}

function saysThatTheyComplain({ said, setting }: Scene): boolean {
  const holds = (list: string) => wordsHeld(setting.words(list), said.text) !== undefined;
  return holds('complains') && !holds('complains_not');
}

function isDissatisfied({ said, setting }: Scene, { state }: Course): boolean {
  return wordsBegun(setting.words('dissatisfied'), `${state.unclear ?? ''}\n${said.text}`) !== undefined;
}

/** One line before whatever comes next, once in a conversation. */
export function withChoice(course: Course, move: Move, scene: Scene): Course {
  const { said } = scene;
  const { state } = course;
  const isMatter = ['open', 'answer'].includes(move.is) && said.received.value === undefined;
  if (state.choiceTold !== undefined || !isMatter) return course;
  const enquiries = [...state.stack.map(enquiryOf), ...(move.is === 'open' ? move.enquiries : [])];
  const isService = enquiries.some((each) => aboutService.test(each));
  const isElsewhere = enquiries.some((each) => each.startsWith('complaint.') || isGrave(each, scene));
  if (!isService || isElsewhere || !isDissatisfied(scene, course)) return course;
  const told = { choiceTold: said.text, choiceToldAt: toldAt(said) };
  return withState(withLines(course, { phrase: 'interrupt.may_complain', values: {} }), told);
}

/** From so many words on, they tell the matter themselves. */
const tellingFrom = 8;
/** What was written before that is another story. */
const soonMs = 24 * 3_600_000;
/** "Complain", after a long weekend, can only mean what was told before it. */
const stillMs = 7 * soonMs;

/**
 * A complaint is told in as many messages as it takes, and counts from the first: also in the one after which it was said that they
 * may complain.
 */
export function complaintTold({ state }: Course, { said, setting }: Scene): { words?: string; since?: string } {
  const { choiceTold, choiceToldAt = state.lastAt, unclear, unclearSince = state.lastAt } = state;
  const { text } = said;
  if (unclear !== undefined) return { words: `${unclear}\n${text}`, ...(unclearSince && { since: unclearSince }) };
  if (choiceTold === undefined || choiceTold === '' || choiceToldAt === undefined) return {};
  const age = setting.now.getTime() - Date.parse(choiceToldAt);
  const isShort = wordCount(text) < tellingFrom;
  if (age > (isShort ? stillMs : soonMs)) return {};
  return { since: choiceToldAt, ...(isShort && { words: `${choiceTold}\n${text}` }) };
}
