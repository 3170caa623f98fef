// The answers that a frame holds: given, told in passing, taken back, and those that an answer put right has left without a question.

import type { Frame, Slots, SlotValue } from '../../model/conversation.ts';
import { slotAsFact } from './advance.ts';
import type { Dialog, Step } from './flow.ts';

interface Answer {
  readonly slot: string;
  readonly value: SlotValue;
  /** When it was told (ISO instant): the first time counts, what is put right later was known before. */
  readonly told?: string;
}

/** With an answer to a slot. Another question's answer may be told at this one: it is then no answer of this step. */
export function withAnswer(frame: Frame, dialog: Dialog | undefined, { slot, value, told }: Answer): Frame {
  const step = dialog?.steps[frame.step];
  const at = step !== undefined && 'ask' in step && step.ask === slot ? { ...frame.at, [slot]: frame.step } : frame.at;
  const answered: Frame = {
    ...frame,
    slots: { ...frame.slots, [slot]: value },
    answered: [...frame.answered.filter((each) => each !== slot), slot],
    ...(at !== undefined && { at }),
    ...(told !== undefined && { toldAt: { [slot]: told, ...frame.toldAt } }),
  };
  return dialog === undefined ? answered : withoutAbandoned(answered, dialog, slot);
}

/** Its action has been done and is not done again: what was answered before cannot be put right here any more. */
export function settled(frame: Frame, action: string, outcome: string): Frame {
  const { passing: _passing, ...rest } = frame;
  return { ...rest, slots: { ...frame.slots, [didSlot(action)]: outcome }, answered: [] };
}

export function isSettled(frame: Frame | undefined): boolean {
  return Object.keys(frame?.slots ?? {}).some((slot) => slot.startsWith(didPrefix));
}

const didPrefix = '_did_';
/** The slot in which a frame remembers how an action that opened a case came out. */
export const didSlot = (action: string): string => `${didPrefix}${action}`;

/** Without answers that an action found to be none: they are asked for again. */
export function cleared(frame: Frame, slots: readonly string[]): Frame {
  const kept = Object.entries(frame.slots).filter(([slot]) => !slots.includes(slot));
  return {
    ...frame,
    slots: Object.fromEntries(kept),
    answered: frame.answered.filter((slot) => !slots.includes(slot)),
  };
}

/** With what an answer told of other questions; what is known already stays. */
export function withPassing(frame: Frame, told: Slots, source: string): Frame {
  const slots = Object.keys(told).filter((slot) => frame.slots[slot] === undefined);
  if (slots.length === 0) return frame;
  const passing = { ...frame.passing, ...Object.fromEntries(slots.map((slot) => [slot, source])) };
  return { ...frame, slots: { ...told, ...frame.slots }, passing };
}

/** Without an answer and what it told in passing. A read-back that was agreed to is not agreed to any more. */
export function withoutAnswer(frame: Frame, slot: string): Frame {
  const fell = passedBy(frame, slot);
  return without(frame, (name) => name === slot || fell.includes(name) || isConfirmed(name));
}

function passedBy(frame: Frame, source: string): readonly string[] {
  return Object.entries(frame.passing ?? {}).flatMap(([slot, from]) =>
    from === source && !frame.answered.includes(slot) ? [slot] : [],
  );
}

function isConfirmed(slot: string): boolean {
  return slot.startsWith('_') && !['_telling', '_counted'].includes(slot) && !slot.startsWith(didPrefix);
}

function without(frame: Frame, isLeft: (slot: string) => boolean): Frame {
  return {
    ...frame,
    slots: Object.fromEntries(Object.entries(frame.slots).filter(([name]) => !isLeft(name))),
    answered: frame.answered.filter((name) => !isLeft(name)),
  };
}

/** The step that asks for a slot: where it was answered, else the first that asks for it. */
export function stepAsking(dialog: Dialog, frame: Frame, slot: string): string | undefined {
  const asks = ([, step]: readonly [string, Step]) => 'ask' in step && step.ask === slot;
  const answeredAt = frame.at?.[slot];
  const known = answeredAt === undefined ? undefined : dialog.steps[answeredAt];
  if (answeredAt !== undefined && known !== undefined && asks([answeredAt, known])) return answeredAt;
  return Object.entries(dialog.steps).find(asks)?.[0];
}

/**
 * "For somebody else" was put right to "for myself": who that was, and with whose leave, is asked no more and goes into no case.
 * These are the answers that could be come to from here, and with this answer cannot.
 */
function withoutAbandoned(frame: Frame, dialog: Dialog, slot: string): Frame {
  const step = dialog.steps[frame.step];
  if (step === undefined || !('ask' in step) || step.ask !== slot) return frame;
  const [all, left] = [reach(dialog, step.next), reach(dialog, step.next, { slot, value: frame.slots[slot] ?? null })];
  const abandoned = frame.answered.filter((each) => {
    const at = stepAsking(dialog, frame, each);
    return each !== slot && at !== undefined && all.has(at) && !isAskedIn(dialog, left, at);
  });
  return abandoned.reduce(withoutAnswer, frame);
}

/** The very question, at this step or at another. */
function isAskedIn(dialog: Dialog, steps: ReadonlySet<string>, at: string): boolean {
  const wanted = questionAt(dialog, at);
  return [...steps].some((name) => questionAt(dialog, name) === wanted);
}

function questionAt(dialog: Dialog, name: string): string | undefined {
  const step = dialog.steps[name];
  return step !== undefined && 'ask' in step ? `${step.ask} ${step.phrase ?? name}` : undefined;
}

/** Every step that may come; where a step goes on by what was decided, only the way of that. */
function reach(dialog: Dialog, from: string, decided?: Answer): ReadonlySet<string> {
  const [seen, open] = [new Set<string>(), [from]];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const step = dialog.steps[name];
    if (step === undefined || seen.has(name)) continue;
    seen.add(name);
    open.push(...waysOn(step, decided));
  }
  return seen;
}

function waysOn(step: Step, decided?: Answer): readonly string[] {
  if ('when' in step) {
    if (step.when !== decided?.slot) return [...Object.values(step.is), step.else];
    return [step.is[slotAsFact(decided.value)] ?? step.else];
  }
  if ('on' in step) return Object.values(step.on);
  return 'next' in step ? [step.next] : [];
}
