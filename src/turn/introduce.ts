// The first words of a conversation: who is speaking, and where languages are equal, that the other may be written as well.

import type { ConversationState } from '../model/conversation.ts';
import type { Line } from './line.ts';
import type { World } from './world.ts';

type Language = ConversationState['language'];

export function isSafetyStep({ urgent, expects }: Line): boolean {
  return urgent === true && expects === undefined;
}

/** Who is speaking comes first, but never before safety steps. */
export function introduced(
  lines: readonly Line[],
  language: Language,
  { rules }: Pick<World, 'rules'>,
): readonly Line[] {
  const offers = offered(language, rules.equalLanguages?.tags ?? []);
  // What was offered need not be told a second time as a change that can be undone.
  const others = offers.length === 0 ? lines : lines.filter(({ phrase }) => phrase !== 'language.switched');
  const intro: Line = { phrase: 'talk.intro', values: {} };
  const safe = others.findIndex((line) => !isSafetyStep(line));
  const at = safe < 0 ? others.length : safe;
  return [...others.slice(0, at), intro, ...offers, ...others.slice(at)];
}

/** Each in its own language, to whom has not told us which is theirs. */
function offered({ tag, from }: Language, equal: readonly string[]): readonly Line[] {
  if (from === 'profile' || from === 'chosen' || !equal.includes(tag)) return [];
  return equal
    .filter((each) => each !== tag)
    .map((language): Line => ({ phrase: 'language.offered', values: {}, language }));
}
