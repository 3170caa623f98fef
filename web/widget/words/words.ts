// The widget's own words, in the tenant's language: one small file per language, asked for when it is needed.

import { english } from 'doorstep:english';
import type { Language } from '../chat/state.ts';

/** By key of locales/en/widget.yaml. */
export type Words = Readonly<Record<string, string>>;

export interface WordsAnswer {
  readonly language: Language;
  readonly words: Words;
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

/** The phrase with its `{places}` filled. */
export function say(words: Words, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
