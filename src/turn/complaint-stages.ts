// The stages of a complaint on a day: the landlord's own where it has them, which the check of its pack lets be no worse than the law,
// else the law's.

import { inForceOn, type Stage } from '../model/nation-rules.ts';
import type { World } from './world.ts';

/** @param on ISO date on which its message arrived */
export function stagesOn(on: string, { landlord, rules }: Pick<World, 'landlord' | 'rules'>): readonly Stage[] {
  return landlord.complaints.stages ?? inForceOn(rules.complaints, on)?.stages ?? [];
}
