// What holds for a complaint on the day on which its message arrived: the landlord's own terms where it has them, which the check of
// its pack lets be no worse than the law, else the law's.

import { inForceOn, type Stage } from '../../model/nation-rules.ts';
import type { ActionInput } from '../action.ts';
import { receivedOn } from './filing.ts';

export function stagesFor(input: ActionInput): readonly Stage[] {
  return input.world.landlord.complaints.stages ?? lawFor(input)?.stages ?? [];
}

/** How old the matter of a complaint may be; what is older is for a person to decide. */
export function monthsFor(input: ActionInput): number {
  return input.world.landlord.complaints.withinMonths ?? lawFor(input)?.withinMonths ?? 12;
}

function lawFor(input: ActionInput) {
  return inForceOn(input.world.rules.complaints, receivedOn(input));
}
