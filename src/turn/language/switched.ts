// Said once when the conversation goes on in another language, in that language, with the one word that undoes it.

import type { ConversationState } from '../../model/conversation.ts';
import type { Line } from '../line.ts';
import type { Phrases } from '../reply/ports.ts';

export function languageSwitched(language: ConversationState['language'], phrases: Phrases): Line {
  const named = (tag: string) => phrases.languages.find((each) => each.tag === tag)?.name ?? tag;
  const before = named(language.before ?? language.tag);
  return {
    phrase: 'language.switched',
    values: { language: named(language.tag), before, word: before.toLocaleUpperCase(language.before ?? 'en') },
    enquiry: 'access.language',
  };
}
