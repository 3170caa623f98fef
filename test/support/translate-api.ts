// Cloud Translation's REST API (v3, `translateText`) and LibreTranslate's on this machine: they translate by putting the language in
// front, or do whatever the test tells them to, and keep what they were asked.

import express, { type Response } from 'express';
import { openServer } from './open-server.ts';

export interface AskedTexts {
  readonly texts: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string | undefined;
}

export interface TranslateApi {
  readonly url: string;
  readonly asked: AskedTexts[];
  /** How texts are translated from now on. */
  translates(by: (text: string, to: string) => string): void;
  /** From now on the service does this instead; undefined: it translates again. */
  does(answer: ((response: Response) => void) | undefined): void;
  close(): Promise<void>;
}

/** The shapes of real refusals: https://cloud.google.com/apis/design/errors and LibreTranslate's own. */
export const refusals = {
  google: {
    quota: (response: Response) =>
      void response.status(429).json({ error: { code: 429, message: 'Quota exceeded', status: 'RESOURCE_EXHAUSTED' } }),
    away: (response: Response) =>
      void response.status(503).json({ error: { code: 503, message: 'Try again', status: 'UNAVAILABLE' } }),
    unknownLanguage: (response: Response) =>
      void response
        .status(400)
        .json({ error: { code: 400, message: 'Target language is invalid.', status: 'INVALID_ARGUMENT' } }),
  },
  libre: {
    quota: (response: Response) => void response.status(429).json({ error: 'Slowdown: 20 per 1 minute' }),
    away: (response: Response) => void response.status(503).send('Service Unavailable'),
    unknownLanguage: (response: Response) => void response.status(400).json({ error: 'xx is not supported' }),
  },
} as const;

export async function openTranslateApi(): Promise<TranslateApi> {
  const asked: AskedTexts[] = [];
  let by = (text: string, to: string) => `${to}: ${text}`;
  let instead: ((response: Response) => void) | undefined;
  const app = express();
  app.use(express.json());
  app.post(/^\/v3\/projects\/[\w-]+\/locations\/[\w-]+:translateText$/, ({ body, headers }, response) => {
    const { contents: texts, sourceLanguageCode: from, targetLanguageCode: to, glossaryConfig } = body;
    asked.push({ texts, from, to, body, authorization: headers.authorization });
    if (instead !== undefined) return instead(response);
    const translations = (texts as string[]).map((text) => ({ translatedText: by(text, to) }));
    response.json({ translations, ...(glossaryConfig && { glossaryTranslations: translations }) });
  });
  app.post('/translate', ({ body, headers }, response) => {
    const { q: texts, source: from, target: to } = body;
    asked.push({ texts, from, to, body, authorization: headers.authorization });
    if (instead !== undefined) return instead(response);
    response.json({ translatedText: (texts as string[]).map((text) => by(text, to)) });
  });
  const server = await openServer(app);
  return {
    url: server.url,
    asked,
    translates(next) {
      by = next;
    },
    does(next) {
      instead = next;
    },
    close: server.close,
  };
}
