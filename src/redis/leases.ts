// Leases across instances: one hash per name, each field with its own end. What this process renewed itself it also knows when
// Redis is away.

import { type Redis, within } from './connection.ts';

interface Lease<Value> {
  readonly value: Value;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

const clearAfterMs = 60_000;

/** Structure as `Leases` in memory/leases.ts. */
export function createRedisLeases<Value>(redis: Redis, name: string) {
  const hash = `doorstep:leases:${name}`;
  const own = new Map<string, Lease<Value>>();
  return {
    renew: async (key: string, value: Value, forMs: number): Promise<void> => {
      const lease = { value, until: Date.now() + forMs };
      own.set(key, lease);
      await within(() => redis.client.hSet(hash, key, JSON.stringify(lease)));
    },
    end: async (key: string): Promise<void> => {
      own.delete(key);
      await within(() => redis.client.hDel(hash, key));
    },
    all: async (): Promise<ReadonlyMap<string, Value>> => {
      const shared = await within(() => redis.client.hGetAll(hash));
      const leases = shared === undefined ? own : parse<Value>(shared);
      const now = Date.now();
      // Clocks of instances differ a little: only what ended well before is cleared away.
      const over = [...leases].filter(([, { until }]) => until <= now - clearAfterMs).map(([key]) => key);
      for (const key of over) own.delete(key);
      if (shared !== undefined && over.length > 0) await within(() => redis.client.hDel(hash, over));
      return new Map([...leases].flatMap(([key, { value, until }]) => (until > now ? [[key, value] as const] : [])));
    },
  };
}

function parse<Value>(fields: Readonly<Record<string, string>>): Map<string, Lease<Value>> {
  return new Map(Object.entries(fields).map(([key, json]) => [key, JSON.parse(json) as Lease<Value>]));
}
