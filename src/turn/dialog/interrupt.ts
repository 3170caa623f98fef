// All that may cut into a dialog, in one place and in order: danger, silence, what the service itself has offered, an exact answer,
// control words, the answer, another enquiry. It only says what is meant; `moves.ts` does it.

import type { ConversationState, SlotValue } from '../../model/conversation.ts';
import { plainWords, saysSomething, wordCount } from '../../model/plain-words.ts';
import { digressFrom, digressFromTextFrom, isSure, mostOffered, offerFrom, sureFrom } from '../confidence.ts';
import type { Control, Understood } from '../heard.ts';
import { isSmallTalk } from '../small-talk.ts';
import { surveyDialog } from '../survey-due.ts';
import { enquiryOf, optionsOf } from './advance.ts';
import { isSaidAgain } from './again.ts';
import { choose, chooseExactly, type Question, readAnswer } from './answer.ts';
import { isSettled } from './answers.ts';
import { isAboutTemper } from './challenge.ts';
import { type Correction, correctionIn } from './correct.ts';
import type { Ask } from './flow.ts';
import { readHalfDay } from './half-days.ts';
import { noneOfThese, type OfferKind, readOffered } from './offers.ts';
import { asksFor, leavesText } from './out-of-text.ts';
import { offeredIn, type Place, placeOf, questionIn, type Setting, saidIn } from './place.ts';
import { isSelfTold, privately } from './private.ts';
import { isOf, isTheConcern } from './same-danger.ts';
import { severalTold } from './several.ts';
import { strangeTongue } from './tongue.ts';

export type Move =
  | { readonly is: 'danger'; readonly enquiries: readonly string[] }
  /** `fromList`: chosen from what was offered, so the words tell nothing of the matter. */
  | { readonly is: 'open'; readonly enquiries: readonly string[]; readonly fromList?: true }
  /** `fills`: the words answer another question of the dialog as well. */
  | {
      readonly is: 'answer';
      readonly value: SlotValue;
      readonly fills?: { readonly slot: string; readonly value: SlotValue };
    }
  /** None of the half days offered, or still several: others are looked for among the times that suit. */
  | { readonly is: 'other half days'; readonly times: string }
  | { readonly is: 'control'; readonly control: Control['is'] }
  | { readonly is: 'language'; readonly tag: string }
  | { readonly is: 'correct'; readonly correction: Correction }
  | { readonly is: 'chosen'; readonly kind: OfferKind; readonly value: string }
  /** Words in a language that we do not write: what they mean waits until it is known in which to go on. */
  | { readonly is: 'tongue'; readonly tag: string; readonly enquiries: readonly string[] }
  | { readonly is: 'machine spent'; readonly tag: string }
  | { readonly is: 'offer'; readonly offered: readonly string[] }
  | { readonly is: 'ask whether to carry on' }
  /** Nothing to answer but the question that stands: "thanks" in the middle of one, or `told` the same words once more. */
  | { readonly is: 'ask again'; readonly told?: true }
  /** `fromList`: none of what was offered. */
  | { readonly is: 'not understood'; readonly fromList?: true };

export function interrupt(state: ConversationState, said: Understood, setting: Setting): Move {
  const place = placeOf(state, said, setting);
  return (
    danger(place) ??
    (said.spent === undefined ? undefined : ({ is: 'machine spent', tag: said.spent } as const)) ??
    (said.isEmpty ? ({ is: 'not understood' } as const) : undefined) ??
    silence(place) ??
    offered(place) ??
    exactAnswer(place) ??
    (isAboutTemper(place) ? undefined : privately(place, () => another(place))) ??
    control(place) ??
    (isAboutTemper(place) ? ({ is: 'open', enquiries: ['talk.abuse'] } as const) : undefined) ??
    answer(place) ??
    (isSaidAgain(place) ? ({ is: 'ask again', told: true } as const) : undefined) ??
    strangeTongue(place, another(place)) ??
    another(place) ?? { is: 'not understood' }
  );
}

/** The same danger is not raised again while its own dialog is under way. Options are our own words, not the tenant's. */
function danger(place: Place): Move | undefined {
  const { said, state } = place;
  if (isTapped(place) || correctsToOption(place)) return undefined;
  if (said.control?.is === 'danger' && state.unsure !== undefined) return { is: 'danger', enquiries: [state.unsure] };
  const fresh = said.danger.filter(
    (each) =>
      !state.stack.some((frame) => isOf(enquiryOf(frame), each)) &&
      !isTheConcern(place, each) &&
      !isSelfTold(place, each),
  );
  return fresh.length > 0 ? { is: 'danger', enquiries: fresh } : undefined;
}

function isTapped(place: Place): boolean {
  const { said, step, frame } = place;
  if (said.received.value === undefined) return false;
  const asked = step !== undefined && frame !== undefined ? questionIn(place, step, frame).options : [];
  return [...asked, ...offeredIn(place)].some((option) => option.value === said.received.value);
}

/** "No, I meant for myself": the very label of what was asked before. */
function correctsToOption({ said, setting, frame, dialog }: Place): boolean {
  if (said.control?.is !== 'correct' || frame === undefined || dialog === undefined) return false;
  const rest = plainWords(said.control.rest);
  const asked = Object.entries(dialog.steps).filter(([, step]) => 'ask' in step && frame.answered.includes(step.ask));
  return asked.some(([name, step]) =>
    optionsOf(step as Ask, { ...frame, step: name }).some((option) => plainWords(setting.label(option)) === rest),
  );
}

/** Coming back days later: a new matter is served, an old question is not put as if it had been asked just now. */
function silence(place: Place): Move | undefined {
  const { state, setting, step } = place;
  const isOffered = state.offered !== undefined && readOffered(state.offered[0] ?? '').kind === 'resume';
  // Talk is asked of our own accord, whenever they wrote last.
  const isTalk = place.frame !== undefined && isSmallTalk(place.frame.dialog);
  if (step === undefined || state.lastAt === undefined || isOffered || isTalk) return undefined;
  const silentMinutes = (setting.now.getTime() - Date.parse(state.lastAt)) / 60_000;
  // A question that danger cut into was not put again: it is treated as an old one.
  const isFresh = silentMinutes <= setting.silenceMinutes && place.frame?.asked !== 0;
  if (isFresh) return undefined;
  const isMatter = !isSmallTalk(place.said.guesses[0]?.enquiry ?? 'none');
  return control(place) ?? (isMatter ? enquiry(place, sureFrom) : undefined) ?? { is: 'ask whether to carry on' };
}

function offered(place: Place): Move | undefined {
  const kept = place.state.offered;
  if (kept === undefined || kept.length === 0) return undefined;
  const options = offeredIn(place);
  const chosen = choose(saidIn(place), options) ?? yesOrNo(place, kept);
  const match = kept.find((each) => readOffered(each).value === chosen);
  if (match === undefined) return undefined;
  const { kind, value } = readOffered(match);
  if (kind !== 'enquiry') return { is: 'chosen', kind, value };
  return value === noneOfThese
    ? { is: 'not understood', fromList: true }
    : { is: 'open', enquiries: [value], fromList: true };
}

function yesOrNo(place: Place, kept: readonly string[]): SlotValue | undefined {
  const hasYes = kept.some((each) => readOffered(each).value === 'yes');
  return hasYes ? readAnswer(saidIn(place), { slot: '', expects: 'yes-no', options: [] }) : undefined;
}

/** A tapped button, a number or the very label is an answer, even where it sounds like something else. */
function exactAnswer(place: Place): Move | undefined {
  const { step, frame } = place;
  if (step === undefined || frame === undefined) return undefined;
  const question = questionIn(place, step, frame);
  const chosen = chooseExactly(saidIn(place), question.options);
  return chosen === undefined ? undefined : { is: 'answer', value: chosen };
}

function control(place: Place): Move | undefined {
  const { said, step, setting } = place;
  if (said.control === undefined || ('loosely' in said.control && step === undefined)) return undefined;
  switch (said.control.is) {
    case 'yes':
    case 'no':
      return step === undefined ? { is: 'control', control: said.control.is } : undefined;
    case 'language':
      return language(place, said.control.tag);
    case 'correct':
      return correction(place, said.control.rest);
    case 'person':
      return { is: 'open', enquiries: ['contact.person'] };
    case 'danger':
      return undefined;
    case 'help':
      return setting.playbook.has('talk.help') ? { is: 'open', enquiries: ['talk.help'] } : undefined;
    default:
      return { is: 'control', control: said.control.is };
  }
}

/** The name of a language may be what was asked for, or one of the choices. */
function language({ step }: Place, tag: string): Move | undefined {
  if (step !== undefined && 'ask' in step && step.options?.includes(tag)) return { is: 'answer', value: tag };
  return asksFor(step, 'language') ? undefined : { is: 'language', tag };
}

function correction(place: Place, rest: string): Move | undefined {
  const found = correctionIn(place, rest);
  if (found !== undefined) return { is: 'correct', correction: found };
  // Which part is meant cannot be told: it is asked, as after a plain no.
  if (place.step !== undefined && 'confirm' in place.step) return { is: 'answer', value: 'no' };
  return rest === '' || isSettled(place.frame) ? { is: 'control', control: 'correct' } : undefined;
}

function answer(place: Place): Move | undefined {
  const { step, frame } = place;
  if (step === undefined || frame === undefined) return undefined;
  if ('ask' in step && step.expects === 'text') return textAnswer(place, step.optional);
  const corrected = 'confirm' in step ? correctionIn(place, plainlyCorrected(place)) : undefined;
  if (corrected?.value !== undefined) return { is: 'correct', correction: corrected };
  const question = questionIn(place, step, frame);
  const several = severalTold(place, question);
  if (several !== undefined) return (several.isExact ? undefined : digression(place)) ?? several.move;
  return oneAnswer(place, question);
}

function oneAnswer(place: Place, question: Question): Move | undefined {
  const value = readAnswer(saidIn(place), question) ?? plainNo(place);
  if (value !== undefined) return { is: 'answer', value };
  const halfDay = readHalfDay(saidIn(place), question.options);
  return halfDay?.is === 'others' ? { is: 'other half days', times: halfDay.times } : otherwise(place);
}

/** Of some choices one is what "no" means; a photo or a number that may be left out is left out by it. */
function plainNo({ step, said }: Place): SlotValue | undefined {
  if (step === undefined || !('ask' in step) || said.control?.is !== 'no') return undefined;
  return step.no ?? (step.optional && step.expects !== 'choice' ? null : undefined);
}

function textAnswer(place: Place, isOptional: boolean): Move | undefined {
  const { text, control } = place.said;
  if (isSaidAgain(place)) return { is: 'ask again', told: true };
  const away = digression(place);
  if (away) return away;
  if (control?.is === 'no' && isOptional) return { is: 'answer', value: null };
  return isNoText(place) || !saysSomething(text) ? undefined : { is: 'answer', value: text };
}

/** "Yes" tells nothing of what is broken. An address has a number; asked for twice, whatever is written is passed on. */
function isNoText({ step, frame, said }: Place): boolean {
  if (isBare(said)) return true;
  const isAddress = step !== undefined && 'ask' in step && step.ask === 'address';
  return isAddress && (frame?.asked ?? 0) < 2 && !/\p{L}.*\d|\d.*\p{L}/su.test(said.text);
}

const isBare = ({ control }: Understood): boolean => control?.is === 'yes' || control?.is === 'no';

/** From so many words on, what is none of the options may be the matter itself. */
const matterFrom = 4;

/** "How would you like to complain?" – "Your workman was rude": that is the complaint. */
function otherwise(place: Place): Move | undefined {
  const { step, said } = place;
  const way = step !== undefined && 'ask' in step ? step.otherwise : undefined;
  if (way === undefined) return undefined;
  const reference = fillsReference(place, way.fills) ? said.detail('reference') : undefined;
  if (reference !== undefined) return { is: 'answer', value: way.option, fills: { slot: way.fills, value: reference } };
  if (fillsReference(place, way.fills) || wordCount(said.text) < matterFrom) return undefined;
  return digression(place) ?? { is: 'answer', value: way.option, fills: { slot: way.fills, value: said.text } };
}

function fillsReference({ dialog }: Place, slot: string): boolean {
  return Object.values(dialog?.steps ?? {}).some(
    (step) => 'ask' in step && step.ask === slot && step.expects === 'reference',
  );
}

/** "No, the bathroom" to a read-back: what comes after the no. */
function plainlyCorrected({ said, setting }: Place): string {
  const plain = plainWords(said.text);
  const no = setting
    .words('no')
    .map(plainWords)
    .find((word) => plain.startsWith(`${word} `));
  return no === undefined ? '' : plain.slice(no.length + 1);
}

function digression(place: Place): Move | undefined {
  const away = leavesText(place) ? enquiry(place, digressFromTextFrom) : undefined;
  return away?.is === 'open' && isSaidOfContact(place, away.enquiries) ? undefined : away;
}

/** Asked how it went, praise and blame are the answer. */
function isSaidOfContact({ frame }: Place, enquiries: readonly string[]): boolean {
  return (
    frame?.dialog === surveyDialog && enquiries.every((each) => /^(?:complaint|feedback|talk)\.|^none$/.test(each))
  );
}

/** Another enquiry: in the middle of a question it must be plainer than at the start. */
function another(place: Place): Move | undefined {
  const { said, step } = place;
  const [best] = said.guesses;
  // A bare word that is no answer here is no other matter either, least of all a wish to start again.
  if (step !== undefined && isBare(said)) return undefined;
  const isPleasantry = best !== undefined && ['talk.greeting', 'talk.thanks'].includes(best.enquiry);
  // Twice in a row outside of what we know is rather not understood than off the matter.
  if (step === undefined && place.state.misses > 0 && best?.enquiry === 'none') return undefined;
  if (step !== undefined && isPleasantry && best.confidence >= sureFrom) return { is: 'ask again' };
  const found = enquiry(place, step === undefined ? sureFrom : digressFrom);
  return found ?? (step === undefined ? didYouMean(said) : undefined);
}

function enquiry({ said, frame }: Place, from: number): Move | undefined {
  const others = said.several.filter((each) => each !== (frame && enquiryOf(frame)));
  if (others.length > 1) return { is: 'open', enquiries: others };
  const [best] = said.guesses;
  if (best === undefined || !isSure(said.guesses, from)) return undefined;
  const isSame = frame !== undefined && (best.enquiry === enquiryOf(frame) || best.enquiry === 'none');
  if (best.enquiry === 'talk.restart') return { is: 'control', control: 'restart' };
  return isSame ? undefined : { is: 'open', enquiries: [best.enquiry] };
}

function didYouMean(said: Understood): Move | undefined {
  const likely = said.guesses
    .filter((guess) => guess.confidence >= offerFrom && !isSmallTalk(guess.enquiry))
    .slice(0, mostOffered)
    .map((guess) => guess.enquiry);
  return likely.length > 0 ? { is: 'offer', offered: [...likely, noneOfThese] } : undefined;
}
