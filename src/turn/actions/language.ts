// In which language we write to somebody, and in which we speak with them: many read one and speak another.

import { plainWords } from '../../model/plain-words.ts';
import { clausesOf } from '../../model/said/clauses.ts';
import { languageNamed } from '../../model/said/language-name.ts';
import { wordsHeld } from '../../model/said/words-held.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { inAnyLanguage } from '../any-language.ts';
import { actsFor } from '../customer.ts';
import { profileChange } from './access.ts';
import { told } from './filing.ts';

export const setLanguage = action(['set', 'same', 'not_spoken'], ['language_name'], (input) => {
  const said = told(input, 'language') ?? '';
  const wanted = plainWords(said);
  const { phrases } = input.world;
  const isNamed = (tag: string) =>
    tag === wanted || phrases.words('language', tag).some((name) => plainWords(name) === wanted);
  // In the word for it of whichever language they write in.
  const named = languageNamed(said);
  const found = phrases.languages.find(({ tag }) => isNamed(tag)) ?? phrases.languages.find(({ tag }) => tag === named);
  if (found === undefined) return { outcome: 'not_spoken' };
  const slots = { language_name: found.name };
  const before = input.state.language.tag;
  const language = { tag: found.tag, from: 'chosen' as const, ...(before !== found.tag && { before }) };
  const effects = ownRecord(input, { language: found.tag });
  return { outcome: before === found.tag ? 'same' : 'set', slots, state: { language }, effects };
});

/** "I read Urdu but speak Punjabi": each holds for what it is said of, and nothing more is asked. */
export const hearLanguages = action(['apart', 'none'], ['language_name', 'spoken_name'], (input) => {
  const { reads, speaks } = apartIn(told(input, 'words') ?? '', input);
  const written = input.world.phrases.languages.find(({ tag }) => tag === reads);
  if (written === undefined || speaks === undefined || speaks === reads) return { outcome: 'none' };
  const slots = { language_name: written.name, spoken_name: nameOf(speaks, input) };
  const before = input.state.language.tag;
  const language = { tag: written.tag, from: 'chosen' as const, ...(before !== written.tag && { before }) };
  return {
    outcome: 'apart',
    slots,
    state: { language },
    effects: ownRecord(input, { language: written.tag, contact: { speaks } }),
  };
});

/** Of who speaks for somebody else it is their own language, not that of whose matters they are. */
function ownRecord(input: ActionInput, changes: Parameters<typeof profileChange>[1]): ActionResult['effects'] & object {
  return actsFor(input.state) === undefined ? profileChange(input, changes) : [];
}

function apartIn(words: string, { world }: ActionInput): { readonly reads?: string; readonly speaks?: string } {
  const speakWords = inAnyLanguage(world)('speaks_it');
  let found: { readonly reads?: string; readonly speaks?: string } = {};
  for (const clause of clausesOf(words)) {
    const tag = languageNamed(clause);
    if (tag === undefined) continue;
    found = wordsHeld(speakWords, clause) === undefined ? { reads: tag, ...found } : { speaks: tag, ...found };
  }
  return found;
}

/** As its own speakers call it where we write it, else in the language of the conversation. */
function nameOf(tag: string, { world, state }: ActionInput): string {
  const own = world.phrases.languages.find((each) => each.tag === tag)?.name;
  return own ?? new Intl.DisplayNames([state.language.tag], { type: 'language' }).of(tag) ?? tag;
}
