// A hazard that is told inside a complaint has clocks of its own, which run beside those of the complaint: it is a case of its own,
// linked with the complaint, from the same message.

import { type ActionInput, type ActionResult, action } from '../action.ts';
import { allTold, complaintWords } from './complaint-words.ts';
import { isYes, told } from './filing.ts';
import { type Beside, openBeside } from './hazard-beside.ts';
import { type HazardKind, kindsIn, toldOfAt } from './hazard-kinds.ts';

/** What the words themselves tell is not asked. Told anew without it, it is asked after all. */
export const readHazard = action(
  ['told', 'not_told'],
  ['hazard', 'hazard_told'],
  (input): ActionResult<'told' | 'not_told'> => {
    if (kindIn(input, complaintWords(input)) !== undefined)
      return { outcome: 'told', slots: { hazard: 'yes', hazard_told: 'yes' } };
    return { outcome: 'not_told', clears: isYes(input, 'hazard_told') ? ['hazard', 'hazard_told'] : [] };
  },
);

function kindIn(input: ActionInput, text: string): string | undefined {
  return kindsIn(input, text)[0];
}

/** Asked what is unsafe, people name the thing: by what it is, the kind is told. */
const kindOfTrade: Readonly<Record<string, HazardKind>> = {
  damp: 'damp_mould',
  pests: 'hygiene_pests_refuse',
  drains: 'hygiene_pests_refuse',
  gas: 'excess_cold',
  electrical: 'electric',
  roofing: 'structure',
  plastering: 'structure',
};

function kindNamed(input: ActionInput): string | undefined {
  const { world, moment } = input;
  const unsafe = told(input, 'unsafe_what') ?? '';
  if (world.details.find('shared_part', unsafe, moment.now) === 'stairs') return 'falls';
  return kindOfTrade[String(world.details.find('trade', unsafe, moment.now))];
}

/** The kind of hazard that was told of; `other` for who said only that something may be unsafe. */
export function hazardOf(input: ActionInput): string | undefined {
  const kind = kindIn(input, allTold(input));
  if (told(input, 'hazard') === 'no' && kindIn(input, complaintWords(input)) === undefined) return undefined;
  return kind ?? (isYes(input, 'hazard') ? (kindNamed(input) ?? 'other') : undefined);
}

/** @param complaint the reference that the hazard's case is linked with */
export function openHazard(input: ActionInput, kind: string, complaint: string): Beside {
  const unsafe = told(input, 'unsafe_what');
  const words = [complaintWords(input), unsafe].filter((each) => each !== undefined).join('\n');
  return openBeside(input, {
    kind,
    words,
    also: kindsIn(input, allTold(input)).filter((each) => each !== kind),
    since: toldOfAt(input, (text) => kindsIn(input, text).length > 0, ['hazard', 'unsafe_what']),
    links: [complaint],
    details: { toldIn: 'a complaint', ...(unsafe !== undefined && { unsafe }) },
  });
}
