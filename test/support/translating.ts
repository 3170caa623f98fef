// The service with Cloud Translation switched on, which is our own endpoint, and its first agent.

import { type Agent, signIn } from './agent.ts';
import { openHours } from './desk-service.ts';
import { type Service, startService } from './service.ts';
import { openTranslateApi, type TranslateApi } from './translate-api.ts';

export interface Translating {
  readonly api: TranslateApi;
  readonly service: Service;
  readonly agent: Agent;
  end(): Promise<void>;
}

export async function startTranslating(): Promise<Translating> {
  const api = await openTranslateApi();
  const service = await startService({
    CLOCK: openHours,
    TRANSLATION: 'google',
    GOOGLE_CLOUD_PROJECT: 'a-landlord',
    GOOGLE_TRANSLATE_URL: api.url,
  });
  return {
    api,
    service,
    agent: await signIn(service),
    async end() {
      await service.end();
      await api.close();
    },
  };
}
