// The connection to Redis, which may be away at any time: nothing waits for it and nothing fails with it.

import { createClient } from 'redis';
import type { Logger } from '../log.ts';

type Client = ReturnType<typeof createClient>;

export interface Redis {
  readonly client: Client;
  /** For subscriptions, which take a connection of their own. */
  readonly subscriber: Client;
  state(): 'up' | 'down';
  /** Called each time that both connections are back. */
  onUp(heard: () => void): void;
  close(): Promise<void>;
}

const firstConnectMs = 2_000;
/** A Redis that says nothing for that long, not even to a ping, is taken for away. */
const silenceMs = 6_000;
const pingMs = 2_000;

/** Resolves when Redis answers, or after two seconds without it: it is looked for from then on. */
export async function connectRedis(url: string, log: Logger): Promise<Redis> {
  const options = {
    url,
    pingInterval: pingMs,
    socket: {
      connectTimeout: firstConnectMs,
      socketTimeout: silenceMs,
      // Full jitter, two seconds at most: a Redis that comes back is found soon, and not by all at once.
      reconnectStrategy: (retries: number) => 50 + Math.random() * Math.min(2_000, 50 * 2 ** Math.min(retries, 10)),
    },
  };
  // Commands fail at once while it is away; subscriptions wait for its return.
  const client: Client = createClient({ ...options, disableOfflineQueue: true }) as Client;
  const subscriber: Client = createClient(options) as Client;
  const heard: (() => void)[] = [];
  let up = false;

  const look = () => {
    const now = client.isReady && subscriber.isReady;
    if (now === up) return;
    up = now;
    if (!up) return log.warn('Redis is away: this instance goes on by itself', { system: 'redis' });
    log.info('Redis is connected', { system: 'redis' });
    for (const tell of heard) tell();
  };
  for (const each of [client, subscriber]) {
    each.on('error', look);
    each.on('ready', look);
    each.on('reconnecting', look);
    each.on('end', look);
  }
  const connected = Promise.all([client.connect(), subscriber.connect()]).catch(() => undefined);
  await Promise.race([connected, new Promise((resolve) => setTimeout(resolve, firstConnectMs).unref())]);

  return {
    client,
    subscriber,
    state: () => (client.isReady && subscriber.isReady ? 'up' : 'down'),
    onUp: (tell) => heard.push(tell),
    close: async () => {
      for (const each of [client, subscriber]) each.removeAllListeners('end').removeAllListeners('ready');
      for (const each of [client, subscriber]) {
        if (each.isReady) await each.close().catch(() => undefined);
        else each.destroy();
      }
    },
  };
}

/** A command's result, or undefined when Redis is away, fails, or takes longer than somebody should wait for it. */
export async function within<Result>(command: () => Promise<Result>, limitMs = 300): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, limitMs, undefined);
  });
  try {
    return await Promise.race([command().catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
