// Moves one dialog on until it needs something: an answer, an action, another dialog, a person; or until it has ended.
// Pure and without the outside: what it is told of the world are the facts that `when` may ask for.

import type { Frame, Offer, SlotValue } from '../../model/conversation.ts';
import { type Line, type OptionLine, phraseValue, valuesOf } from '../line.ts';
import type { Ask, Call, Confirm, Dialog, Do, Step, When } from './flow.ts';

/** Facts by name, e.g. `channel`, `desk.open`. */
export type Facts = Readonly<Record<string, string>>;

export type Advanced = {
  readonly frame: Frame;
  readonly lines: readonly Line[];
} & (
  | { readonly is: 'waits' }
  | { readonly is: 'acts'; readonly action: string; readonly with: Frame['slots']; readonly on: Do['on'] }
  | { readonly is: 'calls'; readonly dialog: string; readonly with: Frame['slots'] }
  | { readonly is: 'hands over'; readonly team: string; readonly reason: string }
  | { readonly is: 'ended'; readonly as: string }
);

/** No dialog says or decides more than this in one go; more is a circle that no check found. */
const mostSteps = 60;

export function advance(dialog: Dialog, start: Frame, facts: Facts): Advanced {
  const lines: Line[] = [];
  let frame = standing(dialog, start);
  for (let count = 0; count < mostSteps; count += 1) {
    const step = dialog.steps[frame.step];
    if (step === undefined) break;
    if ('say' in step) lines.push(lineOf(dialog, frame, step.say));
    const stop = stopAt(step, { dialog, frame, lines });
    if (stop) return stop;
    frame = { ...frame, step: nextOf(step, frame, facts), asked: 0 };
  }
  throw new Error(`Dialog ${frame.dialog} goes round in circles at ${frame.step}.`);
}

/** A step that an edit has taken away: the dialog starts again and asks only what it does not know. */
function standing(dialog: Dialog, frame: Frame): Frame {
  if (dialog.steps[frame.step] !== undefined) return frame;
  return { ...frame, step: firstStep(dialog), asked: 0 };
}

export function firstStep(dialog: Dialog): string {
  return Object.keys(dialog.steps)[0] ?? '';
}

interface Standing {
  readonly dialog: Dialog;
  readonly frame: Frame;
  readonly lines: readonly Line[];
}

function stopAt(step: Step, at: Standing): Advanced | undefined {
  const { frame, lines } = at;
  if ('ask' in step || 'confirm' in step) {
    if (isKnown(step, frame)) return undefined;
    const question = questionLine(at.dialog, frame, step);
    return { is: 'waits', frame: { ...frame, asked: frame.asked + 1 }, lines: [...lines, question] };
  }
  if ('do' in step) return { is: 'acts', action: step.do, with: inputsOf(step, frame), on: step.on, frame, lines };
  if ('call' in step) return { is: 'calls', dialog: step.call, with: inputsOf(step, frame), frame, lines };
  if ('handover' in step) return { is: 'hands over', team: step.handover, reason: step.reason, frame, lines };
  if ('end' in step) return { is: 'ended', as: step.end, frame, lines };
  return undefined;
}

function nextOf(step: Step, frame: Frame, facts: Facts): string {
  if ('when' in step) return branchOf(step, frame, facts);
  return 'next' in step ? step.next : '';
}

function branchOf(step: When, frame: Frame, facts: Facts): string {
  const value = step.when in facts ? (facts[step.when] ?? 'missing') : slotAsFact(frame.slots[step.when]);
  return step.is[value] ?? step.else;
}

/** A slot's value as `when` compares it. */
export function slotAsFact(value: SlotValue | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null || value === '') return 'skipped';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? String(value.length) : String(value);
}

/** The slot in which a confirm step keeps that it was answered. */
export const confirmedSlot = (step: string): string => `_${step}`;

function isKnown(step: Ask | Confirm, frame: Frame): boolean {
  if ('confirm' in step) return frame.slots[confirmedSlot(frame.step)] === 'yes';
  const value = frame.slots[step.ask];
  const isAnswered = frame.answered.includes(step.ask);
  if (isAnswered && value === null) return true;
  if ((step.always && !isAnswered) || value === undefined || value === null || value === '') return false;
  return step.expects !== 'choice' || optionsOf(step, frame).some((option) => option.value === value);
}

function inputsOf(step: Do | Call, frame: Frame): Frame['slots'] {
  const inputs: Record<string, SlotValue> = {};
  for (const [input, source] of Object.entries(step.with ?? {})) {
    inputs[input] = source.startsWith('$') ? (frame.slots[source.slice(1)] ?? null) : source;
  }
  return inputs;
}

/** The enquiry of a frame; a dialog that serves several urgent ones is told in a slot which it is. */
export function enquiryOf(frame: Frame): string {
  const told = frame.slots.enquiry;
  return typeof told === 'string' && told !== '' ? told : frame.dialog;
}

/** `told` is the dialog's own; a key with a dot is a whole one. */
export function phraseKey(dialog: string, name: string): string {
  return name.includes('.') ? name : `${dialog}.${name}`;
}

function lineOf(dialog: Dialog, frame: Frame, name: string): Line {
  const reference = frame.slots.reference;
  return {
    phrase: phraseKey(frame.dialog, name),
    values: frameValues(dialog, frame),
    enquiry: enquiryOf(frame),
    ...(typeof reference === 'string' && { reference }),
    ...(dialog.urgent && { urgent: true }),
  };
}

/** Slots with their labels. What the tenant has not given is left out: in a phrase it is empty. */
function frameValues(dialog: Dialog, frame: Frame): Line['values'] {
  const values = valuesOf(frame.slots);
  for (const [name, step] of Object.entries(dialog.steps)) {
    if (!('ask' in step) || (values[step.ask] ?? '') === '') continue;
    values[`${step.ask}_given`] = 'yes';
    const label = labelOf(step, phraseKey(frame.dialog, step.phrase ?? name), frame);
    if (label !== undefined) values[`${step.ask}_label`] = label;
  }
  return values;
}

function labelOf(step: Ask, phrase: string, frame: Frame): string | undefined {
  const value = frame.slots[step.ask];
  if (step.expects === 'yes-no') return value === 'yes' || value === 'no' ? phraseValue(`talk.${value}`) : undefined;
  return step.expects === 'choice' && typeof value === 'string'
    ? optionLabel(step, { phrase, value }, frame)
    : undefined;
}

/** An offer that an action made has a label of its own, where no value has to be put into it. */
function optionLabel(
  step: Ask,
  of: { readonly phrase: string; readonly value: string },
  frame: Frame,
): string | undefined {
  if (step.optionsFrom === undefined) {
    return step.options?.includes(of.value) ? phraseValue(`${of.phrase}.options.${of.value}`) : undefined;
  }
  const offer = optionsOf(step, frame).find(({ value }) => value === of.value);
  return offer !== undefined && Object.keys(offer.values).length === 0 ? phraseValue(offer.phrase) : undefined;
}

export function questionLine(dialog: Dialog, frame: Frame, step: Ask | Confirm): Line {
  if ('confirm' in step) {
    return { ...lineOf(dialog, frame, step.confirm), asks: 'confirm', expects: 'yes-no', options: yesNo };
  }
  const line = lineOf(dialog, frame, step.phrase ?? frame.step);
  const options = optionsOf(step, frame);
  return { ...line, asks: step.ask, expects: step.expects, ...(options.length > 0 && { options }) };
}

const yesNo: readonly OptionLine[] = ['yes', 'no'].map((value) => ({
  value,
  phrase: `talk.${value}`,
  values: {},
}));

export function optionsOf(step: Ask, frame: Frame): readonly OptionLine[] {
  if (step.expects === 'yes-no') return yesNo;
  if (step.expects !== 'choice') return [];
  if (step.optionsFrom !== undefined) {
    const offers = frame.slots[step.optionsFrom];
    return Array.isArray(offers) ? (offers as readonly Offer[]) : [];
  }
  const phrase = phraseKey(frame.dialog, step.phrase ?? frame.step);
  return (step.options ?? []).map((value) => ({ value, phrase: `${phrase}.options.${value}`, values: {} }));
}

/** What a waiting frame waits for; undefined when its step is gone or is no question. */
export function questionOf(dialog: Dialog | undefined, frame: Frame): Ask | Confirm | undefined {
  const step = dialog?.steps[frame.step];
  return step !== undefined && ('ask' in step || 'confirm' in step) ? step : undefined;
}
