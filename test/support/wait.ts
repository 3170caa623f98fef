// Waiting in tests: for a time, or until something is so.

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Looks again and again until `look` gives something; what it throws meanwhile counts as "not yet".
 *
 * @param what finishes "… within", for the error when the time is over
 */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | undefined>,
  { withinMs = 60_000, everyMs = 50 } = {},
): Promise<Found> {
  const end = performance.now() + withinMs;
  let last: unknown;
  for (;;) {
    try {
      const found = await look();
      if (found !== undefined) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`${what} within ${withinMs / 1_000} s: it did not`, { cause: last });
    await pause(everyMs);
  }
}
