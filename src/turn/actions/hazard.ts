// Damp, mould and other hazards: the clocks of the law run from the message. A person decides what it is; this errs upward.

import type { Due } from '../../model/case.ts';
import { localTime, withOffset } from '../../model/london-time.ts';
import { teamOf } from '../../model/routes.ts';
import { addWorkingDays } from '../../model/working-days.ts';
import { type ActionInput, action } from '../action.ts';
import { isMoreAtRisk } from '../facts.ts';
import { type Filing, file, isYes, ownWords, referenceFor, teamName, told, toldDetails, workingDay } from './filing.ts';
import { appointmentOf, faultOf, visitFor } from './repair.ts';

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
    'within_hours',
    'summary_days',
    'safe_days',
  ],
  (input) => {
    const reference = referenceFor(input, 'HAZ', 'hazard');
    const isEmergency = isYes(input, 'danger');
    const due = isEmergency ? emergencyDue(input) : significantDue(input);
    const owner = teamName(input, teamOf(input.enquiry, input.world.landlord));
    const filed = file(input, {
      reference,
      kind: 'hazard',
      words: ownWords(input, 'what', 'fault'),
      ...risk(input, isEmergency),
      owner,
      due,
      details: { ...toldDetails(input), hazard: told(input, 'hazard') ?? input.enquiry.split('.')[1] ?? 'other' },
    });
    const fault = ownWords(input, 'what', 'fault') || faultOf(input);
    const visit = visitFor(input, { priority: 'hazard', fault, appointment: appointmentOf(input) });
    return {
      outcome: 'logged',
      slots: {
        reference,
        urgency: isEmergency ? 'emergency' : 'significant',
        by: due[0]?.by.slice(0, 10) ?? '',
        owner,
        ...visitTold(input, visit?.reference),
        ...clocks(input),
      },
      ...filed,
      effects: [...filed.effects, ...(visit?.effects ?? [])],
    };
  },
);

/** A person decides how grave it is: told or on the profile, somebody more at risk brings it up the list. */
function risk(input: ActionInput, isEmergency: boolean): Pick<Filing, 'priority' | 'riskReasons'> {
  const isAtRisk = isYes(input, 'vulnerable') || isMoreAtRisk(input.person);
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

/** What the tenant is told of the nation's clocks. */
function clocks(input: ActionInput): Readonly<Record<string, number>> {
  const { emergencyHours, summaryWorkingDays, safetyWorkWorkingDays } = input.world.rules.hazards;
  return { within_hours: emergencyHours, summary_days: summaryWorkingDays, safe_days: safetyWorkWorkingDays };
}

/** Continuous hours, nights and weekends included; then the written summary. */
function emergencyDue(input: ActionInput): readonly Due[] {
  const { rules, landlord } = input.world;
  const { emergencyHours, summaryWorkingDays, rule } = rules.hazards;
  const at = new Date(input.received.receivedAt.getTime() + emergencyHours * 3_600_000);
  const ends = localTime(at, landlord.timeZone).date;
  const summaryBy = addWorkingDays(ends, summaryWorkingDays, rules.bankHolidays);
  const basis = 'end of the investigation, at the latest day for it';
  return [
    { what: 'investigate and make safe', by: withOffset(at, landlord.timeZone), basis: 'received', rule },
    { what: 'written summary', by: summaryBy, basis, rule },
  ];
}

/** Day nought is the day of the message. The later clocks start when the investigation ends: at the latest on its last day. */
function significantDue(input: ActionInput): readonly Due[] {
  const { investigateWorkingDays, summaryWorkingDays, safetyWorkWorkingDays, rule } = input.world.rules.hazards;
  const basis = 'end of the investigation, at the latest day for it';
  return [
    { what: 'investigate', by: workingDay(input, investigateWorkingDays), basis: 'received', rule },
    { what: 'written summary', by: workingDay(input, investigateWorkingDays + summaryWorkingDays), basis, rule },
    { what: 'make safe', by: workingDay(input, investigateWorkingDays + safetyWorkWorkingDays), basis, rule },
  ];
}
