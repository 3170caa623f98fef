// A complaint told to its end: the tenant's messages, then an answer to each question until the case is there.

import type { Due, NewCase } from '../../src/model/case.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { type Line, type Stage, stageOf, type Transcript } from './transcript.ts';

export interface Complained {
  readonly stage: Stage;
  readonly complaint: NewCase;
  readonly hazard: NewCase | undefined;
  readonly turns: readonly Turn[];
  /** What was said when the case was there. */
  readonly told: string;
  /** Slots in the order in which they were asked. */
  readonly asked: readonly string[];
}

export type Answers = Readonly<Record<string, string | Line>>;

const usual: Answers = {
  // Asked "did you mean": who is dissatisfied always finds it among the choices.
  enquiry: { value: 'complaint.make' },
  way: { value: 'here' },
  what: 'Nobody came to mend the roof and nobody rang',
  more: 'skip',
  sought: 'skip',
  hazard: { value: 'no' },
  unsafe_what: 'skip',
  danger: { value: 'no' },
  needs: 'skip',
  for_whom: { value: 'self' },
  name: 'Jo Fletcher',
  tenancy: 'skip',
  role: 'skip',
  their_tenancy: 'skip',
  phone: '07700 900150',
  confirm: { value: 'yes' },
};

const mostTurns = 30;

/** @param answers to the questions, by slot, where they are not the usual ones */
export async function complain(
  from: Omit<Transcript, 'turns' | 'about'> | Stage,
  said: readonly (string | Line)[],
  answers: Answers = {},
): Promise<Complained> {
  const stage = 'play' in from ? from : stageOf(from);
  const turns: Turn[] = [];
  const asked: string[] = [];
  const pending = [...said];
  for (let count = 0; count < mostTurns; count += 1) {
    const asks = turns.at(-1)?.replies.at(-1)?.data.asks ?? '';
    const next = pending.shift() ?? answers[asks] ?? usual[asks];
    if (next === undefined) throw new Error(`Nobody answers ${asks}: ${turns.map(textOf).join('\n')}`);
    asked.push(asks);
    const turn = await stage.play(typeof next === 'string' ? { say: next } : next);
    turns.push(turn);
    const complaint = opened(turn, 'complaint');
    if (complaint !== undefined)
      return { stage, complaint, hazard: opened(turn, 'hazard'), turns, told: textOf(turn), asked };
  }
  throw new Error(`No complaint came of it: ${turns.map(textOf).join('\n')}`);
}

export const textOf = (turn: Turn): string => turn.replies.map(({ text }) => text).join('\n');

export function opened(turn: Turn, kind: string): NewCase | undefined {
  const cases = turn.effects.flatMap((effect) => (effect.kind === 'housing.create-case' ? [effect.payload] : []));
  return cases.find((each) => each.kind === kind);
}

export const days = (due: readonly Due[]): Readonly<Record<string, string>> =>
  Object.fromEntries(due.map(({ what, by }) => [what, by]));
