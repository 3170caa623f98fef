// Logs a repair, and beside it the potential hazard that it tells of: a heater that fails while a baby lives there is both.

import { action } from '../action.ts';
import { besideSlots, withHazardBeside } from './hazard-beside.ts';
import { appointmentOf, dueBy, faultOf, priorityOf, reportRepair } from './repair.ts';

export const logRepair = action(
  ['logged'],
  ['reference', 'priority', 'by', 'appointment_date', 'appointment_slot', ...besideSlots],
  (input) => {
    const priority = priorityOf(input);
    const appointment = appointmentOf(input);
    const by = appointment?.date ?? dueBy(input, priority);
    const slots = {
      priority,
      by,
      appointment_date: appointment?.date ?? '',
      appointment_slot: appointment?.slot ?? 'none',
    };
    const reported = reportRepair(input, { priority, by, fault: faultOf(input), appointment, slots });
    // What we mend as an emergency is looked at as one.
    const told = priority === 'emergency' ? { ...input, slots: { ...input.slots, danger: 'yes' } } : input;
    return withHazardBeside(reported, told, String(reported.slots?.reference));
  },
);
