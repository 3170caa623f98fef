// Notices between instances over Redis publish and subscribe: one channel per topic, so an instance hears only of what
// somebody watches there. Structure as `Relay` in memory/bus.ts.

import type { Redis } from './connection.ts';

const prefix = 'doorstep:notice:';

export interface RedisRelay {
  send(topic: string, notice: string): void;
  listen(topic: string, hear: (notice: string) => void): { readonly ready: Promise<void>; stop(): void };
  isUp(): boolean;
  onUp(heard: () => void): void;
}

export function createRelay(redis: Redis): RedisRelay {
  // Instances hear their own notices too; each ignores what it sent itself.
  const instance = crypto.randomUUID().slice(0, 8);
  return {
    send: (topic, notice) => {
      if (!redis.client.isReady) return;
      redis.client.publish(prefix + topic, `${instance} ${notice}`).catch(() => undefined);
    },
    listen: (topic, hear) => {
      const listener = (message: string) => {
        if (!message.startsWith(`${instance} `)) hear(message.slice(instance.length + 1));
      };
      const ready = redis.subscriber.subscribe(prefix + topic, listener).then(() => undefined);
      ready.catch(() => undefined);
      return {
        ready,
        stop: () => {
          redis.subscriber.unsubscribe(prefix + topic, listener).catch(() => undefined);
        },
      };
    },
    isUp: () => redis.state() === 'up',
    onUp: (heard) => redis.onUp(heard),
  };
}
