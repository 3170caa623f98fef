// Cloud Text-to-Speech's REST API on this machine: it hums for as long as there are words, or does what the test tells it to, and keeps
// what it was asked.

import express, { type Response } from 'express';
import { openServer } from './open-server.ts';

export interface SpeechApi {
  readonly url: string;
  readonly asked: { readonly input: unknown; readonly voice: unknown; readonly audioConfig: unknown }[];
  /** From now on the service does this instead; undefined: it hums again. */
  does(answer: ((response: Response) => void) | undefined): void;
  close(): Promise<void>;
}

/** As they are: https://cloud.google.com/apis/design/errors */
export const speechRefusals = {
  quota: (response: Response) =>
    void response.status(429).json({
      error: { code: 429, message: "Quota exceeded for quota metric 'Requests'", status: 'RESOURCE_EXHAUSTED' },
    }),
  away: (response: Response) =>
    void response
      .status(503)
      .json({ error: { code: 503, message: 'The service is currently unavailable.', status: 'UNAVAILABLE' } }),
  noVoice: (response: Response) =>
    void response
      .status(400)
      .json({ error: { code: 400, message: "Voice 'pl-PL' does not exist.", status: 'INVALID_ARGUMENT' } }),
  noRight: (response: Response) =>
    void response.status(403).json({
      error: {
        code: 403,
        message: 'Cloud Text-to-Speech API has not been used in project',
        status: 'PERMISSION_DENIED',
      },
    }),
  page: (response: Response) => void response.send('<html>Sign in to the network</html>'),
  noWav: (response: Response) => void response.json({ audioContent: Buffer.from('ID3 no wave').toString('base64') }),
  otherRate: (response: Response) => void response.json({ audioContent: hum(8_000, 8_000).toString('base64') }),
  empty: (response: Response) => void response.json({}),
  never: () => undefined,
} as const;

export async function openSpeechApi(): Promise<SpeechApi> {
  const asked: SpeechApi['asked'][number][] = [];
  let instead: ((response: Response) => void) | undefined;
  const app = express();
  app.use(express.json());
  app.post('/v1/text:synthesize', ({ body }, response) => {
    asked.push(body);
    if (instead !== undefined) return instead(response);
    const words = String(body.input.text).split(' ').length;
    response.json({ audioContent: hum(body.audioConfig.sampleRateHertz, words * 5_000).toString('base64') });
  });
  const server = await openServer(app);
  return {
    url: server.url,
    asked,
    does(next) {
      instead = next;
    },
    close: server.close,
  };
}

/** A WAV file as Google writes one, with a chunk before the samples that nobody asked for. */
function hum(rate: number, count: number): Buffer {
  const data = Buffer.alloc(count * 2);
  for (let at = 0; at < count; at += 1)
    data.writeInt16LE(Math.round(6_000 * Math.sin((at * 2 * Math.PI * 220) / rate)), at * 2);
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(1, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt32LE(rate * 2, 8);
  format.writeUInt16LE(2, 12);
  format.writeUInt16LE(16, 14);
  const chunks = [chunk('fmt ', format), chunk('LIST', Buffer.from('odd')), chunk('data', data)];
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks]));
}

function chunk(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(name), length, content, Buffer.alloc(content.length % 2)]);
}
