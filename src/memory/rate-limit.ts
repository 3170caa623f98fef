// Limits counted in this process.

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface Limit {
  /** Keeps limits apart from each other. */
  readonly name: string;
  readonly points: number;
  readonly perSeconds: number;
}

/** As `RateLimit` in channels/channel.ts. */
export interface Taking {
  take(key: string): Promise<{ readonly allowed: true } | { readonly allowed: false; readonly retryAfterMs: number }>;
}

export function createMemoryRateLimit(limit: Limit): Taking {
  const limiter = new RateLimiterMemory({ keyPrefix: limit.name, points: limit.points, duration: limit.perSeconds });
  return {
    take: async (key) => {
      try {
        await limiter.consume(key);
        return { allowed: true };
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return { allowed: false, retryAfterMs: refused.msBeforeNext };
      }
    },
  };
}
