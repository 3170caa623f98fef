import { expect } from 'chai';

// A pattern that looks at each pair of 20,000 characters takes a second or more of processor time; one that looks at each
// character takes some milliseconds. In between lies a machine that is busy, or code that counts its coverage.
const runawayMs = 500;
const rounds = 4;

/** Fails if not one of a few runs of `run` stays under half a second of this process's own time: for what reads 20,000 characters. */
export function expectNoRunaway(what: string, run: (round: number) => unknown): void {
  let leastMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && leastMs >= runawayMs; round += 1) {
    const before = process.cpuUsage().user;
    run(round);
    leastMs = Math.min(leastMs, (process.cpuUsage().user - before) / 1000);
  }
  expect(leastMs, `${what}, milliseconds`).to.be.below(runawayMs);
}
