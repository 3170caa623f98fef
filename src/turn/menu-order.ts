// What most people come for, in the order in which it is offered.

const menuOrder = [
  'repair.report',
  'repair.status',
  'rent.balance',
  'complaint.make',
  'complaint.status',
  'access.adjustment',
  'access.format',
  'contact.person',
];

/** Only what there is a dialog for is offered. */
export function menuEnquiries(playbook: ReadonlyMap<string, unknown>): readonly string[] {
  return menuOrder.filter((enquiry) => playbook.has(enquiry));
}
