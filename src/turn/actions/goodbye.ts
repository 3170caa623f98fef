// The end of a conversation on the customer's own word: what happens next is told, and who has shown who they are is nobody's any more.

import { action } from '../action.ts';
import { whatHappensNext } from '../goodbye.ts';

export const endConversation = action(['ended'], [], async ({ conversation, world, received }) => ({
  outcome: 'ended' as const,
  lines: await whatHappensNext(conversation, world),
  state: { endedAt: received.receivedAt.toISOString() },
  forgets: 'proof' as const,
}));
