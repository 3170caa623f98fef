// What only its own team may learn of, and what cannot wait: neither is sent elsewhere, nor learned from.

import type { Frame } from '../model/conversation.ts';
import type { Playbook } from './dialog/flow.ts';

/** Whether an enquiry, or the dialog of this name, is urgent or restricted. */
export function isGrave(name: string, playbook: Playbook): boolean {
  const dialog = playbook.get(name);
  return /^(?:emergency|safety)\./.test(name) || dialog?.urgent === true || dialog?.restricted === true;
}

/** Whether anything under way is: a dialog itself, or what one that serves several was opened for. */
export function isGraveUnderWay(stack: readonly Frame[], playbook: Playbook): boolean {
  const names = stack.flatMap(({ dialog, slots }) => [
    dialog,
    ...(typeof slots.enquiry === 'string' ? [slots.enquiry] : []),
  ]);
  return names.some((each) => isGrave(each, playbook));
}

/** Whether anything under way asks who somebody is: its answers are sent elsewhere and learned from as little. */
export function isPrivateUnderWay(stack: readonly Frame[], playbook: Playbook): boolean {
  return stack.some(({ dialog }) => playbook.get(dialog)?.private);
}
