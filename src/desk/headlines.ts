// The two headline figures as an agent reads them. Restricted matters of other teams are in neither side of them, and a number so small
// that it could be told who it was is none.

import { fewest } from '../model/few.ts';

interface Of {
  readonly enquiry: string;
  readonly channel: string;
}

interface Caused {
  readonly since: string;
  readonly rows: readonly (Of & { readonly cause: string | null; readonly count: number })[];
}

interface Solved {
  readonly since: string;
  readonly until: string;
  readonly rows: readonly (Of & { readonly counted: number; readonly solved: number })[];
}

type MayRead = (enquiry: string) => boolean;

export function avoidableContact({ since, rows }: Caused, mayRead: MayRead) {
  const read = rows.filter(({ enquiry }) => mayRead(enquiry));
  const caused = read.filter(({ cause }) => cause !== null);
  const [all, avoidable] = [sumOf(read), sumOf(caused)];
  return {
    since,
    enquiries: all,
    avoidable,
    share: shareOf(avoidable, all),
    causes: [...Map.groupBy(caused, ({ cause }) => cause ?? '')].map(([cause, some]) => ({
      cause,
      ...told(sumOf(some)),
    })),
    topics: [...Map.groupBy(read, ({ enquiry, channel }) => `${enquiry} ${channel}`)].map(([name, some]) => {
      const [enquiry = '', channel = ''] = name.split(' ');
      return { enquiry, channel, enquiries: sumOf(some), ...told(sumOf(some.filter(({ cause }) => cause !== null))) };
    }),
  };
}

export function firstContact({ since, until, rows }: Solved, mayRead: MayRead) {
  const topics = rows.filter(({ enquiry }) => mayRead(enquiry));
  const counted = topics.reduce((sum, each) => sum + each.counted, 0);
  const solved = topics.reduce((sum, each) => sum + each.solved, 0);
  return { since, until, counted, solved, share: shareOf(solved, counted), topics };
}

/** None of nothing; else in thousandths. */
function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1_000) / 1_000;
}

function sumOf(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

function told(count: number): { readonly count: number | null; readonly fewerThan?: number } {
  return count > 0 && count < fewest ? { count: null, fewerThan: fewest } : { count };
}
