// People with a characteristic beside people without it: of each answer to it, beside all those who gave another answer. Who would
// rather not say, or was not asked, is in neither of the two.

import { fewest, toldApart } from '../../model/few.ts';
import type { Cell } from './by-characteristic.ts';

const untold = ['not recorded', 'prefer not to say'];

/** @param figures of rows that may be told of; of undefined where they are too few */
export function comparedWithOthers<Row extends Cell, Figures extends object>(
  rows: readonly Row[],
  figures: (rows: readonly Row[] | undefined) => Figures,
) {
  const told = toldApart(rows, ({ characteristic }) => characteristic);
  const shown = (some: readonly Row[]) => figures(sumOf(some, ({ people }) => people) < fewest ? undefined : some);
  return rows.map((row) => {
    const { characteristic, value } = row;
    const isTold = told.has(row);
    const others = rows.filter(
      (each) => each.characteristic === characteristic && each.value !== value && !untold.includes(each.value),
    );
    const isCompared = isTold && !untold.includes(value);
    return { characteristic, value, ...shown(isTold ? [row] : []), others: shown(isCompared ? others : []) };
  });
}

export function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((all, row) => all + of(row), 0);
}

/** Null of nobody. */
export function percentOf<Row>(rows: readonly Row[], of: (row: Row) => number, whole: number): number | null {
  return whole === 0 ? null : Math.round((100 * sumOf(rows, of)) / whole);
}
