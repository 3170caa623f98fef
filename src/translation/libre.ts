// A LibreTranslate of the landlord's own: words do not leave the house. https://docs.libretranslate.com/api/operations/translate/

import { z } from 'zod';
import { asJson } from '../http/as-json.ts';
import { fetchText } from '../http/fetch-text.ts';
import { type Engine, engineError } from './engine.ts';

export interface LibreAddress {
  readonly url: string;
  readonly apiKey?: string | undefined;
}

const Answer = z.object({ translatedText: z.array(z.string()) });

export function createLibreEngine({ url, apiKey }: LibreAddress): Engine {
  const address = `${url.replace(/\/+$/, '')}/translate`;
  return {
    mostCharacters: 5_000,
    mostTexts: 50,
    async translate(texts, { from, to, limitMs }) {
      const body = {
        q: texts,
        source: from,
        target: to,
        format: 'text',
        ...(apiKey !== undefined && { api_key: apiKey }),
      };
      const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
      const request = { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(limitMs) };
      const { response, text } = await fetchText(address, request, (code, cause) => engineError(code, { cause }));
      if (!response.ok) throw refusal(response.status);
      const found = Answer.safeParse(asJson(text));
      if (!found.success || found.data.translatedText.length !== texts.length) throw engineError('nonsense');
      return found.data.translatedText;
    },
  };
}

function refusal(status: number) {
  if (status === 429) return engineError('rate-limited');
  return engineError(status >= 500 ? 'unreachable' : 'refused');
}
