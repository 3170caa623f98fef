// More than one of the options in one answer: "no calls and no letters".

import { ways, waysNamed } from '../../model/said/ways-told.ts';
import { chooseExactly, type Question } from './answer.ts';
import type { Move } from './interrupt.ts';
import { type Place, saidIn } from './place.ts';

export interface SeveralTold {
  readonly move: Extract<Move, { is: 'answer' }>;
  /** A tap, a number or the very label: nothing else can be meant. */
  readonly isExact: boolean;
}

export function severalTold(place: Place, { options }: Question): SeveralTold | undefined {
  const { step, said, setting } = place;
  const slot = step !== undefined && 'ask' in step ? step.several : undefined;
  if (slot === undefined) return undefined;
  const exact = chooseExactly(saidIn(place), options);
  const named = exact === undefined ? waysNamed(said.text, setting.words) : [exact];
  const [value] = named.filter((each) => options.some((option) => option.value === each));
  if (value === undefined) return undefined;
  return { move: { is: 'answer', value, fills: { slot, value: named.join(' ') } }, isExact: exact !== undefined };
}

/** All that were told, where the answer that stands is still theirs. */
export function severalIn(first: string | undefined, all: string | undefined): readonly string[] {
  const told = (all ?? '').split(' ').filter((each) => (ways as readonly string[]).includes(each));
  if (first === undefined) return [];
  return told[0] === first ? told : [first];
}
