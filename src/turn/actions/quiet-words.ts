// "My husband hit me and I can smell gas" is two matters: whoever comes for the gas reads nothing of the other, which is its own team's.

import type { ActionInput } from '../action.ts';
import { clausesOf, tellsOfRestricted } from '../restricted-words.ts';

/** The clauses that tell of nothing restricted; all of the text where none does. */
export function withoutRestricted({ world }: ActionInput, text: string): string {
  if (!tellsOfRestricted(world, text)) return text;
  const kept = clausesOf(text).filter((clause) => !tellsOfRestricted(world, clause));
  const rest = kept.join(' ').trim();
  return tellsOfRestricted(world, rest) ? '' : rest;
}
