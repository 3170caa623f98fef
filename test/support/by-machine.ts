// A conversation held by machine: the real turn, the real translator and Google's own client, against our endpoint, which knows the Spanish
// that these tests speak. Into Spanish it puts `es` before each line, so that every word of ours that went through it shows.

import { createMemoryTranslations } from '../../src/memory/translations.ts';
import { createGoogleEngine } from '../../src/translation/google.ts';
import type { Meter } from '../../src/translation/ports.ts';
import { createTranslator } from '../../src/translation/translator.ts';
import type { Translator } from '../../src/turn/translator.ts';
import { silentLog } from './silent-log.ts';
import { openTranslateApi, type TranslateApi } from './translate-api.ts';

/** What tenants write in these tests → its English. Digits come masked. */
const spanish: Readonly<Record<string, string>> = {
  'Hola, necesito ayuda con una cosa de mi casa': 'Hello, I need help with something in my home',
  'El grifo del baño gotea mucho desde el lunes': 'The bath tap will not stop dripping since Monday',
  'No tengo agua caliente desde ayer en la casa': 'I have had no hot water since yesterday at home',
  'Quiero informar de una avería en mi casa': 'I want to report a repair',
  'Quiero hacer una queja sobre el ascensor de nuestro edificio':
    'I want to make a complaint about the lift in our building',
  'El ascensor lleva tres semanas sin funcionar': 'The lift has not worked for three weeks',
  'no, gracias': 'no thanks',
  'prefiero no decirlo': 'skip',
  'por las mañanas siempre hay alguien': 'somebody is always in in the mornings',
  'Quiero hablar con una persona por favor': 'I want to talk to a person please',
};

export interface Machine {
  readonly api: TranslateApi;
  /** How long the turn was ready to wait, each time; undefined: as long as is usual. */
  readonly limits: (number | undefined)[];
  /** While true, it is waited for longer than the turn would, so that a busy machine fails no test. */
  patient: boolean;
  /** Fresh: nothing cached, no failure remembered. */
  translator(meter?: Partial<Meter>): Translator;
}

export async function openMachine(): Promise<Machine> {
  const api = await openTranslateApi();
  speakSpanish(api);
  const engine = await createGoogleEngine({ project: 'a-landlord', url: api.url });
  const machine: Machine = {
    api,
    limits: [],
    patient: true,
    translator: (meter = {}) => {
      const real = createTranslator({
        engine,
        cache: createMemoryTranslations(),
        meter: { spend: async () => true, left: async () => 1_000_000, ...meter },
        logger: silentLog,
        ended: () => {},
        limitMs: 600,
      });
      return {
        spent: real.spent,
        translate: (texts, { limitMs, ...asked }) => {
          machine.limits.push(limitMs);
          const mostMs = machine.patient ? 30_000 : limitMs;
          return real.translate(texts, { ...asked, ...(mostMs !== undefined && { limitMs: mostMs }) });
        },
      };
    },
  };
  return machine;
}

export function speakSpanish(api: TranslateApi): void {
  api.translates((text, to) => (to === 'en' ? (spanish[text] ?? text) : `${to} ${text}`));
}
