// Limits counted across instances; while Redis is away each process counts for itself.

import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { type Redis, within } from './connection.ts';

/** As `RateLimit` in channels/channel.ts; the limit as in memory/rate-limit.ts. */
export function createRedisRateLimit(
  redis: Redis,
  limit: { readonly name: string; readonly points: number; readonly perSeconds: number },
) {
  const options = { keyPrefix: `doorstep:limit:${limit.name}`, points: limit.points, duration: limit.perSeconds };
  const own = new RateLimiterMemory(options);
  const shared = new RateLimiterRedis({
    ...options,
    storeClient: redis.client,
    useRedisPackage: true,
    rejectIfRedisNotReady: true,
  });
  return {
    take: async (
      key: string,
    ): Promise<{ readonly allowed: true } | { readonly allowed: false; readonly retryAfterMs: number }> => {
      const outcome = (await within(() => consume(shared, key))) ?? (await consume(own, key));
      return outcome.allowed ? { allowed: true } : { allowed: false, retryAfterMs: outcome.retryAfterMs };
    },
  };
}

/** A refusal is thrown by the library, and so is a Redis that is away: only the first is an outcome. */
async function consume(limiter: RateLimiterMemory | RateLimiterRedis, key: string) {
  try {
    await limiter.consume(key);
    return { allowed: true as const };
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    return { allowed: false as const, retryAfterMs: thrown.msBeforeNext };
  }
}
