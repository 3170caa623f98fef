// The language of a conversation of which nothing is known yet: the landlord's own, the first that it speaks.

import type { ConversationState } from '../model/conversation.ts';
import type { Phrases } from './reply/ports.ts';

type Language = ConversationState['language'];

export function beginsIn(now: Language, { languages: [own] }: Phrases): Language {
  return now.from === 'default' && own !== undefined ? { ...now, tag: own.tag } : now;
}
