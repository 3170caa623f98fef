// The widget's own words, in the tenant's language: one small file per language, asked for when it is needed.

import { english as ofChat } from 'doorstep:english';
import type { Language } from '../chat/state.ts';
import type { Words } from './say.ts';

export interface WordsAnswer {
  readonly language: Language;
  readonly words: Words;
}

/** Of the scripts that are there. */
let english: Words = ofChat;

/** Another script has come, with its English words. */
export function learn(more: Words): void {
  english = { ...english, ...more };
}

/** Undefined when they could not be had now: what is shown stays. English is part of the script. */
export async function wordsIn(
  language: string,
  { base, languages }: { readonly base: string; readonly languages: readonly Language[] },
): Promise<WordsAnswer | undefined> {
  const own = languages.find(({ tag }) => tag === 'en');
  if (language === 'en' && own !== undefined) return { language: own, words: english };
  try {
    const response = await fetch(`${base}/widget/words/${encodeURIComponent(language)}.json`, { credentials: 'omit' });
    if (!response.ok) return undefined;
    const answer = (await response.json()) as WordsAnswer;
    return { ...answer, words: { ...english, ...answer.words } };
  } catch {
    return undefined;
  }
}
