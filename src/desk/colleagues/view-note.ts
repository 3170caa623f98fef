// A note as agents read it.

import type { Note } from './ports.ts';

export function viewNote({ id, agent, text, at, mentions, asks }: Note) {
  return { id, agent, text, at: at.toISOString(), mentions, asks };
}
