// Whoever is dissatisfied has the choice to complain, whatever else they write about (Complaint Handling Code 2024, 1.3): who says so
// is asked about it first, and what is to be put right comes after; who does not is told once that they may.

import { wordsBegun, wordsHeld } from '../../model/said/words-held.ts';
import { type Course, withLines, withState } from '../course.ts';
import { enquiryOf } from './advance.ts';
import type { Move } from './interrupt.ts';
import type { Scene } from './scene.ts';

const complaint = 'complaint.make';
/** What a service does or leaves undone. What is told of neighbours, charges or data has a way of its own to a complaint. */
const aboutService = /^(?:repair|rent|home|lettings|tenancy|ownership|access|support)\.|^neighbourhood\.estate$/;
/** The complaint opens a case for these by itself. */
const hazards = ['repair.damp_mould'];

export function complaintFirst(move: Move, scene: Scene): Move {
  if (move.is !== 'open' || move.fromList || !saysThatTheyComplain(scene)) return move;
  const isOther = move.enquiries.some((each) => !aboutService.test(each) || isGrave(each, scene));
  if (isOther) return move;
  return { is: 'open', enquiries: [complaint, ...move.enquiries.filter((each) => !hazards.includes(each))] };
}

function saysThatTheyComplain({ said, setting }: Scene): boolean {
  const holds = (list: string) => wordsHeld(setting.words(list), said.text) !== undefined;
  return holds('complains') && !holds('complains_not');
}

function isGrave(enquiry: string, { playbook }: Scene): boolean {
  const dialog = playbook.get(enquiry);
  return dialog !== undefined && (dialog.urgent || dialog.restricted);
}

/** One line before whatever comes next, once in a conversation. */
export function withChoice(course: Course, move: Move, scene: Scene): Course {
  const { said, setting } = scene;
  const { state } = course;
  if (state.choiceTold || said.received.value !== undefined || !['open', 'answer'].includes(move.is)) return course;
  const enquiries = [...state.stack.map(enquiryOf), ...(move.is === 'open' ? move.enquiries : [])];
  const isService = enquiries.some((each) => aboutService.test(each));
  const isElsewhere = enquiries.some((each) => each.startsWith('complaint.') || isGrave(each, scene));
  if (!isService || isElsewhere || wordsBegun(setting.words('dissatisfied'), said.text) === undefined) return course;
  return withState(withLines(course, { phrase: 'interrupt.may_complain', values: {} }), { choiceTold: true });
}
