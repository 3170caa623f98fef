// POST /twilio/status: what became of a text that we sent. Callbacks overtake each other, so a status has a rank and never falls.

import type { RequestHandler } from 'express';
import { z } from 'zod';
import { Problem } from '../../http/problem.ts';
import type { Logger } from '../../log.ts';
import { OutsideError } from '../../model/outside-error.ts';
import type { KeepAside } from './aside.ts';
import { optedOutCode } from './client.ts';
import type { Count, SmsConsents, SmsDeliveries, TwilioAccount } from './ports.ts';
import { turnAway } from './receive.ts';
import { verify } from './signature.ts';

/** Order of https://www.twilio.com/docs/messaging/api/message-resource#message-status-values; the last four are final. */
const ranks: Readonly<Record<string, number>> = {
  accepted: 1,
  scheduled: 1,
  queued: 2,
  sending: 3,
  sent: 4,
  canceled: 5,
  failed: 5,
  undelivered: 5,
  delivered: 5,
  read: 6,
};

/** Of a status that we do not know yet: 0, so that it overwrites nothing. */
function rankOf(status: string): number {
  return ranks[status] ?? 0;
}

const Callback = z.object({
  MessageSid: z.string().regex(/^[A-Z]{2}[0-9a-f]{32}$/i),
  MessageStatus: z.string().min(1).max(40),
  ErrorCode: z.string().regex(/^\d+$/).optional().catch(undefined),
  To: z.string().optional(),
  // Twilio writes what we pay below zero.
  Price: z.coerce.number().transform(Math.abs).optional().catch(undefined),
  PriceUnit: z
    .string()
    .regex(/^[A-Za-z]{3}$/)
    .transform((unit) => unit.toUpperCase())
    .optional()
    .catch(undefined),
});
type Callback = z.infer<typeof Callback>;

export interface StatusTaking {
  readonly publicUrl: string;
  readonly accounts: readonly TwilioAccount[];
  readonly deliveries: SmsDeliveries;
  readonly consents: SmsConsents;
  readonly keepAside: KeepAside;
  readonly count: Count;
  readonly log: Logger;
  readonly now: () => Date;
}

export function receiveStatus(options: StatusTaking): RequestHandler {
  return async (request, response) => {
    const verdict = verify(request, options.publicUrl, options.accounts);
    if (verdict.is === 'rejected') await turnAway(options, request, verdict.reason);
    const callback = Callback.safeParse(request.body);
    if (!callback.success) throw new Problem(400, 'incomplete', { title: 'The request lacks what a status has.' });
    try {
      await record(options, callback.data);
    } catch (error) {
      options.log.error('A delivery status could not be saved', { id: callback.data.MessageSid });
      throw new OutsideError('The status could not be saved', {
        system: 'store',
        code: 'unreachable',
        retryable: true,
        cause: error,
      });
    }
    response.status(204).end();
  };
}

async function record(options: StatusTaking, callback: Callback): Promise<void> {
  const { MessageSid: sid, MessageStatus: status, ErrorCode: errorCode, To: number } = callback;
  const { Price: amount, PriceUnit: currency } = callback;
  const price = amount === undefined || currency === undefined ? undefined : { amount, currency };
  await options.deliveries.record({ sid, status, rank: rankOf(status), errorCode, price, at: options.now() });
  if (status === 'failed' || status === 'undelivered') {
    options.count('undelivered');
    options.log.warn('A text was not delivered', { id: sid, status, code: errorCode });
  }
  if (errorCode === String(optedOutCode) && number !== undefined) await options.consents.recordOut(number, errorCode);
}
