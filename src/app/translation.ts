// The translator that the landlord has switched on, with what it needs of others.

import type { Config } from '../config.ts';
import type { Content } from '../content/load-content.ts';
import type { Logger } from '../log.ts';
import { createMemoryTranslations } from '../memory/translations.ts';
import { localTime } from '../model/london-time.ts';
import type { Redis } from '../redis/connection.ts';
import { createRedisTranslations } from '../redis/translations.ts';
import type { Store } from '../store/database.ts';
import { createTranslationMeter } from '../store/translation-use.ts';
import { type CaseWriter, caseEnglishDelivery } from '../translation/case-english.ts';
import type { Engine } from '../translation/engine.ts';
import { createGoogleEngine } from '../translation/google.ts';
import { createLibreEngine } from '../translation/libre.ts';
import type { Cache } from '../translation/ports.ts';
import { createTranslator, type Ended } from '../translation/translator.ts';
import type { Housing } from '../turn/actions/housing.ts';
import type { Translator } from '../turn/translator.ts';

interface Around {
  readonly store: Pick<Store, 'run'>;
  readonly translations: Cache;
  readonly content: Pick<Content, 'landlord' | 'glossary'>;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly ended: (how: Ended, characters: number) => void;
}

/** Made in any case: an erasure empties it, also of what another instance put there. */
export function createTranslations(redis: Redis | undefined): Cache {
  return redis === undefined ? createMemoryTranslations() : createRedisTranslations(redis);
}

/** None unless it was switched on. */
export async function connectTranslator(
  { translation }: Config,
  { store, translations: cache, content: { landlord, glossary }, clock, log, ended }: Around,
): Promise<Translator | undefined> {
  const engine = await engineOf(translation);
  if (engine === undefined) return undefined;
  const month = () => localTime(clock(), landlord.timeZone).date.slice(0, 7);
  return createTranslator({
    engine,
    cache,
    meter: createTranslationMeter(store.run, { month, most: landlord.translation.charactersPerMonth }),
    logger: log,
    glossary,
    ended,
  });
}

async function engineOf({ kind, google, libre }: Config['translation']): Promise<Engine | undefined> {
  const { project = '', ...account } = google;
  if (kind === 'google') return createGoogleEngine({ project, ...account });
  if (kind === 'libretranslate') return createLibreEngine({ url: libre.url ?? '', apiKey: libre.apiKey });
  return undefined;
}

/** The outbox's own way to a translator: nobody waits for it there. */
export function caseEnglish({
  translator,
  housing: { deliver, reads },
  content: { landlord },
}: {
  readonly translator: Translator | undefined;
  readonly housing: { readonly deliver: CaseWriter; readonly reads: Pick<Housing, 'person'> };
  readonly content: Pick<Content, 'landlord'>;
}) {
  return caseEnglishDelivery({ translator, deliver, housing: reads, landlord: landlord.name });
}
