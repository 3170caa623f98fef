// Complaints and hazards that were opened in this conversation: who tells of the same again is linked with them, known or not.

import type { ConversationState, Logged } from '../../model/conversation.ts';
import type { ActionInput } from '../action.ts';

const mostKept = 10;
const lettersKept = 300;

export function withLogged(
  { state, received }: ActionInput,
  ...opened: readonly Omit<Logged, 'at'>[]
): Pick<ConversationState, 'logged'> {
  const at = received.receivedAt.toISOString();
  const logged = opened.map((each) => ({ ...each, at, about: each.about.slice(0, lettersKept) }));
  return { logged: [...(state.logged ?? []), ...logged].slice(-mostKept) };
}
