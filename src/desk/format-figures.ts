// Formats that people need beside those that were sent, by format and language. A number of so few that somebody could be told apart is none.

import { fewest } from '../model/few.ts';

export interface FormatCount {
  readonly format: string;
  /** BCP 47. */
  readonly language: string;
  readonly count: number;
}

const figures = ['needed', 'madeAtOnce', 'byPeople'] as const;
type Figure = (typeof figures)[number];

/** @param counts those of a housing system elsewhere are missing: a nought would say that there are none */
export function formatFigures(counts: Partial<Record<Figure, readonly FormatCount[]>>) {
  const told = figures.filter((figure) => counts[figure] !== undefined);
  const keys = new Set(told.flatMap((figure) => (counts[figure] ?? []).map(keyOf)));
  return [...keys].toSorted().map((key) => {
    const [format = '', language = ''] = key.split(' ');
    const values = told.map((figure) => [
      figure,
      shown(counts[figure]?.find((each) => keyOf(each) === key)?.count ?? 0),
    ]);
    return { format, language, ...Object.fromEntries(values), fewerThan: fewest };
  });
}

const keyOf = ({ format, language }: FormatCount): string => `${format} ${language}`;

/** Null from one to four. */
function shown(count: number): number | null {
  return count > 0 && count < fewest ? null : count;
}
