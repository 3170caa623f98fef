// Figures of restricted matters for agents of other teams: one number a kind, and none where so few tell who it was.

import { fewest } from '../model/few.ts';

export interface Ended {
  readonly enquiry: string;
  readonly channel: string;
  readonly outcome: string;
  /** Null where it is fewer than `fewerThan`. */
  readonly count: number | null;
  readonly fewerThan?: number;
}

const all = 'all';

export function withoutFew(rows: readonly Ended[], mayRead: (enquiry: string) => boolean): readonly Ended[] {
  const sums = new Map<string, number>();
  for (const { enquiry, count } of rows)
    if (!mayRead(enquiry)) sums.set(enquiry, (sums.get(enquiry) ?? 0) + (count ?? 0));
  const folded = [...sums].map(([enquiry, count]): Ended => {
    const about = { enquiry, channel: all, outcome: all };
    return count < fewest ? { ...about, count: null, fewerThan: fewest } : { ...about, count };
  });
  return [...rows.filter(({ enquiry }) => mayRead(enquiry)), ...folded];
}
