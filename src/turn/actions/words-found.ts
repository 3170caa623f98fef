// Words anywhere in what somebody wrote, from the lists in `locales/*/words.yaml`, in whichever of our languages: who writes in Polish
// may name the English court.

import * as held from '../../model/said/words-held.ts';
import type { World } from '../world.ts';

export function wordsFound(world: World, list: string, text: string): string | undefined {
  return held.wordsHeld(entriesOf(world, list), text);
}

/** The same where words may end otherwise. */
export function wordsBegun(world: World, list: string, text: string): string | undefined {
  return held.wordsBegun(entriesOf(world, list), text);
}

function entriesOf({ landlord, phrases }: World, list: string): readonly string[] {
  return landlord.languages.flatMap((tag) => phrases.words(list, tag));
}
