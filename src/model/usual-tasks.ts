// What a landlord that does not say otherwise promises.

/** Working days in which a task or a request is answered by a landlord that does not say otherwise. */
export const usualTasks: Readonly<Record<string, number>> = {
  default: 5,
  'contact.case': 1,
  'repair.no_heating_water': 1,
  'repair.communal': 1,
  'repair.change_appointment': 1,
  'repair.missed_visit': 1,
  'contact.details': 1,
  'home.alteration': 20,
  'rent.arrears': 2,
  'rent.direct_debit': 2,
  'rent.refund': 10,
  'money.hardship': 1,
  'tenancy.household': 3,
  'tenancy.names': 10,
  'tenancy.pets': 10,
  'feedback.compliment': 10,
  'feedback.suggestion': 20,
  'neighbourhood.asb': 3,
  'complaint.discrimination': 2,
  'complaint.escalate': 1,
  'claim.compensation': 10,
  'support.referral': 3,
  'involvement.join': 10,
};
