// Who asked for no calls is never again offered one: from the words in which they asked on, and in every later conversation, by what is
// on file. It is kept before anybody has decided on it: it costs nothing, and a call cannot be taken back.

import type { ConversationState } from '../model/conversation.ts';
import type { Person } from '../model/person.ts';
import { wordsBegun, wordsHeld } from '../model/said/words-held.ts';
import { inAnyLanguage } from './any-language.ts';
import type { World } from './world.ts';

type Words = Pick<World, 'landlord' | 'phrases'>;

/** "Never ring without a text first" asks for another thing: that is for a person to arrange. */
export function asksForNoCalls(text: string, listed: (list: string) => readonly string[]): boolean {
  return wordsBegun(listed('adjust_no_calls'), text) !== undefined && !wordsHeld(listed('calls_if'), text);
}

export function isNeverRung(person: Person | undefined, world: Words): boolean {
  const agreed = (person?.needs ?? []).flatMap(({ adjustments = [] }) => adjustments);
  return (
    (person?.contact?.never ?? []).includes('telephone') ||
    agreed.some((each) => asksForNoCalls(each, inAnyLanguage(world)))
  );
}

/** What was said here stays while the conversation does; what is on file is as it stands there today. */
export function withNoCalls(state: ConversationState, person: Person | undefined, world: Words): ConversationState {
  if (state.noCalls === 'told') return state;
  const { noCalls: _before, ...rest } = state;
  return isNeverRung(person, world) ? { ...rest, noCalls: 'on-file' } : rest;
}
