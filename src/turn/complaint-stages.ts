// The stages of a complaint on a day: the landlord's own where it has them, which the check of its pack lets be no worse than the law,
// else the law's.

import type { Case } from '../model/case.ts';
import { localTime } from '../model/london-time.ts';
import { inForceOn, type Stage } from '../model/nation-rules.ts';
import type { World } from './world.ts';

/** @param on ISO date on which its message arrived */
export function stagesOn(on: string, { landlord, rules }: Pick<World, 'landlord' | 'rules'>): readonly Stage[] {
  return landlord.complaints.stages ?? inForceOn(rules.complaints, on)?.stages ?? [];
}

/** Which of the stages a complaint has come to, from 0; other systems name the second one in words of their own. */
export function stageIndex({ stage = '' }: Pick<Case, 'stage'>, stages: readonly Stage[]): number {
  return Math.max(
    stages.findIndex(({ name }) => name === stage),
    /2/.test(stage) ? 1 : 0,
  );
}

export interface StageNow {
  readonly stage: Stage;
  /** From 0. */
  readonly at: number;
  readonly isLast: boolean;
  /** When the message arrived that began the stage: RFC 3339. */
  readonly began: string;
  /** The day of it, ISO: the stage's clock counts from it. */
  readonly beganOn: string;
}

/** Where a complaint stands, by the rules that held when it was received. */
export function stageNow(
  found: Pick<Case, 'stage' | 'receivedAt' | 'details'>,
  world: Pick<World, 'landlord' | 'rules'>,
): StageNow {
  const { timeZone } = world.landlord;
  const dayOf = (instant: string) => localTime(new Date(instant), timeZone).date;
  const stages = stagesOn(dayOf(found.receivedAt), world);
  const at = stageIndex(found, stages);
  const stage = stages[at];
  if (stage === undefined) throw new Error('Neither the law nor the pack has a complaint stage.');
  const { escalatedAt } = found.details;
  const began = at > 0 && typeof escalatedAt === 'string' ? escalatedAt : found.receivedAt;
  return { stage, at, isLast: at + 1 >= stages.length, began, beganOn: dayOf(began) };
}
