// Work that comes back: run, then a pause, then again; never two runs at once, and none after it was stopped.

/**
 * @param seconds between the end of one run and the start of the next
 * @param work never throws for something that may be tried again next time; what it throws is told to `failed`
 */
export function every(
  seconds: number,
  work: () => Promise<void>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let timer: NodeJS.Timeout;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const plan = () => {
    timer = setTimeout(() => {
      running = work()
        .catch(failed)
        .then(() => {
          if (!stopped) plan();
        });
    }, seconds * 1_000);
    timer.unref();
  };
  plan();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
