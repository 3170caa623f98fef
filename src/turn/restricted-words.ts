// Whether words tell of what only its own team reads, and which part of them does.

import type { World } from './world.ts';

const clauseEnds = /(?<=[.!?;\n])\s+|,\s+|\s+(?:and|but|ac|a|ond|i|oraz|ale)\s+/u;

/** The parts of what was written, each of which may be of a matter of its own. */
export function clausesOf(text: string): readonly string[] {
  return text.split(clauseEnds);
}

/** Whether words tell of danger that is for its own team alone. */
export function tellsOfRestricted(world: Pick<World, 'danger' | 'playbook'>, text: string): boolean {
  return world.danger.find(text).some((each) => world.playbook.get(each)?.restricted);
}
