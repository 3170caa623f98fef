// Which kind of hazard words tell of, named as the rules of the nations name them; and whether the law of the day has clocks for it.

import { localTime } from '../../model/london-time.ts';
import { type HazardRules, inForceOn } from '../../model/nation-rules.ts';
import type { ActionInput } from '../action.ts';
import { isYes } from './filing.ts';
import { wordsBegun } from './words-found.ts';

/** The gravest first: one case is opened, and whoever inspects sees the others. */
const hazardKinds = [
  'structure',
  'fire',
  'electric',
  'damp_mould',
  'excess_heat',
  'excess_cold',
  'falls',
  'personal_hygiene',
  'food_safety',
  'hygiene_pests_refuse',
] as const;
export type HazardKind = (typeof hazardKinds)[number];

/** Kinds that a text tells of, of whatever it is about. */
export function kindsIn({ world }: ActionInput, text: string): readonly HazardKind[] {
  return hazardKinds.filter((kind) => wordsBegun(world, `hazard_${kind}`, text) !== undefined);
}

/** The same of a text in which somebody reports a fault: naming the thing is enough. A heater that is reported is one that fails. */
export function kindsInFault(input: ActionInput, text: string): readonly HazardKind[] {
  const told = new Set(kindsIn(input, text));
  return hazardKinds.filter((kind) => told.has(kind) || wordsBegun(input.world, `fault_${kind}`, text) !== undefined);
}

/**
 * The law that has clocks for this kind of hazard on a day; none where the landlord's own times are all there is. Where the law has
 * hours for emergencies, what may hurt somebody now has them whatever its kind, also before its phase.
 *
 * @param on the ISO date of the message
 */
export function lawOn(input: ActionInput, kind: string, on: string): HazardRules | undefined {
  const law = inForceOn(input.world.rules.hazards, on);
  const isEmergency = isYes(input, 'danger') && law?.emergencyHours !== undefined;
  return law !== undefined && (isEmergency || law.significant.includes(kind)) ? law : undefined;
}

/**
 * When the landlord was told of it: the earliest of the messages that tell of it.
 *
 * @param tells whether a text does
 * @param asking slots whose answer tells it, in whatever words
 */
export function toldOfAt(input: ActionInput, tells: (text: string) => boolean, asking: readonly string[] = []): Date {
  const { toldAt, slots, received } = input;
  const times = Object.entries(toldAt).flatMap(([slot, at]) => {
    const text = slots[slot];
    const isTold = asking.includes(slot) || (typeof text === 'string' && tells(text));
    return isTold ? [at] : [];
  });
  const [first] = times.sort();
  return first === undefined ? received.receivedAt : new Date(first);
}

export function dayOf(input: ActionInput, at: Date): string {
  return localTime(at, input.world.landlord.timeZone).date;
}
