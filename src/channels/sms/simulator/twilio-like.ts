// A local endpoint with the shape of Twilio's Messages API: what the phone talks through while no Twilio account is set, and what
// tests send to. It keeps texts in memory, calls status callbacks, and can be told to fail in the ways in which Twilio does.

import { type Request, type RequestHandler, type Response, Router, urlencoded } from 'express';
import { callWebhook } from './call-webhook.ts';
import { type BookedText, MessageBook } from './message-book.ts';
import { listTexts, toResource } from './resource.ts';

/** What may go wrong with the next text that is handed over. `drop-after-accept`: it is taken, and the answer never arrives. */
type Fault =
  | { readonly is: 'answer'; readonly status: number; readonly code: number }
  | { readonly is: 'slow'; readonly ms: number }
  | { readonly is: 'drop-before-accept' }
  | { readonly is: 'drop-after-accept' };

export interface TwilioLikeOptions {
  readonly accountSid: string;
  readonly authToken: string;
  /** Where a public address can be reached from here; absent: as it is. */
  readonly reach?: ((url: string) => string) | undefined;
  readonly now?: (() => Date) | undefined;
  /** Between one status and the next; absent: 200. Infinity: none are sent. */
  readonly statusDelayMs?: number | undefined;
}

export interface TwilioLike {
  /** Mount it where the client's base address points. */
  readonly router: Router;
  readonly book: MessageBook;
  /** Happens to the next texts handed over, one each, in order. */
  readonly faults: Fault[];
  /** A text from a phone: booked, then posted to the webhook; with 5xx or no answer it is tried twice more, as with `#rc=2&rp=all`. */
  receive(text: {
    readonly from: string;
    readonly to: string;
    readonly body: string;
    readonly webhook: string;
  }): Promise<{
    readonly sid: string;
    readonly status: number | undefined;
  }>;
  close(): void;
}

export function createTwilioLike(options: TwilioLikeOptions): TwilioLike {
  const book = new MessageBook(options.now ?? (() => new Date()));
  const faults: Fault[] = [];
  const stop = new AbortController();
  const router = Router();
  const messages = '/2010-04-01/Accounts/:account/Messages';
  router.use(authenticate(options));
  router.post(
    `${messages}.json`,
    urlencoded({ extended: false, limit: '64kb' }),
    take({ book, faults, options, stop }),
  );
  router.get(`${messages}.json`, (request, response) => {
    response.json(listTexts(book.all(), options.accountSid, request));
  });
  router.get(`${messages}/:sid.json`, (request, response) => {
    const text = book.find(request.params.sid);
    if (text === undefined) refuse(response, 404, 20404);
    else response.json(toResource(text, options.accountSid));
  });
  return { router, book, faults, receive: (text) => receive(book, options, text), close: () => stop.abort() };
}

function authenticate(options: TwilioLikeOptions): RequestHandler {
  const expected = `Basic ${Buffer.from(`${options.accountSid}:${options.authToken}`).toString('base64')}`;
  return (request, response, next) => {
    if (request.headers.authorization === expected) next();
    else refuse(response, 401, 20003);
  };
}

interface Taking {
  readonly book: MessageBook;
  readonly faults: Fault[];
  readonly options: TwilioLikeOptions;
  readonly stop: AbortController;
}

function take(taking: Taking): RequestHandler {
  return async (request, response) => {
    const fault = taking.faults.shift();
    if (fault?.is === 'answer') return refuse(response, fault.status, fault.code);
    if (fault?.is === 'drop-before-accept') return void request.socket.destroy();
    const wrong = faultOf(request);
    if (wrong !== undefined) return refuse(response, 400, wrong);
    const text = accept(taking, request.body);
    if (fault?.is === 'drop-after-accept') return void request.socket.destroy();
    if (fault?.is === 'slow') await wait(fault.ms, taking.stop.signal);
    response.status(201).json(toResource(text, taking.options.accountSid));
  };
}

function accept(taking: Taking, form: Readonly<Record<string, string>>): BookedText {
  const {
    To: to = '',
    From: from = '',
    Body: body = '',
    MessagingServiceSid: service,
    StatusCallback: callback,
  } = form;
  const text = taking.book.add({
    direction: 'outbound-api',
    to,
    from,
    messagingServiceSid: service ?? null,
    body,
    status: service === undefined ? 'queued' : 'accepted',
  });
  if (callback !== undefined) void carry(taking, text, callback);
  return text;
}

/** Codes of https://www.twilio.com/docs/api/errors for what a text lacks. */
function faultOf(request: Request): number | undefined {
  const { To: to, From: from, Body: body, MessagingServiceSid: service } = request.body ?? {};
  if (typeof to !== 'string' || to === '') return 21604;
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return 21211;
  if (typeof from !== 'string' && typeof service !== 'string') return 21603;
  if (typeof body !== 'string' || body === '') return 21602;
  return body.length > 1_600 ? 21617 : undefined;
}

function refuse(response: Response, status: number, code: number): void {
  response.status(status).json({
    code,
    message: `The simulated network refused this with error ${code}.`,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  });
}

/** The way of a text that arrives, told step by step. */
async function carry(taking: Taking, text: BookedText, callback: string): Promise<void> {
  const { options, book, stop } = taking;
  for (const status of ['queued', 'sent', 'delivered']) {
    if (!(await wait(options.statusDelayMs ?? 200, stop.signal))) return;
    book.move(text.sid, status);
    const form = {
      AccountSid: options.accountSid,
      ApiVersion: '2010-04-01',
      From: text.from,
      MessageSid: text.sid,
      MessageStatus: status,
      SmsSid: text.sid,
      SmsStatus: status,
      To: text.to,
    };
    await callWebhook({ url: callback, authToken: options.authToken, form, reach: options.reach ?? ((url) => url) });
  }
}

async function receive(
  book: MessageBook,
  options: TwilioLikeOptions,
  text: Parameters<TwilioLike['receive']>[0],
): Promise<{ sid: string; status: number | undefined }> {
  const { from, to, body, webhook } = text;
  const booked = book.add({ direction: 'inbound', from, to, body, messagingServiceSid: null, status: 'received' });
  const form = {
    AccountSid: options.accountSid,
    ApiVersion: '2010-04-01',
    Body: body,
    From: from,
    MessageSid: booked.sid,
    NumMedia: '0',
    NumSegments: String(booked.segments),
    SmsMessageSid: booked.sid,
    SmsSid: booked.sid,
    SmsStatus: 'received',
    To: to,
  };
  let status: number | undefined;
  for (const pauseMs of [0, 250, 1_000]) {
    await wait(pauseMs);
    status = await callWebhook({
      url: webhook,
      authToken: options.authToken,
      form,
      reach: options.reach ?? ((url) => url),
    });
    if (status !== undefined && status < 500) break;
  }
  return { sid: booked.sid, status };
}

/** @returns false when it was stopped, or would never end */
async function wait(ms: number, signal?: AbortSignal): Promise<boolean> {
  if (!Number.isFinite(ms)) return false;
  if (signal?.aborted) return false;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
  return signal?.aborted !== true;
}
