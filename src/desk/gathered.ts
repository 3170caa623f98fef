// Work that is asked for often and done once.

/** After work that took long, it rests so many times as long: however much is asked, most of the time is left to others. */
const restsTimes = 4;

/**
 * Once for all that was asked within `ms`, and for what is asked while it is done once more after it.
 *
 * @param work what it throws is not told: whoever asks often is soon asked again
 */
export function gathered(ms: number, work: () => Promise<void>): () => void {
  let planned = false;
  let isAt = false;
  let isAskedAgain = false;
  const run = async () => {
    [planned, isAt, isAskedAgain] = [false, true, false];
    const from = performance.now();
    await work().catch(() => undefined);
    isAt = false;
    if (isAskedAgain) plan(Math.max(ms, (performance.now() - from) * restsTimes));
  };
  const plan = (inMs: number) => {
    planned = true;
    setTimeout(() => void run(), inMs);
  };
  return () => {
    if (isAt) isAskedAgain = true;
    else if (!planned) plan(ms);
  };
}
