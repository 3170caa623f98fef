// Leases in this process: values that are gone when nobody renews them. Presence is made of them.

export interface Leases<Value> {
  renew(key: string, value: Value, forMs: number): Promise<void>;
  end(key: string): Promise<void>;
  all(): Promise<ReadonlyMap<string, Value>>;
}

export function createMemoryLeases<Value>(): Leases<Value> {
  const leases = new Map<string, { readonly value: Value; readonly until: number }>();
  return {
    renew: async (key, value, forMs) => {
      leases.set(key, { value, until: Date.now() + forMs });
    },
    end: async (key) => {
      leases.delete(key);
    },
    all: async () => {
      const now = Date.now();
      for (const [key, { until }] of leases) {
        if (until <= now) leases.delete(key);
      }
      return new Map([...leases].map(([key, { value }]) => [key, value]));
    },
  };
}
