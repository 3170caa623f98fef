// Damp, mould and other hazards: the clocks of the law run from the message. A person decides what it is; this errs upward.

import type { Due } from '../../model/case.ts';
import { addDays, localTime, withOffset } from '../../model/london-time.ts';
import { type HazardRules, inForceOn } from '../../model/nation-rules.ts';
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
  receivedOn,
  referenceFor,
  teamName,
  told,
  toldDetails,
  workingDay,
} from './filing.ts';
import { withLogged } from './logged.ts';
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
    const {
      urgency,
      by,
      owner,
      withinHours: _within,
      ...filed
    } = fileHazard(input, {
      reference,
      words: ownWords(input, 'what', 'fault'),
      details: { ...toldDetails(input), hazard: kindOf(input) },
    });
    const fault = ownWords(input, 'what', 'fault') || faultOf(input);
    const visit = visitFor(input, { priority: 'hazard', fault, appointment: appointmentOf(input) });
    return {
      outcome: 'logged',
      slots: {
        reference,
        urgency,
        by,
        owner,
        ...visitTold(input, visit?.reference),
        ...clocks(input),
      },
      ...filed,
      effects: [...filed.effects, ...(visit?.effects ?? [])],
      state: withLogged(input, { reference, kind: 'hazard', about: kindOf(input) }),
    };
  },
);

interface HazardFiled extends Filed {
  readonly urgency: 'emergency' | 'significant';
  /** The first day that counts. */
  readonly by: string;
  readonly withinHours: number;
  readonly owner: string;
}

/** The case and its clocks. Slots it reads: `danger`, `vulnerable`, `hazard`. */
export function fileHazard(
  input: ActionInput,
  about: Pick<Filing, 'reference' | 'words' | 'links' | 'details'>,
): HazardFiled {
  const isEmergency = isYes(input, 'danger');
  const due = isEmergency ? emergencyDue(input) : significantDue(input);
  const owner = teamName(input, teamOf(input.enquiry, input.world.landlord));
  return {
    ...file(input, { ...about, kind: 'hazard', ...risk(input, isEmergency), owner, due }),
    urgency: isEmergency ? 'emergency' : 'significant',
    by: due[0]?.by.slice(0, 10) ?? '',
    withinHours: emergencyHours(input),
    owner,
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

/** The law that holds for this kind of hazard on the day of the message; none where the landlord's own times are all there is. */
function lawFor(input: ActionInput): HazardRules | undefined {
  const law = inForceOn(input.world.rules.hazards, receivedOn(input));
  return law !== undefined && (isYes(input, 'danger') || law.significant.includes(kindOf(input))) ? law : undefined;
}

function emergencyHours(input: ActionInput): number {
  return lawFor(input)?.emergencyHours ?? input.world.landlord.repairs.emergencyHours;
}

/** What the tenant is told of the clocks. */
function clocks(input: ActionInput): Readonly<Record<string, string | number>> {
  const law = lawFor(input);
  return {
    by_law: law === undefined ? 'no' : 'yes',
    within_hours: emergencyHours(input),
    summary_days: law?.summaryWorkingDays ?? 0,
    safe_days: law?.safetyWorkWorkingDays ?? 0,
  };
}

const afterwards = 'end of the investigation, at the latest day for it';
const ownTerms = 'landlord pack';

/** Continuous hours, nights and weekends included; then what follows an investigation. */
function emergencyDue(input: ActionInput): readonly Due[] {
  const { timeZone } = input.world.landlord;
  const law = lawFor(input);
  const at = new Date(input.received.receivedAt.getTime() + emergencyHours(input) * 3_600_000);
  const rule = law?.emergencyHours === undefined ? ownTerms : law.rule;
  const safe: Due = { what: 'investigate and make safe', by: withOffset(at, timeZone), basis: 'received', rule };
  if (law === undefined) return [safe];
  const from = localTime(at, timeZone).date;
  return [safe, ...afterInvestigation(input, law, from).filter(({ what }) => what !== 'make safe')];
}

/** Day nought is the day of the message. The later clocks start when the investigation ends: at the latest on its last day. */
function significantDue(input: ActionInput): readonly Due[] {
  const law = lawFor(input);
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
