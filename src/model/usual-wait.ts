// How long somebody is likely to wait for an agent, told from how long others waited of late: the middle one, in minutes, rounded up so
// that it is no promise that is broken by a little.

/** Fewer tell nothing. */
const fewest = 5;

/** @param seconds how long each of those waited who were answered last */
export function usualWait(seconds: readonly number[]): number | undefined {
  if (seconds.length < fewest) return undefined;
  const sorted = seconds.toSorted((one, other) => one - other);
  const minutes = (sorted[Math.floor(sorted.length / 2)] ?? 0) / 60;
  const step = minutes <= 5 ? 1 : minutes <= 30 ? 5 : 10;
  return Math.max(1, Math.ceil(minutes / step) * step);
}
