// Figures of people without those so few that somebody could be told apart.

/** Fewer people than this could be told apart: nothing of them is counted. */
export const fewest = 5;

/**
 * The rows that may be told. Where the sum of a group is known, one hidden row alone could be worked out from the others, and so could
 * a few that are fewer than `fewest` together: the next smallest are hidden with them.
 *
 * @param groupOf rows of one group add up to a number that is told elsewhere
 */
export function toldApart<Row extends { readonly people: number }>(
  rows: readonly Row[],
  groupOf: (row: Row) => string,
): ReadonlySet<Row> {
  const told = new Set(rows);
  for (const group of Map.groupBy(rows, groupOf).values()) {
    const hidden: Row[] = [];
    const smallestFirst = group.toSorted((a, b) => a.people - b.people);
    for (const row of smallestFirst) {
      const known = hidden.reduce((sum, { people }) => sum + people, 0);
      const isAlone = hidden.length > 0 && (hidden.length < 2 || known < fewest);
      if (row.people >= fewest && !isAlone) break;
      hidden.push(row);
      told.delete(row);
    }
  }
  return told;
}
