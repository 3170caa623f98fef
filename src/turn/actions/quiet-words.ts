// "My husband hit me and I can smell gas" is two matters: whoever comes for the gas reads nothing of the other, which is its own team's.

import type { ActionInput } from '../action.ts';

const clauseEnds = /(?<=[.!?;\n])\s+|,\s+|\s+(?:and|but|ac|a|ond|i|oraz|ale)\s+/u;

/** The clauses that tell of nothing restricted; all of the text where none does. */
export function withoutRestricted(input: ActionInput, text: string): string {
  if (!tellsOfRestricted(input, text)) return text;
  const kept = text.split(clauseEnds).filter((clause) => !tellsOfRestricted(input, clause));
  const rest = kept.join(' ').trim();
  return tellsOfRestricted(input, rest) ? '' : rest;
}

function tellsOfRestricted({ world }: ActionInput, text: string): boolean {
  return world.danger.find(text).some((each) => world.playbook.get(each)?.restricted);
}
