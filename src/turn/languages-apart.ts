// Many read one language and speak another, or have letters read to them in a third: "letters in Urdu, text me in Polish". Each holds
// for what it is said of, by the part of the sentence in which it stands.

import type { Conversation } from '../model/conversation.ts';
import { clausesOf } from '../model/said/clauses.ts';
import { languageNamed } from '../model/said/language-name.ts';
import { wordsBegun, wordsHeld } from '../model/said/words-held.ts';
import { inAnyLanguage } from './any-language.ts';
import type { World } from './world.ts';

export interface LanguagesApart {
  /** BCP 47. */
  readonly reads?: string;
  readonly speaks?: string;
  readonly letters?: string;
}

export function languagesApart(words: string, world: Pick<World, 'landlord' | 'phrases'>): LanguagesApart {
  // Said in one language, it may just have been switched to another.
  const listed = inAnyLanguage(world);
  let found: LanguagesApart = {};
  let isOfTexts = false;
  for (const clause of clausesOf(words)) {
    const tag = languageNamed(clause);
    if (tag === undefined) continue;
    if (wordsHeld(listed('letters_all'), clause) !== undefined) found = { letters: tag, ...found };
    else if (wordsHeld(listed('speaks_it'), clause) !== undefined) found = { speaks: tag, ...found };
    else found = { reads: tag, ...found };
    isOfTexts ||= ['way_sms', 'way_email'].some((list) => wordsBegun(listed(list), clause) !== undefined);
  }
  // "Your letters are in English" is no wish to have them so.
  const { letters, ...others } = found;
  return letters === 'en' && !isOfTexts ? others : found;
}

/** As its own speakers call it where we write it, else in the language of the conversation. */
export function languageCalled(
  tag: string,
  { world, state }: { readonly world: Pick<World, 'phrases'>; readonly state: Conversation['state'] },
): string {
  const own = world.phrases.languages.find((each) => each.tag === tag)?.name;
  return own ?? new Intl.DisplayNames([state.language.tag], { type: 'language' }).of(tag) ?? tag;
}
