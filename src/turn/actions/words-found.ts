// Words anywhere in what somebody wrote, from the lists in `locales/*/words.yaml`, in whichever of our languages.

import * as held from '../../model/said/words-held.ts';
import { inAnyLanguage } from '../any-language.ts';
import type { World } from '../world.ts';

export function wordsFound(world: World, list: string, text: string): string | undefined {
  return held.wordsHeld(inAnyLanguage(world)(list), text);
}

/** The same where words may end otherwise. */
export function wordsBegun(world: World, list: string, text: string): string | undefined {
  return held.wordsBegun(inAnyLanguage(world)(list), text);
}
