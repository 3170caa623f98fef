// Word lists in every language of the landlord at once: who writes in Polish may name the English court, and what is on file may be in any.

import type { World } from './world.ts';

export function inAnyLanguage({
  landlord,
  phrases,
}: Pick<World, 'landlord' | 'phrases'>): (list: string) => readonly string[] {
  return (list) => landlord.languages.flatMap((tag) => phrases.words(list, tag));
}
