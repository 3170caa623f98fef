import type { Playbook } from './flow.ts';

/** What a conversation can be about, by name. A tenant can begin each by themselves: it has a name that they are offered it by. */
export function topicsOf(playbook: Playbook): readonly string[] {
  return [...playbook].flatMap(([name, { called }]) => (called || name.startsWith('talk.') ? [] : [name])).toSorted();
}
