// Translations kept in this process: the oldest go first when there are too many, and all after a day.

import { type Cache, keptForMs } from '../translation/ports.ts';

const most = 5_000;

export function createMemoryTranslations(now: () => number = Date.now): Cache {
  const kept = new Map<string, { readonly text: string; readonly until: number }>();
  return {
    read: async (keys) =>
      keys.map((key) => {
        const found = kept.get(key);
        return found !== undefined && found.until > now() ? found.text : undefined;
      }),
    write: async (entries) => {
      for (const [key, text] of entries) {
        kept.delete(key);
        kept.set(key, { text, until: now() + keptForMs });
      }
      for (const [key, { until }] of kept) {
        if (kept.size <= most && until > now()) break;
        kept.delete(key);
      }
    },
    clear: async () => kept.clear(),
  };
}
