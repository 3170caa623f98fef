import { t } from '../words/t.ts';
import { sentence, spoken } from '../words.ts';
import type { Need } from './api.ts';

/** A need in one line, as an agent reads it first; with a date of today it says that it is to be asked about again. */
export function needLine({ kind, formats = [], adjustments = [], review, until }: Need, today?: string): string {
  const what = [...formats.map(spoken), ...adjustments];
  const name = sentence(spoken(kind));
  const line = what.length === 0 ? name : `${name}: ${what.join(', ')}`;
  const due = review ?? (until === 'long-term' ? undefined : until);
  if (today === undefined || due === undefined || due > today) return line;
  return t('{need} (ask again: due {day})', { need: line, day: due });
}
