// Whether something came up in a conversation that somebody else must not read by chance, on a screen or on a phone.

import type { ConversationState } from '../model/conversation.ts';
import type { World } from './world.ts';

export function isQuiet({ stack, quiet, handover }: ConversationState, { playbook }: Pick<World, 'playbook'>): boolean {
  const isRestricted = stack.some(({ dialog }) => playbook.get(dialog)?.restricted === true);
  return quiet === true || isRestricted || handover?.restricted === true;
}
