// POST /twilio/sms: a tenant's text. Verified, saved once under its MessageSid, and only then acknowledged.

import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import { Problem } from '../../http/problem.ts';
import type { Logger } from '../../log.ts';
import type { Inbound } from '../../model/message.ts';
import { OutsideError } from '../../model/outside-error.ts';
import type { Inbox } from '../channel.ts';
import type { KeepAside } from './aside.ts';
import { conversationOf } from './conversation-id.ts';
import { findKeyword } from './keywords.ts';
import type { Count, TextsGo, TwilioAccount } from './ports.ts';
import { verify } from './signature.ts';

/** The fields that we use, of the thirty or so that Twilio sends. */
const IncomingText = z.object({
  MessageSid: z.string().regex(/^[A-Z]{2}[0-9a-f]{32}$/i),
  AccountSid: z.string(),
  From: z.string().min(1),
  To: z.string().min(1).max(50),
  Body: z.string().max(20_000).default(''),
  NumMedia: z.coerce.number().int().min(0).default(0),
  OptOutType: z.string().optional(),
});
type IncomingText = z.infer<typeof IncomingText>;

const e164 = /^\+[1-9]\d{6,14}$/;

/** Nothing is said in the answer itself: replies come from the outbox, in order, and survive us. */
const emptyTwiml = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

export interface Receiving {
  readonly publicUrl: string;
  readonly accounts: readonly TwilioAccount[];
  readonly inbox: Inbox;
  readonly lines: TextsGo;
  readonly keepAside: KeepAside;
  readonly count: Count;
  readonly log: Logger;
  readonly now: () => Date;
}

export function receiveText(options: Receiving): RequestHandler {
  return async (request, response) => {
    const verdict = verify(request, options.publicUrl, options.accounts);
    if (verdict.is === 'rejected') await turnAway(options, request, verdict.reason);
    const form = IncomingText.safeParse(request.body);
    if (!form.success) await refuseIncomplete(options, request);
    else await takeIn(options, request, form.data);
    response.status(200).type('text/xml').send(emptyTwiml);
  };
}

/** @throws Problem always */
export async function turnAway(
  about: Pick<Receiving, 'keepAside' | 'count'>,
  request: Request,
  reason: string,
): Promise<never> {
  about.count('rejected');
  await about.keepAside(request, reason);
  throw new Problem(403, 'not-twilio', { title: 'The request does not carry a valid Twilio signature.' });
}

async function refuseIncomplete(options: Receiving, request: Request): Promise<never> {
  options.count('rejected');
  await options.keepAside(request, 'incomplete');
  throw new Problem(400, 'incomplete', { title: 'The request lacks what a text message has.' });
}

async function takeIn(options: Receiving, request: Request, form: IncomingText): Promise<void> {
  const reason = unanswerable(form);
  if (reason !== undefined) {
    options.count('set-aside');
    await options.keepAside(request, reason);
    return;
  }
  if (form.NumMedia > 0) {
    options.count('media-ignored');
    options.log.info('A text came with media that this channel does not take', { count: form.NumMedia });
  }
  const accepted = await save(options, form);
  if (accepted === 'saved') options.count('received');
}

/** A short code or a name as sender cannot be answered, and our own number as sender would be a loop. */
function unanswerable(form: IncomingText): string | undefined {
  if (!e164.test(form.From)) return 'no-reply-possible';
  return form.From === form.To ? 'own-number' : undefined;
}

async function save(options: Receiving, form: IncomingText): Promise<'saved' | 'repeat'> {
  const receivedAt = options.now();
  try {
    const conversation = await options.lines.conversationOf(form.From, form.To, receivedAt);
    return (await options.inbox.accept(toInbound(form, conversation, receivedAt))).is;
  } catch (error) {
    if (error instanceof OutsideError) throw error;
    // Whatever the reason, Twilio must try again.
    options.log.error('A text could not be saved', { conversation: conversationOf(form.From, form.To) });
    throw new OutsideError('The text could not be saved', {
      system: 'store',
      code: 'unreachable',
      retryable: true,
      cause: error,
    });
  }
}

function toInbound(form: IncomingText, conversation: string, receivedAt: Date): Inbound {
  const text = storable(form.Body);
  const keyword = findKeyword(text, form.OptOutType);
  return {
    conversation,
    address: { channel: 'sms', number: form.From, ours: form.To, account: form.AccountSid },
    channelMessageId: form.MessageSid,
    kind: 'message',
    text,
    // The UK networks carry no pictures to these numbers; where one comes all the same, its link is Twilio's and is not kept.
    attachments: [],
    ...(keyword === undefined ? {} : { keyword }),
    receivedAt,
  };
}

/** PostgreSQL keeps neither a zero character nor half an emoji; each becomes the sign for "something stood here". */
function storable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed();
}
