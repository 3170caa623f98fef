// Damp, mould and other hazards: the clocks of the law run from the message. A person decides what it is; this errs upward.

import type { Due } from '../../model/case.ts';
import { withOffset } from '../../model/london-time.ts';
import { teamOf } from '../../model/routes.ts';
import { type ActionInput, action } from '../action.ts';
import { isMoreAtRisk } from '../facts.ts';
import { file, isYes, ownWords, referenceFor, teamName, told, toldDetails, workingDay } from './filing.ts';
import { appointmentOf, visitFor } from './repair.ts';

/**
 * Opens a hazard case, and with it the visit that was chosen. Slots it reads: `danger`, `vulnerable`, `where`, `appointment`.
 * `urgency` is `emergency` when it may hurt somebody now, else `significant`.
 */
export const logHazard = action(
  ['logged'],
  ['reference', 'urgency', 'by', 'owner', 'appointment_date', 'appointment_slot', 'visit_reference'],
  (input) => {
    const isEmergency = isYes(input, 'danger');
    const due = isEmergency ? emergencyDue(input) : significantDue(input);
    const filed = hazardCase(input, due, isEmergency);
    const appointment = appointmentOf(input);
    const visit = visitFor(input, { priority: 'hazard', fault: ownWords(input, 'what', 'fault'), appointment });
    const slots = {
      reference: filed.reference,
      owner: filed.owner,
      urgency: isEmergency ? 'emergency' : 'significant',
      by: due[0]?.by.slice(0, 10) ?? '',
      appointment_date: appointment?.date ?? '',
      appointment_slot: appointment?.slot ?? 'none',
      visit_reference: visit?.reference ?? '',
    };
    return { outcome: 'logged', slots, ...filed, effects: [...filed.effects, ...(visit?.effects ?? [])] };
  },
);

/** What is told of who lives there is the landlord's knowledge: it raises the priority, and stands on the case as the reason. */
function hazardCase(input: ActionInput, due: readonly Due[], isEmergency: boolean) {
  const reference = referenceFor(input, 'HAZ', 'hazard');
  const isAtRisk = isYes(input, 'vulnerable') || isMoreAtRisk(input.person);
  const owner = teamName(input, teamOf(input.enquiry, input.world.landlord));
  const filed = file(input, {
    reference,
    kind: 'hazard',
    words: ownWords(input, 'what', 'fault'),
    priority: isEmergency ? 'emergency' : isAtRisk ? 'high' : 'normal',
    riskReasons: isAtRisk ? ['somebody in the home is more at risk'] : [],
    owner,
    due,
    details: { ...toldDetails(input), hazard: told(input, 'hazard') ?? input.enquiry.split('.')[1] ?? 'other' },
  });
  return { reference, owner, ...filed };
}

/** Continuous hours, nights and weekends included. */
function emergencyDue(input: ActionInput): readonly Due[] {
  const { emergencyHours, rule } = input.world.rules.hazards;
  const at = new Date(input.received.receivedAt.getTime() + emergencyHours * 3_600_000);
  return [
    { what: 'investigate and make safe', by: withOffset(at, input.world.landlord.timeZone), basis: 'received', rule },
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
