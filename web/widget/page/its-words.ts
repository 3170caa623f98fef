// The words of the tools: English with the script, others from the service, the same file as the chat's.

import type { Language } from '../chat/state.ts';
import type { Words } from '../words/say.ts';

const inEnglish: Language = { tag: 'en', name: 'English', direction: 'ltr' };

/** English where the others do not come: the tools are worth more than their language. */
export async function wordsOf(
  base: string,
  language: string,
  english: Words,
): Promise<{ readonly language: Language; readonly words: Words }> {
  if (language.startsWith('en')) return { language: inEnglish, words: english };
  try {
    const response = await fetch(`${base}/widget/words/${encodeURIComponent(language)}.json`, { credentials: 'omit' });
    const answer = (await response.json()) as { readonly language: Language; readonly words: Words };
    return { ...answer, words: { ...english, ...answer.words } };
  } catch {
    return { language: inEnglish, words: english };
  }
}
