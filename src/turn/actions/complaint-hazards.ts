// A hazard that is told inside a complaint has clocks of its own, which run beside those of the complaint: it is a case of its own,
// linked with the complaint, from the same message.

import { type ActionInput, type ActionResult, action } from '../action.ts';
import { allTold, complaintWords } from './complaint-words.ts';
import { type Filed, isYes, referenceFor, told } from './filing.ts';
import { fileHazard } from './hazard.ts';
import { wordsBegun } from './words-found.ts';

/** Kinds as the rules of the nations name them, the gravest first: one case is opened, and whoever inspects sees the others. */
const kinds = ['structure', 'fire', 'electric', 'damp_mould', 'excess_cold', 'falls', 'hygiene_pests_refuse'] as const;
/** The dialog whose team deals with hazards. */
const hazardEnquiry = 'repair.damp_mould';

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

function kindIn({ world }: ActionInput, text: string): string | undefined {
  return kinds.find((kind) => wordsBegun(world, `hazard_${kind}`, text) !== undefined);
}

/** Asked what is unsafe, people name the thing: by what it is, the kind is told. */
const kindOfTrade: Readonly<Record<string, (typeof kinds)[number]>> = {
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

/** Later than this it is told of again, and counts again. */
const sameReportMs = 24 * 3_600_000;

function justLogged({ state, received }: ActionInput, kind: string) {
  const since = received.receivedAt.getTime() - sameReportMs;
  return state.logged?.findLast(
    (each) => each.kind === 'hazard' && Date.parse(each.at) >= since && (each.about === kind || kind === 'other'),
  );
}

export interface HazardTold {
  readonly reference: string;
  /** `known`: its case was opened earlier in this conversation. */
  readonly urgency: 'emergency' | 'significant' | 'known';
  readonly by: string;
  readonly withinHours?: number;
  readonly filed?: Filed;
}

/** @param complaint the reference that the hazard's case is linked with */
export function openHazard(input: ActionInput, kind: string, complaint: string): HazardTold {
  // What is worse than it was told before counts anew.
  const known = isYes(input, 'danger') ? undefined : justLogged(input, kind);
  if (known !== undefined) return { reference: known.reference, urgency: 'known', by: '' };
  const reference = referenceFor(input, 'HAZ', 'hazard');
  const unsafe = told(input, 'unsafe_what');
  const words = [complaintWords(input), unsafe].filter((each) => each !== undefined).join('\n');
  const asHazard = { ...input, enquiry: hazardEnquiry, slots: { ...input.slots, hazard: kind } };
  const {
    urgency,
    by,
    withinHours,
    owner: _owner,
    ...filed
  } = fileHazard(asHazard, {
    reference,
    words,
    links: [complaint],
    details: { hazard: kind, toldIn: 'a complaint', ...(unsafe !== undefined && { unsafe }) },
  });
  return { reference, urgency, by, withinHours, filed };
}
