// The outbox's way to Twilio. Twilio has no idempotency key, so after an attempt of unknown end we ask what it has before we send.

import type twilio from 'twilio';
import type { Logger } from '../../log.ts';
import { countSegments, foldForSms } from '../../model/gsm7.ts';
import { OutsideError } from '../../model/outside-error.ts';
import { askTwilio, defaultTimeoutMs, isOptedOut, optedOutCode } from './client.ts';
import { cutForSms } from './cut.ts';
import type { Count, SmsConsents, SmsDeliveries, SmsReceipt, SmsRow, TwilioAccount } from './ports.ts';

/** How many of the latest texts to the number are looked through; a number has one text under way at a time. */
const lookedThrough = 50;

export interface Sending {
  readonly account: TwilioAccount;
  /** Made at the first text: the library takes its time. */
  readonly client: () => twilio.Twilio;
  readonly publicUrl: string;
  readonly deliveries: SmsDeliveries;
  readonly consents: SmsConsents;
  readonly count: Count;
  readonly log: Logger;
  readonly now: () => Date;
  /** Of one request. */
  readonly timeoutMs?: number;
}

/** @returns a function that throws OutsideError when the text is not with Twilio */
export function sendTexts(options: Sending): (row: SmsRow) => Promise<SmsReceipt> {
  return async (row) => {
    const { to, despiteStop } = row.payload;
    if (despiteStop !== true && (await options.consents.isOut(to))) return skip(options, row);
    const parts = cutForSms(foldForSms(row.payload.text));
    try {
      return await sendParts(options, row, parts);
    } catch (error) {
      if (!isOptedOut(error)) throw error;
      await options.consents.recordOut(to, String(optedOutCode));
      return skip(options, row);
    }
  };
}

/** A reply is left out: who stopped texts knows. A notice is given up, so that a person tells it in another way. */
function skip(options: Sending, { payload }: SmsRow): SmsReceipt {
  options.count('skipped-opted-out');
  if (payload.notice === true)
    throw new OutsideError('The number has stopped texts', { system: 'sms', code: 'opted-out', retryable: false });
  return { is: 'skipped', ids: [] };
}

/** One after the other: a part is handed over only when Twilio has the one before it. */
async function sendParts(options: Sending, row: SmsRow, parts: readonly string[]): Promise<SmsReceipt> {
  // The row is ours for as long as its lease lasts: what is not begun by then goes on in another attempt, which asks Twilio first.
  const latestStart = performance.now() + 1.5 * (options.timeoutMs ?? defaultTimeoutMs);
  const there = row.resumed ? await findSent(options, row) : [];
  const ids: string[] = [];
  let made = 0;
  for (const body of parts) {
    const found = takeOut(there, normal(body));
    if (found === undefined) stopAfter(latestStart);
    const sid = found?.sid ?? (await create(options, row, body));
    if (found === undefined) made += 1;
    ids.push(sid);
    await note(options, row, { sid, body, found: found !== undefined });
  }
  return { is: made === 0 && parts.length > 0 ? 'found' : 'sent', ids };
}

interface Found {
  readonly sid: string;
  readonly body: string;
}

function takeOut(there: Found[], body: string): Found | undefined {
  const at = there.findIndex((one) => one.body === body);
  return at === -1 ? undefined : there.splice(at, 1)[0];
}

/** @throws OutsideError */
function stopAfter(latest: number): void {
  if (performance.now() <= latest) return;
  const about = { system: 'twilio', code: 'timed-out', retryable: true } as const;
  throw new OutsideError('Twilio took too long over the parts of a text', about);
}

async function create(options: Sending, row: SmsRow, body: string): Promise<string> {
  const { messagingServiceSid, from } = options.account;
  const sender = messagingServiceSid === undefined ? { from: from ?? '' } : { messagingServiceSid };
  const statusCallback = `${options.publicUrl.replace(/\/$/, '')}/twilio/status`;
  const message = await askTwilio(
    options.client().messages.create({ to: row.payload.to, body, ...sender, statusCallback }),
  );
  return message.sid;
}

async function note(
  options: Sending,
  row: SmsRow,
  part: { readonly sid: string; readonly body: string; readonly found: boolean },
): Promise<void> {
  const { segments } = countSegments(part.body);
  if (part.found) options.count('found-after-cut');
  else {
    options.count('sent');
    options.count('segments', segments);
  }
  await options.deliveries.sent({
    sid: part.sid,
    delivery: row.id,
    conversation: row.payload.conversation,
    sequence: row.sequence,
    segments,
    at: options.now(),
  });
}

/**
 * Texts to this number that Twilio has and that are not some other row's. Known by whose they are rather than by time, because
 * Twilio's clock is not ours. One that Twilio failed to deliver counts as sent: its status says what became of it.
 */
async function findSent(options: Sending, row: SmsRow): Promise<Found[]> {
  const latest = await askTwilio(options.client().messages.list({ to: row.payload.to, limit: lookedThrough }));
  const outgoing = latest.filter((one) => one.direction !== 'inbound').reverse();
  const claims = await options.deliveries.claims(outgoing.map((one) => one.sid));
  return outgoing
    .filter((one) => (claims.get(one.sid) ?? row.id) === row.id)
    .map((one) => ({ sid: one.sid, body: normal(one.body) }));
}

/** Twilio may trim a text, and its smart encoding may fold it as we do. */
function normal(body: string): string {
  return foldForSms(body).replace(/\s+/g, ' ').trim();
}
