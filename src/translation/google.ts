// Cloud Translation v3 through Google's own client, over REST: its gRPC would cost forty megabytes and gain nothing here.
// https://cloud.google.com/translate/docs/reference/rest/v3/projects.locations/translateText

import { z } from 'zod';
import type { OutsideCode } from '../model/outside-error.ts';
import { type Engine, engineError } from './engine.ts';

export interface GoogleAccount {
  readonly project: string;
  /** The service account's key file; without one the client looks where Google's clients look. */
  readonly keyFile?: string | undefined;
  /** Another address of the same API, which is asked without credentials when there is no key file. */
  readonly url?: string | undefined;
  /** Name of a glossary of the project, in `us-central1`, where they have to be. */
  readonly glossary?: string | undefined;
}

/** `pt` alone is Brazilian there, and the Punjabi of tenants here is written in Gurmukhi, which is their `pa`. */
const theirTags: Readonly<Record<string, string>> = { pt: 'pt-PT', zh: 'zh-CN' };

const Answer = z.array(z.object({ translatedText: z.string() }));

/** gRPC's numbers, which the client uses over REST as well: https://grpc.io/docs/guides/status-codes/ */
const codes: Readonly<Record<number, OutsideCode>> = {
  3: 'refused',
  4: 'timed-out',
  5: 'refused',
  7: 'refused',
  8: 'rate-limited',
  16: 'refused',
};

/** Loads the client, which takes most of a second: at the start, not while a tenant waits. */
export async function createGoogleEngine(account: GoogleAccount): Promise<Engine> {
  const { v3 } = (await import('@google-cloud/translate')).default;
  const client = new v3.TranslationServiceClient({
    fallback: 'rest',
    projectId: account.project,
    ...(account.keyFile !== undefined && { keyFilename: account.keyFile }),
    ...(account.url !== undefined && endpointOf(account.url)),
    ...(account.url !== undefined && account.keyFile === undefined && { authClient: await nobody() }),
  });
  const location = account.glossary === undefined ? 'global' : 'us-central1';
  const parent = `projects/${account.project}/locations/${location}`;
  const glossary = account.glossary && { glossary: `${parent}/glossaries/${account.glossary}`, ignoreCase: true };
  return {
    // The service takes 30,000 code points and advises 5,000: https://cloud.google.com/translate/quotas
    mostCharacters: 5_000,
    mostTexts: 128,
    async translate(texts, { from, to, limitMs }) {
      const request = {
        parent,
        contents: [...texts],
        mimeType: 'text/plain',
        sourceLanguageCode: theirTags[from] ?? from,
        targetLanguageCode: theirTags[to] ?? to,
        ...(glossary && { glossaryConfig: glossary }),
      };
      const [answer] = await client
        .translateText(request, { timeout: limitMs, maxRetries: 0 })
        .catch((error: unknown) => Promise.reject(asOutside(error)));
      const found = Answer.safeParse(glossary ? answer.glossaryTranslations : answer.translations);
      if (!found.success || found.data.length !== texts.length) throw engineError('nonsense');
      return found.data.map(({ translatedText }) => translatedText);
    },
  };
}

function endpointOf(url: string) {
  const { hostname, port, protocol } = new URL(url);
  const bare = protocol.replace(':', '');
  return { apiEndpoint: hostname, port: Number(port) || (bare === 'http' ? 80 : 443), protocol: bare };
}

/** A service of one's own asks for no credentials of Google's. */
async function nobody() {
  const { PassThroughClient } = await import('google-auth-library');
  return new PassThroughClient();
}

function asOutside(error: unknown) {
  const code = error !== null && typeof error === 'object' && 'code' in error ? Number(error.code) : Number.NaN;
  return engineError(codes[code] ?? 'unreachable', { cause: error });
}
