// A hazard that is told inside something else: a repair, an emergency, a complaint, an adaptation. It is a case of its own from the
// same message, linked with the other, and its clocks run beside those of the other.

import { teamOf } from '../../model/routes.ts';
import type { ActionInput, ActionResult } from '../action.ts';
import type { KeyedEffect } from '../turn.ts';
import type { Filed } from './filing.ts';
import { isYes, ownWords, referenceFor, told } from './filing.ts';
import { openedAt } from './first-told.ts';
import { fileHazard, type HazardFiling } from './hazard.ts';
import { dayOf, kindsIn, kindsInFault, lawOn, toldOfAt } from './hazard-kinds.ts';
import { linkTo, withLinks } from './linked.ts';
import { withLogged } from './logged.ts';
import { withoutRestricted } from './quiet-words.ts';

/** The dialog whose team deals with hazards. */
const hazardEnquiry = 'repair.damp_mould';

export const besideSlots = [
  'hazard_reference',
  'hazard_urgency',
  'hazard_by',
  'by_law',
  'within_hours',
  'summary_days',
  'safe_days',
] as const;

/** Later than this it is told of again, and counts again. */
const sameReportMs = 24 * 3_600_000;

function justLogged({ state, received }: ActionInput, kind: string) {
  const since = received.receivedAt.getTime() - sameReportMs;
  return state.logged?.findLast(
    (each) => each.kind === 'hazard' && Date.parse(each.at) >= since && (each.about === kind || kind === 'other'),
  );
}

export interface Beside {
  readonly reference: string;
  readonly slots: Readonly<Record<string, string | number>>;
  /** Undefined where its case was opened earlier in this conversation. */
  readonly filed?: Filed;
}

/** Opens it, or names the case in which it is known: what is worse than it was told before counts anew. */
export function openBeside(input: ActionInput, hazard: Omit<HazardFiling, 'reference'>): Beside {
  const known = isYes(input, 'danger') ? undefined : justLogged(input, hazard.kind);
  if (known !== undefined) {
    const slots = { ...noHazard, hazard_reference: known.reference, hazard_urgency: 'known' };
    return { reference: known.reference, slots };
  }
  const reference = referenceFor(input, 'HAZ', 'hazard');
  const opened = fileHazard(input, { ...hazard, reference, team: teamOf(hazardEnquiry, input.world.landlord) });
  const { urgency, by, owner: _owner, ...clocks } = opened.told;
  const slots = { hazard_reference: reference, hazard_urgency: urgency, hazard_by: by, ...clocks };
  return { reference, slots, filed: opened.filed };
}

export const noHazard = {
  hazard_reference: '',
  hazard_urgency: 'none',
  hazard_by: '',
  by_law: 'no',
  within_hours: 0,
  summary_days: 0,
  safe_days: 0,
} as const satisfies Record<(typeof besideSlots)[number], string | number>;

/** What is off or crawls tells the kind by itself. */
const kindOfEnquiry: Readonly<Record<string, string>> = {
  'repair.no_heating_water': 'excess_cold',
  'repair.pests': 'hygiene_pests_refuse',
};

export interface InFault {
  readonly kind: string;
  readonly also: readonly string[];
  /** When it was told. */
  readonly since: Date;
}

/**
 * The potential hazard in a fault that is reported, where the law of the day on which it was told has clocks for it: by what was
 * said, by what is asked in this dialog, and by danger. Undefined where the landlord's own repair is all there is.
 */
export function hazardInFault(input: ActionInput): InFault | undefined {
  // Who wants a smoke alarm tested, or a rail put up, names it and reports no fault in it.
  const isFault = /^(?:repair|emergency)\.(?!safety_check)/.test(input.enquiry);
  const kinds = (isFault ? kindsInFault : kindsIn)(input, faultTold(input));
  const own = ownKind(input);
  const [since, on] = whenTold(input, own === undefined);
  const all = [
    ...new Set([...(own === undefined ? [] : [own]), ...kinds, ...(isYes(input, 'danger') ? ['other'] : [])]),
  ];
  const covered = all.filter((kind) => lawOn(input, kind, on) !== undefined);
  const [kind] = covered;
  return kind === undefined
    ? undefined
    : { kind, also: all.filter((each) => each !== kind && each !== 'other'), since };
}

function faultTold(input: ActionInput): string {
  const slots = ['words', 'fault', 'what', 'more'];
  return slots.flatMap((slot) => told(input, slot) ?? []).join('\n');
}

/** Told by the dialog itself: an emergency by its name, heating by what is off, a shared part by being the stairs. */
function ownKind(input: ActionInput): string | undefined {
  if (input.enquiry === 'repair.no_heating_water' && told(input, 'off') === 'water') return 'personal_hygiene';
  if (told(input, 'shared_part') === 'stairs') return 'falls';
  const isEmergency = input.enquiry.startsWith('emergency.');
  return isEmergency ? (told(input, 'hazard') ?? input.enquiry.split('.')[1]) : kindOfEnquiry[input.enquiry];
}

function whenTold(input: ActionInput, byWords: boolean): readonly [Date, string] {
  const tells = (text: string) => kindsInFault(input, text).length > 0;
  const since = byWords ? toldOfAt(input, tells, ['danger']) : openedAt(input);
  return [since, dayOf(input, since)];
}

/** Its case, or where it has had one since earlier, the link back from that. */
export function hazardEffects({ reference, filed }: Beside, from: string): readonly KeyedEffect[] {
  return filed?.effects ?? [linkTo(reference, from)];
}

/** With the hazard's case beside that of what was reported, where there is one. */
export function withHazardBeside<Outcome extends string>(
  result: ActionResult<Outcome>,
  input: ActionInput,
  reference: string,
): ActionResult<Outcome> {
  const found = hazardInFault(input);
  if (found === undefined) return { ...result, slots: { ...result.slots, ...noHazard } };
  const words = withoutRestricted(input, ownWords(input, 'fault', 'what', 'more'));
  const beside = openBeside(input, { ...found, words, links: [reference], details: { toldIn: input.enquiry } });
  const { effects = [], cases = [], promises = [] } = result;
  return {
    ...result,
    slots: { ...result.slots, ...beside.slots },
    effects: [...withLinks(effects, reference, beside.reference), ...hazardEffects(beside, reference)],
    cases: [...cases, ...(beside.filed?.cases ?? [])],
    promises: [...promises, ...(beside.filed?.promises ?? [])],
    ...(beside.filed !== undefined && {
      state: {
        ...result.state,
        ...withLogged(input, { reference: beside.reference, kind: 'hazard', about: found.kind }),
      },
    }),
  };
}
