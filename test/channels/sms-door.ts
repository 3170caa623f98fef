// The text door on a spare port, with a Twilio-shaped endpoint on another, and what they write kept in memory.

import { createHash } from 'node:crypto';
import express from 'express';
import twilio from 'twilio';
import type { Inbox } from '../../src/channels/channel.ts';
import { conversationOf } from '../../src/channels/sms/conversation-id.ts';
import type { SmsDeliveries, SmsRow, TwilioAccount } from '../../src/channels/sms/ports.ts';
import { createTwilioLike } from '../../src/channels/sms/simulator/twilio-like.ts';
import { createSms } from '../../src/channels/sms/sms.ts';
import { problemHandler } from '../../src/http/problem.ts';
import { createLogger } from '../../src/log.ts';
import type { Inbound } from '../../src/model/message.ts';
import { openServer } from '../support/open-server.ts';

export const account: TwilioAccount = {
  sid: `AC${'a1'.repeat(16)}`,
  authToken: 'the-token-of-the-account',
  from: '+441632960000',
};
export const second: TwilioAccount = { sid: `AC${'b2'.repeat(16)}`, authToken: 'another-token' };
export const publicUrl = 'https://contact.landlord.example';
export const tenant = '+447700900101';

export interface StatusRow {
  status?: string;
  rank: number;
  errorCode?: string | undefined;
  delivery?: string;
  sequence?: number | undefined;
  segments?: number;
}

export async function openDoor(about: { accounts?: readonly TwilioAccount[]; statusDelayMs?: number } = {}) {
  const received: Inbound[] = [];
  const lines: string[] = [];
  const counted = new Map<string, number>();
  const aside: { reason: string; headers: Readonly<Record<string, string>>; body: string }[] = [];
  const out = new Map<string, string>();
  const statuses = new Map<string, StatusRow>();
  const broken = { inbox: undefined as Error | undefined, noting: undefined as Error | undefined };
  const now = () => new Date('2026-11-23T09:00:00Z');

  let doorUrl = '';
  const likeApp = express();
  const like = createTwilioLike({
    accountSid: account.sid,
    authToken: account.authToken,
    reach: (url) => url.replace(publicUrl, doorUrl),
    statusDelayMs: about.statusDelayMs ?? Number.POSITIVE_INFINITY,
  });
  likeApp.use('/twilio', like.router);
  const network = await openServer(likeApp);

  const inbox: Inbox = {
    accept: async (inbound) => {
      if (broken.inbox !== undefined) throw broken.inbox;
      const at = received.findIndex((one) => one.channelMessageId === inbound.channelMessageId);
      if (at === -1) received.push(inbound);
      return {
        is: at === -1 ? 'saved' : 'repeat',
        sequence: at === -1 ? received.length : at + 1,
        answered: Promise.resolve(),
      };
    },
  };
  const deliveries: SmsDeliveries = {
    sent: async ({ sid, delivery, sequence, segments }) => {
      if (broken.noting !== undefined) throw broken.noting;
      statuses.set(sid, { rank: -1, ...statuses.get(sid), delivery, sequence, segments });
    },
    record: async ({ sid, status, rank, errorCode }) => {
      const before = statuses.get(sid);
      if (before === undefined || rank > before.rank) statuses.set(sid, { ...before, status, rank, errorCode });
    },
    claims: async (sids) => {
      const rows = sids.map((sid) => [sid, statuses.get(sid)?.delivery] as const);
      return new Map(rows.flatMap(([sid, delivery]) => (delivery === undefined ? [] : [[sid, delivery]])));
    },
  };
  const log = createLogger('debug', (line) => lines.push(line));
  const sms = createSms({
    publicUrl,
    accounts: about.accounts ?? [account, second],
    apiUrl: about.accounts?.length !== 0 ? `${network.url}/twilio` : undefined,
    timeoutMs: 1_000,
    simulator: {
      authToken: 'simulator-token',
      localUrl: () => doorUrl,
      people: async () => [{ name: 'Amina Yusuf', number: tenant }],
    },
    inbox,
    lines: { conversationOf: async (number, to) => conversationOf(number, to) },
    deliveries,
    consents: {
      isOut: async (number) => out.has(number),
      recordOut: async (number, word) => void out.set(number, word),
    },
    quarantine: { keep: async (rejected) => void aside.push(rejected) },
    count: (what, amount = 1) => counted.set(what, (counted.get(what) ?? 0) + amount),
    log,
    now,
  });
  const app = express();
  app.use(sms.router);
  app.use(problemHandler(() => undefined));
  const door = await openServer(app);
  doorUrl = door.url;

  async function close() {
    sms.close();
    like.close();
    await door.close();
    await network.close();
  }
  return { url: door.url, sms, like, received, lines, counted, aside, out, statuses, broken, close };
}

export type Door = Awaited<ReturnType<typeof openDoor>>;

export function aSid(seed: string): string {
  return `SM${createHash('md5').update(seed).digest('hex')}`;
}

export function aText(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    MessageSid: aSid('one'),
    AccountSid: account.sid,
    From: tenant,
    To: '+441632960000',
    Body: 'The boiler is making a noise',
    NumMedia: '0',
    NumSegments: '1',
    ...changes,
  };
}

/** Posts a form as Twilio does: signed with the library's own function, for the public address. */
export async function post(
  door: Pick<Door, 'url'>,
  form: Readonly<Record<string, string>>,
  how: {
    readonly path?: string;
    readonly token?: string;
    readonly signature?: string | null;
    readonly url?: string;
  } = {},
): Promise<Response> {
  const path = how.path ?? '/twilio/sms';
  const genuine = twilio.getExpectedTwilioSignature(how.token ?? account.authToken, how.url ?? publicUrl + path, form);
  const signature = how.signature === undefined ? genuine : how.signature;
  return fetch(door.url + path, {
    method: 'POST',
    headers: signature === null ? {} : { 'X-Twilio-Signature': signature },
    body: new URLSearchParams({ ...form }),
  });
}

export function aRow(
  changes: Partial<SmsRow> & { text?: string; to?: string; despiteStop?: boolean; notice?: true } = {},
): SmsRow {
  const { text = 'Thank you. Your complaint is CMP-4821937.', to = tenant, despiteStop, notice, ...row } = changes;
  return {
    id: 'delivery-1',
    sequence: 2,
    resumed: false,
    payload: {
      to,
      text,
      conversation: 'sms-0123456789abcdef0123',
      ...(despiteStop ? { despiteStop } : {}),
      ...(notice && { notice }),
    },
    ...row,
  };
}
