// "No, I meant…": which earlier answer is meant, and what it should be. The slot that the words name, else the one whose
// question the words answer, else the last one answered.

import type { Frame, SlotValue } from '../../model/conversation.ts';
import { plainWords, wordCount } from '../../model/plain-words.ts';
import { readAnswer } from './answer.ts';
import { stepAsking } from './answers.ts';
import type { Dialog } from './flow.ts';
import { isOwnNamed, ownTold } from './own-details.ts';
import { type Place, questionIn, saidIn } from './place.ts';

export interface Correction {
  /** The answer may have been given below a called dialog, which has the same id. */
  readonly frame: string;
  readonly dialog: string;
  readonly slot: string;
  readonly step: string;
  /** Undefined: to be asked again. */
  readonly value?: SlotValue | undefined;
}

export function correctionIn(place: Place, rest: string): Correction | undefined {
  const frame = frameToCorrect(place);
  const dialog = frame && place.setting.playbook.get(frame.dialog);
  if (frame === undefined || dialog === undefined) return undefined;
  const slots = [...[...frame.answered].reverse(), ...toldInPassing(frame, rest)];
  const named = slots.find((slot) => isNamed(place, { frame, slot, rest }));
  const candidates = named !== undefined ? [named] : slots;
  const read = candidates
    .map((slot) => readFor(place, { frame, dialog, slot, rest }))
    .filter((found) => found?.value !== undefined && isChange(found, frame));
  // Free text takes any words: a question that they plainly answer goes before it.
  const plain = read.find((found) => found !== undefined && !isText(dialog, found.step));
  const texts = read.filter((found) => found !== undefined && isReadBack(place, found.slot));
  const isAny = named === undefined && plain === undefined && rest !== '';
  const isUnclear = isAny && readsBack(place) && !isOnly(texts, place);
  if (isUnclear) return texts.find((found) => found !== undefined && sharesWords(frame.slots[found.slot], rest));
  const [slot] = candidates;
  return plain ?? texts[0] ?? (slot === undefined ? undefined : readFor(place, { frame, dialog, slot, rest: '' }));
}

/** Longer words put right the answer in which it was told. */
const mostWordsForOne = 3;

/** "The bath tap drips" told the room as well: "no, I meant the kitchen" is about that. */
function toldInPassing(frame: Frame, rest: string): readonly string[] {
  if (rest === '' || wordCount(rest) > mostWordsForOne) return [];
  return Object.keys(frame.passing ?? {}).filter((slot) => !frame.answered.includes(slot));
}

/** What was told in passing already is not told anew: the words are about another answer. */
function isChange({ slot, value }: Correction, frame: Frame): boolean {
  return frame.answered.includes(slot) || value !== frame.slots[slot];
}

/** All answers stand before the tenant: the last one given is no likelier than the others. */
function readsBack({ step }: Place): boolean {
  return step !== undefined && 'confirm' in step;
}

/** Free text that the read-back does not show is not what "no" is said to, unless it is named. */
function isReadBack({ step, setting, said }: Place, slot: string): boolean {
  const isShown = step === undefined || !('confirm' in step) || step.change.includes(slot);
  return isShown || isOwnNamed(setting, slot, said.text);
}

/** "I meant ..." with one text that can be meant. "No, that is not right" is about none. */
function isOnly(texts: readonly unknown[], { said }: Place): boolean {
  return texts.length === 1 && said.control?.is === 'correct';
}

/** "An apology and a refund" is what was "an apology" before. */
function sharesWords(old: SlotValue | undefined, rest: string): boolean {
  const before = typeof old === 'string' ? plainWords(old).split(' ') : [];
  return plainWords(rest)
    .split(' ')
    .some((word) => word.length > 3 && before.includes(word));
}

function isText(dialog: Dialog, step: string): boolean {
  const ask = dialog.steps[step];
  return ask !== undefined && 'ask' in ask && ask.expects === 'text';
}

/** The frame that speaks, or the one that called it when it has no answer yet. */
function frameToCorrect({ state }: Place): Frame | undefined {
  for (let index = state.stack.length - 1; index >= 0; index -= 1) {
    const frame = state.stack[index];
    if (frame === undefined || frame.answered.length > 0 || !frame.called) return frame;
  }
  return undefined;
}

interface Candidate {
  readonly frame: Frame;
  readonly slot: string;
  readonly rest: string;
}

function isNamed(place: Place, { frame, slot, rest }: Candidate): boolean {
  if (isOwnNamed(place.setting, slot, place.said.text)) return true;
  const label = plainWords(place.setting.label({ value: slot, phrase: `${frame.dialog}.change.${slot}`, values: {} }));
  return label !== '' && ` ${plainWords(rest)} `.includes(` ${label} `);
}

function readFor(place: Place, about: Candidate & { readonly dialog: Dialog }): Correction | undefined {
  const { frame, slot, rest } = about;
  const step = stepAsking(about.dialog, frame, slot);
  const ask = step === undefined ? undefined : about.dialog.steps[step];
  if (step === undefined || ask === undefined || !('ask' in ask)) return undefined;
  const said = { ...saidIn(place, rest), value: undefined, attachments: [] };
  if (rest !== '' && isOwnNamed(place.setting, slot, place.said.text)) {
    return { frame: frame.id, dialog: frame.dialog, slot, step, value: ownTold(place.setting, slot, place.said.text) };
  }
  const value = rest === '' ? undefined : readAnswer(said, questionIn(place, ask, { ...frame, step }));
  return { frame: frame.id, dialog: frame.dialog, slot, step, value };
}
