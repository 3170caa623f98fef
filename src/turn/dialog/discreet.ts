import type { Playbook } from './flow.ts';

/** Whether not even the name of an enquiry may stand where others read it. What no dialog serves by its own name is not told either. */
export function isDiscreet(enquiry: string, playbook: Playbook): boolean {
  const dialog = playbook.get(enquiry);
  return dialog === undefined || dialog.discreet || dialog.urgent || dialog.restricted || dialog.private;
}
