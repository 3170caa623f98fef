// Waiting that can be cut short: when the line is back, or the tenant looks at the page again, nobody waits out a back-off.

export class Nap {
  private end: () => void = () => {};

  /** Resolves after `ms`, or at the next wake. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  wake(): void {
    this.end();
  }
}

/** 0.5 s, 1 s, 2 s … 30 s, each somewhere between half and the whole, so that a thousand widgets do not come back at once. */
export function backOffMs(failures: number): number {
  const whole = Math.min(30_000, 500 * 2 ** Math.min(failures, 7));
  return whole / 2 + Math.random() * (whole / 2);
}
