// The telephone network of the fault tests, in the test's own process so that it outlives the service: phones that insist on their
// texts with webhooks signed by Twilio's own library, and a Twilio-shaped endpoint that keeps every text that it is handed.

import { randomBytes } from 'node:crypto';
import express from 'express';
import twilio from 'twilio';
import { conversationOf } from '../../src/channels/sms/conversation-id.ts';
import { createTwilioLike } from '../../src/channels/sms/simulator/twilio-like.ts';
import { openServer } from './open-server.ts';
import { pause } from './wait.ts';

const accountSid = `AC${'0123456789abcdef'.repeat(2)}`;
const authToken = 'a-twilio-auth-token-for-tests';
const ours = '+447700900000';

export interface TextNetwork {
  /** For the service: the account, and where its texts go. */
  readonly env: Readonly<Record<string, string>>;
  phone(where: string | (() => string), publicUrl?: string): Phone;
  close(): Promise<void>;
}

export interface Phone {
  readonly number: string;
  readonly conversation: string;
  /** Every text that was acknowledged: its MessageSid and words. */
  readonly acknowledged: Map<string, string>;
  /** Delivers a webhook once; gives the status, or undefined when nobody answered. */
  deliver(text: { readonly sid: string; readonly body: string }, giveUpAfterMs?: number): Promise<number | undefined>;
  /**
   * Delivers a text until it is acknowledged with 200.
   *
   * @param how.times deliveries at once, each of which insists
   * @param how.giveUpAfterMs a first delivery is given up after so long, whether or not it arrived
   */
  insist(
    body: string,
    how?: { readonly times?: number | undefined; readonly giveUpAfterMs?: number | undefined },
  ): Promise<void>;
  /** What came, in the order in which the network was handed it. */
  inbox(): readonly string[];
}

function newSid(): string {
  return `SM${randomBytes(16).toString('hex')}`;
}

/** @param reach where the service's public address leads, when it leads nowhere by itself */
export async function openTextNetwork(reach?: (url: string) => string): Promise<TextNetwork> {
  // Kept apart from the endpoint's own book, which forgets.
  const handed = new Map<string, string[]>();
  const known = new Set<string>();
  const network = createTwilioLike({ accountSid, authToken, statusDelayMs: 200, reach });
  network.book.watch(({ sid, direction, to, body }) => {
    if (direction === 'inbound' || known.has(sid)) return;
    known.add(sid);
    handed.set(to, [...(handed.get(to) ?? []), body]);
  });
  const app = express();
  app.use(network.router);
  const { url: apiUrl, close } = await openServer(app);
  let phones = 0;

  return {
    env: {
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_FROM: ours,
      TWILIO_API_URL: apiUrl,
      // Phones of a load write more than anybody does.
      TEXTS_ANSWERED_PER_HOUR: '100000',
    },
    phone: (where, publicUrl) => {
      phones += 1;
      const number = `+4477009${String(20_000 + phones)}`;
      return openPhone({
        number,
        url: typeof where === 'string' ? () => where : where,
        publicUrl,
        inbox: () => handed.get(number) ?? [],
      });
    },
    close: async () => {
      network.close();
      await close();
    },
  };
}

const patienceMs = 300_000;

function openPhone(about: {
  readonly number: string;
  readonly url: () => string;
  readonly publicUrl: string | undefined;
  readonly inbox: Phone['inbox'];
}): Phone {
  const { number, url, publicUrl, inbox } = about;
  const acknowledged = new Map<string, string>();
  const deliver: Phone['deliver'] = async ({ sid, body }, giveUpAfterMs = 15_000) => {
    const form = {
      AccountSid: accountSid,
      ApiVersion: '2010-04-01',
      Body: body,
      From: number,
      MessageSid: sid,
      NumMedia: '0',
      NumSegments: '1',
      SmsMessageSid: sid,
      SmsSid: sid,
      SmsStatus: 'received',
      To: ours,
    };
    const status = await callSigned({ url: url(), publicUrl: publicUrl ?? url(), limitMs: giveUpAfterMs }, form);
    if (status === 200 && !acknowledged.has(sid)) acknowledged.set(sid, body);
    return status;
  };
  return {
    number,
    conversation: conversationOf(number, ours),
    acknowledged,
    deliver,
    async insist(body, { times = 1, giveUpAfterMs } = {}) {
      const text = { sid: newSid(), body };
      if (giveUpAfterMs !== undefined) await deliver(text, giveUpAfterMs);
      await Promise.all(Array.from({ length: times }, () => insistOn(() => deliver(text))));
    },
    inbox,
  };
}

async function insistOn(deliver: () => Promise<number | undefined>): Promise<void> {
  const end = performance.now() + patienceMs;
  while ((await deliver()) !== 200) {
    if (performance.now() > end) throw new Error('A text was not acknowledged');
    await pause(80);
  }
}

async function callSigned(
  { url, publicUrl, limitMs }: { readonly url: string; readonly publicUrl: string; readonly limitMs: number },
  form: Readonly<Record<string, string>>,
) {
  const path = '/twilio/sms';
  const signature = twilio.getExpectedTwilioSignature(authToken, `${publicUrl}${path}`, form);
  try {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Twilio-Signature': signature },
      body: new URLSearchParams({ ...form }).toString(),
      signal: AbortSignal.timeout(limitMs),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}
