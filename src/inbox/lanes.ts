// A queue per conversation: jobs of one key run one after the other, jobs of different keys side by side, a bounded number of
// them at once.

export interface Lanes {
  /** Runs when all earlier jobs of the key are done and there is room. Rejects as the job does; later jobs go on all the same. */
  run<Result>(key: string, job: () => Promise<Result>): Promise<Result>;
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>;
  /** Keys that have a job queued or running. */
  readonly size: number;
}

/** @param most jobs at once */
export function createLanes(most: number): Lanes {
  const last = new Map<string, Promise<unknown>>();
  const blocked: (() => void)[] = [];
  const waitingForIdle: (() => void)[] = [];
  let running = 0;

  const enter = async () => {
    if (running < most) running += 1;
    else await new Promise<void>((go) => blocked.push(go));
  };
  const leave = () => {
    const next = blocked.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  const finish = (key: string, own: Promise<unknown>) => {
    if (last.get(key) === own) last.delete(key);
    if (last.size > 0) return;
    for (const tell of waitingForIdle.splice(0)) tell();
  };

  return {
    run: (key, job) => {
      const before = last.get(key);
      const own = (async () => {
        await before;
        await enter();
        try {
          return await job();
        } finally {
          leave();
        }
      })();
      const settled: Promise<unknown> = own.then(
        () => finish(key, settled),
        () => finish(key, settled),
      );
      last.set(key, settled);
      return own;
    },
    idle: () => (last.size === 0 ? Promise.resolve() : new Promise((resolve) => waitingForIdle.push(resolve))),
    get size() {
      return last.size;
    },
  };
}
