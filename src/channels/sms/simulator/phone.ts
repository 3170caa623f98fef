// A phone on a web page, for trying the text channel with no account and no cost. What is sent from it is signed and posted to our
// own webhook over HTTP; what we send goes through the Twilio-shaped endpoint. Both are the way that real texts take.

import { json, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { Problem } from '../../../http/problem.ts';
import type { Logger } from '../../../log.ts';
import type { TwilioAccount } from '../ports.ts';
import type { BookedText } from './message-book.ts';
import { createTwilioLike, type TwilioLike } from './twilio-like.ts';

export interface PhoneOptions {
  readonly authToken: string;
  /** Where this process answers, e.g. `http://127.0.0.1:3978`; asked for when first needed, as the port may be chosen late. */
  readonly localUrl: () => string;
  readonly publicUrl: string;
  /** Whose phone it may be, shown in a list. Numbers in E.164. */
  readonly people: () => Promise<readonly { readonly name: string; readonly number: string }[]>;
  readonly log: Logger;
  readonly now: () => Date;
}

export interface Phone {
  readonly router: Router;
  readonly account: TwilioAccount;
  readonly network: TwilioLike;
  apiUrl(): string;
  close(): void;
}

/** Both are ours alone: the SID is no account of Twilio's, the number is one of those that Ofcom keeps for drama. */
export const simulatorSid = 'ACd00757e9d00757e9d00757e9d00757e9';
export const simulatorNumber = '+447700900000';

const assets = new URL('../../../../web/phone/', import.meta.url).pathname;
const contentSecurity =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'self'";

/** Ofcom's numbers for drama: no message can reach a real person from here. */
const drama = /^\+44(7700900|1632960)\d{3}$/;
const Sent = z.object({
  from: z
    .string()
    .regex(drama)
    .refine((number) => number !== simulatorNumber),
  text: z.string().trim().min(1).max(1_600),
});

export function createPhone(options: PhoneOptions): Phone {
  const { authToken, localUrl, publicUrl } = options;
  const base = publicUrl.replace(/\/$/, '');
  const reach = (url: string) => (url.startsWith(base) ? localUrl() + url.slice(base.length) : url);
  const network = createTwilioLike({ accountSid: simulatorSid, authToken, reach, now: options.now });
  const streams = new Set<() => void>();
  const router = Router();
  router.use('/twilio', network.router);
  router.use(secure);
  router.get('/', (_request, response) => response.sendFile('phone.html', { root: assets }));
  router.get('/phone.js', (_request, response) => response.sendFile('phone.js', { root: assets }));
  router.get('/phone.css', (_request, response) => response.sendFile('phone.css', { root: assets }));
  router.get('/people', async (_request, response) => {
    response.json({ ours: simulatorNumber, people: await options.people() });
  });
  router.get('/messages', (request, response) => {
    response.json({ messages: network.book.thread(numberIn(request.query.number)).map(shown) });
  });
  router.get('/stream', stream(network, streams));
  router.post('/messages', json({ limit: '16kb' }), send(network, `${base}/twilio/sms`));
  const account = { sid: simulatorSid, authToken, from: simulatorNumber };
  const close = () => {
    network.close();
    for (const end of streams) end();
  };
  return { router, account, network, apiUrl: () => `${localUrl()}/phone/twilio`, close };
}

const secure: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': contentSecurity,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  });
  next();
};

function numberIn(value: unknown): string {
  if (typeof value === 'string' && drama.test(value)) return value;
  throw new Problem(400, 'bad-number', {
    title: 'The simulated phone has a number from 07700 900000 to 07700 900999, written as +447700900123.',
  });
}

function shown(text: BookedText): Record<string, unknown> {
  const { sid, direction, body, segments, status, createdAt } = text;
  return { sid, mine: direction === 'inbound', body, segments, status, at: createdAt.toISOString() };
}

function send(network: TwilioLike, webhook: string): RequestHandler {
  return async (request, response) => {
    const sent = Sent.safeParse(request.body);
    if (!sent.success) {
      throw new Problem(400, 'bad-text', {
        title: 'A text needs a simulated number as `from` and 1 to 1,600 characters.',
      });
    }
    const { from, text } = sent.data;
    const { sid, status } = await network.receive({ from, to: simulatorNumber, body: text, webhook });
    if (status !== 200) {
      network.book.move(sid, 'failed');
      throw new Problem(502, 'not-delivered', { title: 'The service did not take the text. Please send it again.' });
    }
    response.status(201).json({ sid });
  };
}

const heartbeatMs = 20_000;
const mostStreams = 200;

function stream(network: TwilioLike, streams: Set<() => void>): RequestHandler {
  return (request, response) => {
    const number = numberIn(request.query.number);
    if (streams.size >= mostStreams) throw new Problem(503, 'too-many-phones', { title: 'Too many phones are open.' });
    response.status(200).set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
    response.write('retry: 2000\n\n');
    const stopWatching = network.book.watch((text) => {
      if (text.to === number || text.from === number) response.write(`data: ${JSON.stringify(shown(text))}\n\n`);
    });
    const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs);
    const end = () => {
      clearInterval(heartbeat);
      stopWatching();
      streams.delete(end);
      response.end();
    };
    streams.add(end);
    response.on('close', end);
  };
}
