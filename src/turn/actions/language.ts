// In which language we write to somebody, and in which we speak with them: many read one and speak another.

import type { ConversationState } from '../../model/conversation.ts';
import { plainWords } from '../../model/plain-words.ts';
import { languageNamed } from '../../model/said/language-name.ts';
import { signSupportIn } from '../../model/said/sign-support.ts';
import { wordsHeld } from '../../model/said/words-held.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { inAnyLanguage } from '../any-language.ts';
import { languageCalled, languagesApart } from '../languages-apart.ts';
import { onOwnRecord } from '../on-record.ts';
import { told } from './filing.ts';

export const setLanguage = action(['set', 'same', 'not_spoken'], ['language_name'], (input) => {
  const found = wanted(input);
  if (found === undefined) return { outcome: 'not_spoken' };
  const effects = onOwnRecord(input.state, { language: found.tag });
  const language = { ...spokenIn(found.tag, input), ...(effects.length > 0 && { kept: true as const }) };
  const isSame = input.state.language.tag === found.tag;
  return { outcome: isSame ? 'same' : 'set', slots: { language_name: found.name }, state: { language }, effects };
});

/** For this conversation alone: what is on record stays. */
export const setLanguageOnce = action(['set', 'same', 'not_spoken'], ['language_name'], (input) => {
  const found = wanted(input);
  if (found === undefined) return { outcome: 'not_spoken' };
  const isSame = input.state.language.tag === found.tag;
  const slots = { language_name: found.name };
  return { outcome: isSame ? 'same' : 'set', slots, state: { language: spokenIn(found.tag, input) } };
});

/** Of those that we write, by any of its names. */
function wanted(input: ActionInput) {
  const said = told(input, 'language') ?? '';
  const plain = plainWords(said);
  const { phrases } = input.world;
  const isNamed = (tag: string) =>
    tag === plain || phrases.words('language', tag).some((name) => plainWords(name) === plain);
  // In the word for it of whichever language they write in.
  const named = languageNamed(said);
  return phrases.languages.find(({ tag }) => isNamed(tag)) ?? phrases.languages.find(({ tag }) => tag === named);
}

/** "Reply in Polish", and for how long where that was said as well. */
function writtenIn(input: ActionInput, reads: string | undefined): Readonly<Record<string, string>> | undefined {
  const words = told(input, 'words') ?? '';
  const listed = inAnyLanguage(input.world);
  const isWritten = input.world.phrases.languages.some(({ tag }) => tag === reads);
  if (reads === undefined || !isWritten || wordsHeld(listed('write_in'), words) === undefined) return undefined;
  const isOnce = wordsHeld(listed('language_once'), words) !== undefined;
  const isAlways = wordsHeld(listed('language_always'), words) !== undefined;
  return { language: reads, ...(isOnce !== isAlways && { how_long: isOnce ? 'once' : 'always' }) };
}

/**
 * "I read Urdu but speak Punjabi", "letters in Urdu, text me in Polish": each holds for what it is said of, and nothing more is asked.
 * On whose record it cannot be put because nobody knows whose it is, the team is asked to.
 */
export const hearLanguages = action(
  ['apart', 'letters', 'ask_team', 'write_in', 'signs', 'none'],
  ['language_name', 'spoken_name', 'letters_name', 'formats', 'formats_given', 'wish', 'language', 'how_long', 'sign'],
  (input) => {
    const sign = signSupportIn(told(input, 'words') ?? '');
    if (sign !== undefined) {
      return { outcome: 'signs', slots: { wish: 'bsl', ...(sign !== 'any' && { sign }) } };
    }
    const { reads, speaks, letters } = languagesApart(told(input, 'words') ?? '', input.world);
    if (letters !== undefined) return lettersApart(input, { reads, letters });
    const asked = speaks === undefined ? writtenIn(input, reads) : undefined;
    if (asked !== undefined) return { outcome: 'write_in', slots: asked };
    const written = input.world.phrases.languages.find(({ tag }) => tag === reads);
    if (written === undefined || speaks === undefined || speaks === reads) return { outcome: 'none' };
    const slots = { language_name: written.name, spoken_name: languageCalled(speaks, input) };
    const effects = onOwnRecord(input.state, { language: written.tag, contact: { speaks } });
    return { outcome: 'apart', slots, state: { language: spokenIn(written.tag, input) }, effects };
  },
);

function lettersApart(input: ActionInput, apart: { readonly reads: string | undefined; readonly letters: string }) {
  const kept = withLetters(input, apart);
  const { letters } = apart;
  const slots = {
    letters_name: languageCalled(letters, input),
    language_name: languageCalled(kept.language.tag, input),
  };
  if (kept.effects.length > 0) {
    return { outcome: 'letters' as const, slots, state: { language: kept.language }, effects: kept.effects };
  }
  const asked = { ...slots, wish: 'other', language: languageCalled(letters, input) };
  return { outcome: 'ask_team' as const, slots: asked, state: { language: kept.language } };
}

/**
 * The language of letters is a wish of its own; that of messages goes on, or is the one that was told with it. Where both are the same
 * there is nothing apart.
 */
export function withLetters(
  input: ActionInput,
  { reads, letters }: { readonly reads: string | undefined; readonly letters: string },
): { readonly language: ConversationState['language']; readonly effects: NonNullable<ActionResult['effects']> } {
  const written = input.world.phrases.languages.find(({ tag }) => tag === reads);
  const messages = written?.tag ?? input.person?.language ?? input.state.language.tag;
  const contact = { letters: letters === messages ? null : letters };
  return {
    language: written === undefined ? input.state.language : spokenIn(written.tag, input),
    effects: onOwnRecord(input.state, { ...(written !== undefined && { language: written.tag }), contact }),
  };
}

function spokenIn(tag: string, { state }: ActionInput): ConversationState['language'] {
  const before = state.language.tag;
  return { tag, from: 'chosen', ...(before !== tag && { before }) };
}
