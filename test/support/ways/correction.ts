// Every answer of a transcript, given wrong first and put right in words: at once, and at the read-back.

import { expect } from 'chai';
import type { SlotValue } from '../../../src/model/conversation.ts';
import type { Ask } from '../../../src/turn/dialog/flow.ts';
import type { Line, Transcript } from '../transcript.ts';
import { answerAll, ownWords } from './patient-tenant.ts';
import {
  effectsOf,
  heldFor,
  isAnswer,
  leftFor,
  type Play,
  type Played,
  playedFrom,
  playOn,
  type Question,
  shown,
} from './played.ts';
import { straight } from './straight.ts';

/** An answer of the transcript that can be given wrong. */
interface Right {
  readonly at: number;
  readonly question: Question & { readonly step: Ask };
  readonly words: string;
  readonly value?: SlotValue | undefined;
  /** Undefined where its dialog was over with it. */
  readonly held?: SlotValue | undefined;
  readonly next?: string | undefined;
}

/** How many wrong answers were put right. */
export async function expectCorrections(transcript: Transcript): Promise<number> {
  const before = await straight(transcript);
  let count = 0;
  for (const right of rightAnswers(before)) {
    for (const wrong of wrongAnswers(right))
      count += Number(await putRightAtOnce(transcript, before, { right, wrong }));
    count += Number(await putRightAtReadBack(transcript, before, right));
  }
  return count;
}

function rightAnswers({ played }: Play): readonly Right[] {
  return played.flatMap((each, at): Right[] => {
    const { before: question, line, state, after } = each;
    if (!isAnswer(each) || question === undefined || !isAsk(question) || question.step.expects === 'photo') return [];
    const chosen = optionOf(question, line);
    const held = heldFor(question, state);
    const value = held === undefined ? chosen?.value : held;
    const isSkipped = value === null || (value === undefined && /^(?:skip|no|nothing.*)$/i.test(line.say ?? ''));
    const words = chosen?.label ?? line.say ?? line.value ?? '';
    return isSkipped ? [] : [{ at, question, words, value, held, next: after?.place }];
  });
}

const isAsk = (question: Question): question is Right['question'] => 'ask' in question.step;

function optionOf({ options }: Question, { say, value }: Line): Question['options'][number] | undefined {
  return options.find((each, at) => [each.value, each.label, String(at + 1)].includes(value ?? say ?? ''));
}

const wrongWords: Readonly<Record<string, string>> = {
  text: 'A purple elephant in the kitchen at 99 Nowhere Street',
  date: '9 February 2028',
  phone: '07700 900999',
  email: 'wrong@example.org',
  postcode: 'AW9 9ZZ',
  reference: 'TEN-999999',
  amount: '£999',
};

function wrongAnswers({ question, words, value }: Right): readonly string[] {
  const { step, options } = question;
  if (step.expects === 'choice' || step.expects === 'yes-no')
    return options.filter((each) => each.value !== value && each.label !== words).map(({ label }) => label);
  const wrong = wrongWords[step.expects];
  return wrong === undefined ? [] : [wrong];
}

interface Slip {
  readonly right: Right;
  readonly wrong: string;
}

/** Gives the wrong answer; undefined where it ends the matter or files something: then there is no going back. */
async function slipped(transcript: Transcript, { right, wrong }: Slip): Promise<Play | undefined> {
  const play = await playedFrom(transcript, transcript.turns.slice(0, right.at));
  const { value: _value, photo: _photo, ...line } = transcript.turns[right.at] ?? {};
  const slip = await play.say({ ...line, say: wrong });
  const held = heldFor(right.question, slip.state);
  const isTaken = slip.after !== undefined && held !== undefined && held !== right.value;
  return isTaken && effectsOf([slip]).length === 0 ? play : undefined;
}

async function putRightAtOnce(transcript: Transcript, before: Play, slip: Slip): Promise<boolean> {
  const { right } = slip;
  const play = await slipped(transcript, slip);
  if (play === undefined) return false;
  const readBack = play.question();
  if (isReadBack(readBack) && canChange(readBack, right)) {
    await throughChange(play, right);
  } else if (isReadBack(readBack) && right.question.step.expects === 'text') {
    // Not read back: who it is and where, which a person sees beside the case.
    return false;
  } else {
    const fixed = await play.say({ say: `Sorry, I meant ${right.words}` });
    expectHeld(fixed, right, play);
  }
  expect(play.question()?.place, shown(play)).to.equal(right.next);
  await playOn(play, transcript.turns.slice(right.at + 1));
  expect(leftFor(play), shown(play)).to.deep.equal(leftFor(before));
  return true;
}

function expectHeld({ state }: Played, right: Right, play: Play): void {
  if (right.held === undefined) return;
  expect(heldFor(right.question, state), `${right.question.place}${shown(play)}`).to.deep.equal(right.held);
}

function canChange(readBack: Question | undefined, { question }: Right): boolean {
  const step = readBack?.step;
  return step !== undefined && 'confirm' in step && step.change.includes(question.step.ask);
}

const isReadBack = (question: Question | undefined): boolean => question !== undefined && 'confirm' in question.step;

/** "No" to the read-back; which part; and its right answer. */
async function throughChange(play: Play, right: Right): Promise<void> {
  const change = play.question()?.step;
  const slots = change !== undefined && 'confirm' in change ? change.change : [];
  const no = await play.say({ say: 'no' });
  const part = no.turn.replies.at(-1)?.data.options?.find(({ value }) => value === right.question.step.ask);
  if (slots.length > 1) await play.say({ say: part?.label ?? `(no such part: ${right.question.step.ask})` });
  expect(play.question()?.place, shown(play)).to.equal(right.question.place);
  expectHeld(await play.say({ say: right.words }), right, play);
}

/** Wrong until everything is read back. What the wrong answer leads to is answered as well. */
async function putRightAtReadBack(transcript: Transcript, before: Play, right: Right): Promise<boolean> {
  const end = before.played.findIndex(({ after }, at) => at >= right.at && isReadBack(after));
  const readBack = before.played[end]?.after;
  if (end === right.at || readBack === undefined || !canChange(readBack, right)) return false;
  // The transcript itself may have put it right meanwhile.
  const isFinal = heldFor(right.question, { ...before.state(), stack: [readBack.frame] }) === right.held;
  if (readBack.frame.id !== right.question.frame.id || !isFinal) return false;
  let count = 0;
  for (const wrong of wrongAnswers(right)) {
    const play = await slipped(transcript, { right, wrong });
    if (play === undefined) continue;
    await toReadBack(play, before.played.slice(right.at, end + 1), readBack.place);
    if (play.question()?.place !== readBack.place) continue;
    await throughChange(play, right);
    await answerAll(play, ownWords(before.played.slice(0, end + 1)), readBack.place);
    await playOn(play, transcript.turns.slice(end + 1));
    expect(leftFor(play), shown(play)).to.deep.equal(leftFor(before));
    count += 1;
  }
  return count > 0;
}

/** On the straight way with its own lines. Where the wrong answer has led to other questions, they are answered. */
async function toReadBack(play: Play, [slip, ...rest]: readonly Played[], place: string): Promise<void> {
  const isStraight = play.question()?.place === slip?.after?.place;
  if (isStraight)
    return playOn(
      play,
      rest.map(({ line }) => line),
    );
  // Another text may tell less in passing: what is asked then would stay. A line that corrects is no answer to repeat.
  const isText = slip?.before !== undefined && isAsk(slip.before) && slip.before.step.expects === 'text';
  if (!isText && rest.every(isAnswer)) await answerAll(play, ownWords(rest), place);
}
