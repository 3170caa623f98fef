// How far a turn has come: the conversation's new state and all that will be said and written. Each step of the turn
// returns a larger one; nothing in it is changed in place.

import type { ConversationState, Owner } from '../model/conversation.ts';
import type { Fact } from '../model/delivery.ts';
import type { ActionResult } from './action.ts';
import type { Line } from './line.ts';
import type {
  CaseOpened,
  HandoverChange,
  KeyedEffect,
  Misread,
  Moves,
  PromiseEnded,
  PromiseMade,
  PromiseTold,
} from './turn.ts';

export interface Course {
  readonly state: ConversationState;
  readonly owner: Owner;
  readonly lines: readonly Line[];
  readonly effects: readonly KeyedEffect[];
  readonly facts: readonly Fact[];
  readonly cases: readonly CaseOpened[];
  readonly promises: readonly PromiseMade[];
  readonly failedProofs: readonly string[];
  readonly misread?: readonly Misread[];
  readonly forgetsMisread?: true;
  readonly promiseEnded?: PromiseEnded;
  readonly othersEnded?: readonly PromiseEnded[];
  readonly promiseTold?: PromiseTold;
  readonly handover?: HandoverChange;
  readonly moves?: Moves;
  /** Nothing more is said now: an old question waits until safety steps have been followed. */
  readonly rests?: true;
  /** Chosen from a dialog's menu: served as soon as that dialog has ended. */
  readonly opens?: string;
  /** The tenant's words for it, told before. */
  readonly opensWith?: string;
}

export function courseFrom(state: ConversationState, owner: Owner): Course {
  return { state, owner, lines: [], effects: [], facts: [], cases: [], promises: [], failedProofs: [] };
}

export function withState(course: Course, changes: Partial<ConversationState>): Course {
  return { ...course, state: { ...course.state, ...changes } };
}

export function withLines(course: Course, ...lines: readonly Line[]): Course {
  return { ...course, lines: [...course.lines, ...lines] };
}

export function withEffects(course: Course, ...effects: readonly KeyedEffect[]): Course {
  return { ...course, effects: [...course.effects, ...effects] };
}

// biome-ignore lint/complexity/useMaxParams: reads as a sentence
export function withFact(course: Course, name: string, enquiry?: string, data: Fact['data'] = {}): Course {
  const fact: Fact = enquiry === undefined ? { name, data } : { name, enquiry, data };
  return { ...course, facts: [...course.facts, fact] };
}

/** Takes keys away from the state: a key that is there but undefined is not the same to exact types, nor in JSON. */
export function withoutState(course: Course, ...keys: readonly (keyof ConversationState)[]): Course {
  const state: Record<string, unknown> = { ...course.state };
  for (const key of keys) delete state[key];
  return { ...course, state: state as unknown as ConversationState };
}

/** What an action leaves, added to the course. */
export function withResult(course: Course, result: ActionResult): Course {
  const forgotten = result.forgets ? withoutState(course, result.forgets) : course;
  const grown: Course = {
    ...forgotten,
    lines: [...course.lines, ...(result.lines ?? [])],
    effects: [...course.effects, ...(result.effects ?? [])],
    cases: [...course.cases, ...(result.cases ?? [])],
    promises: [...course.promises, ...(result.promises ?? [])],
    facts: [...course.facts, ...(result.facts ?? [])],
    failedProofs: [...course.failedProofs, ...(result.failedProofs ?? [])],
    ...(result.opens !== undefined && { opens: result.opens, opensWith: result.opensWith ?? '' }),
  };
  return withState(grown, result.state ?? {});
}
