// Translations kept in Redis, for all instances. A Redis that is away has none.

import { type Cache, keptForMs } from '../translation/ports.ts';
import { type Redis, within } from './connection.ts';

const nameOf = (key: string) => `doorstep:translation:${key}`;

export function createRedisTranslations(redis: Redis): Cache {
  return {
    read: async (keys) => {
      if (keys.length === 0) return [];
      const found = await within(() => redis.client.mGet(keys.map(nameOf)));
      return keys.map((_, at) => found?.[at] ?? undefined);
    },
    write: async (entries) => {
      await within(() => {
        const all = redis.client.multi();
        for (const [key, text] of entries) all.set(nameOf(key), text, { expiration: { type: 'PX', value: keptForMs } });
        return all.exec();
      });
    },
    clear: async () => {
      await within(async () => {
        for await (const names of redis.client.scanIterator({ MATCH: nameOf('*'), COUNT: 500 }))
          if (names.length > 0) await redis.client.unlink(names);
      });
    },
  };
}
