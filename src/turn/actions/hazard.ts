// Damp, mould and other hazards: the clocks of the law run from the message. A person decides what it is; this errs upward.

import type { Due } from '../../model/case.ts';
import { addDays, localTime, withOffset } from '../../model/london-time.ts';
import type { HazardRules } from '../../model/nation-rules.ts';
import { teamOf } from '../../model/routes.ts';
import { addWorkingDays } from '../../model/working-days.ts';
import { type ActionInput, action } from '../action.ts';
import { isMoreAtRisk } from '../facts.ts';
import {
  type Filed,
  type Filing,
  file,
  isYes,
  openDay,
  ownWords,
  referenceFor,
  teamName,
  told,
  toldDetails,
  workingDay,
} from './filing.ts';
import { openedAt } from './first-told.ts';
import { dayOf, kindsIn, lawOn } from './hazard-kinds.ts';
import { assessedAs, saidOf } from './hazard-record.ts';
import { withLinks } from './linked.ts';
import { withLogged } from './logged.ts';
import { withoutRestricted } from './quiet-words.ts';
import { appointmentOf, faultOf, visitFor } from './repair.ts';
import { aboutThem } from './whose.ts';

/**
 * Opens a hazard case, and with it the visit that was chosen. Slots it reads: `danger`, `vulnerable`, `where`, `appointment`.
 * `urgency` is `emergency` when it may hurt somebody now, else `significant`.
 */
export const logHazard = action(
  ['logged'],
  [
    'reference',
    'urgency',
    'by',
    'owner',
    'appointment_date',
    'appointment_slot',
    'visit_reference',
    'by_law',
    'within_hours',
    'summary_days',
    'safe_days',
  ],
  (input) => {
    const reference = referenceFor(input, 'HAZ', 'hazard');
    const kind = kindOf(input);
    const words = withoutRestricted(input, ownWords(input, 'what', 'fault'));
    const { told: hazard, filed } = fileHazard(input, {
      reference,
      words,
      kind,
      also: kindsIn(input, words).filter((each) => each !== kind),
      since: openedAt(input),
      details: toldDetails(input),
    });
    const fault = ownWords(input, 'what', 'fault') || faultOf(input);
    const visit = visitFor(input, { priority: 'hazard', fault, appointment: appointmentOf(input) });
    const visits = visit === undefined ? [] : [visit.reference];
    return {
      outcome: 'logged',
      slots: {
        reference,
        ...hazard,
        ...visitTold(input, visit?.reference),
      },
      ...filed,
      effects: [
        ...withLinks(filed.effects, reference, ...visits),
        ...withLinks(visit?.effects ?? [], visits[0] ?? '', reference),
      ],
      state: withLogged(input, { reference, kind: 'hazard', about: kind }),
    };
  },
);

export interface HazardFiling extends Pick<Filing, 'reference' | 'words' | 'links' | 'details' | 'team'> {
  readonly kind: string;
  /** Other kinds that the words tell of: one case is opened, and whoever inspects sees them. */
  readonly also?: readonly string[];
  /** When the landlord was told of it: its clocks run from then. */
  readonly since: Date;
}

/** What the tenant is told of it, as slots. */
export interface HazardTold {
  readonly urgency: 'emergency' | 'significant';
  /** The first day that counts. */
  readonly by: string;
  readonly owner: string;
  readonly by_law: 'yes' | 'no';
  readonly within_hours: number;
  readonly summary_days: number;
  readonly safe_days: number;
}

interface Counted {
  readonly input: ActionInput;
  readonly law: HazardRules | undefined;
  /** The day of the message, an ISO date. */
  readonly on: string;
  readonly hours: number;
}

/** The case and its clocks. Slots it reads: `danger`, `vulnerable`. A person decides what it is; this errs upward. */
export function fileHazard(
  told: ActionInput,
  { kind, also = [], since, ...about }: HazardFiling,
): { readonly filed: Filed; readonly told: HazardTold } {
  const input = { ...told, received: { ...told.received, receivedAt: since } };
  const on = dayOf(input, since);
  const law = lawOn(input, kind, on);
  const counted = { input, law, on, hours: law?.emergencyHours ?? input.world.landlord.repairs.emergencyHours };
  const isEmergency = isYes(input, 'danger');
  const due = isEmergency ? emergencyDue(counted) : significantDue(counted);
  const owner = teamName(input, about.team ?? teamOf(input.enquiry, input.world.landlord));
  const urgency = isEmergency ? 'emergency' : 'significant';
  const details = { ...about.details, hazard: kind, ...assessedAs({ urgency, law, also }), said: saidOf(told) };
  return {
    filed: file(input, { ...about, kind: 'hazard', ...risk(input, isEmergency), owner, due, details }),
    told: { urgency, by: due[0]?.by.slice(0, 10) ?? '', owner, ...clocks(counted) },
  };
}

/** A person decides how grave it is: told or on the profile, somebody more at risk brings it up the list. */
function risk(input: ActionInput, isEmergency: boolean): Pick<Filing, 'priority' | 'riskReasons'> {
  const isAtRisk = isYes(input, 'vulnerable') || isMoreAtRisk(aboutThem(input).person);
  return {
    priority: isEmergency ? 'emergency' : isAtRisk ? 'high' : 'normal',
    riskReasons: isAtRisk ? ['somebody in the home is more at risk'] : [],
  };
}

function visitTold(input: ActionInput, reference = ''): Readonly<Record<string, string>> {
  const appointment = appointmentOf(input);
  return {
    appointment_date: appointment?.date ?? '',
    appointment_slot: appointment?.slot ?? 'none',
    visit_reference: reference,
  };
}

/** Kept on the case: what was told is judged by the law of the day on which it was told. */
function kindOf(input: ActionInput): string {
  return told(input, 'hazard') ?? input.enquiry.split('.')[1] ?? 'other';
}

/** What the tenant is told of the clocks. */
function clocks({ law, hours }: Counted): Omit<HazardTold, 'urgency' | 'by' | 'owner'> {
  return {
    by_law: law === undefined ? 'no' : 'yes',
    within_hours: hours,
    summary_days: law?.summaryWorkingDays ?? 0,
    safe_days: law?.safetyWorkWorkingDays ?? 0,
  };
}

const afterwards = 'end of the investigation, at the latest day for it';
const ownTerms = 'landlord pack';

/** Continuous hours, nights and weekends included, from when the danger was told; then what follows an investigation. */
function emergencyDue(counted: Counted): readonly Due[] {
  const { input, law, hours } = counted;
  const { timeZone } = input.world.landlord;
  const toldAt = input.toldAt.danger === undefined ? input.received.receivedAt : new Date(input.toldAt.danger);
  const at = new Date(toldAt.getTime() + hours * 3_600_000);
  const rule = law?.emergencyHours === undefined ? ownTerms : law.rule;
  const safe: Due = { what: 'investigate and make safe', by: withOffset(at, timeZone), basis: 'received', rule };
  if (law === undefined) return [safe];
  const from = localTime(at, timeZone).date;
  return [safe, ...afterInvestigation(input, law, from).filter(({ what }) => what !== 'make safe')];
}

/** Day nought is the day of the message. The later clocks start when the investigation ends: at the latest on its last day. */
function significantDue({ input, law }: Counted): readonly Due[] {
  if (law === undefined) {
    const by = openDay(input, input.world.landlord.repairs.urgentWorkingDays);
    return [{ what: 'investigate', by, basis: 'received', rule: ownTerms }];
  }
  const by = workingDay(input, law.investigateWorkingDays);
  return [{ what: 'investigate', by, basis: 'received', rule: law.rule }, ...afterInvestigation(input, law, by)];
}

function afterInvestigation(input: ActionInput, law: HazardRules, from: string): readonly Due[] {
  const { summaryWorkingDays, safetyWorkWorkingDays, furtherWorkWorkingDays, furtherWorkWeeks } = law;
  const due = (what: string, by: string): Due => ({ what, by, basis: afterwards, rule: law.rule });
  const after = (days: number) => addWorkingDays(from, days, input.world.rules.bankHolidays);
  return [
    due('written summary', after(summaryWorkingDays)),
    due('make safe', after(safetyWorkWorkingDays)),
    ...(furtherWorkWorkingDays === undefined
      ? []
      : [due('begin work that prevents it', after(furtherWorkWorkingDays))]),
    ...(furtherWorkWeeks === undefined ? [] : [due('have begun that work', addDays(from, furtherWorkWeeks * 7))]),
  ];
}
