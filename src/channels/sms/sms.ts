// The door for texts, Twilio in both directions: webhooks in, REST API out. With no account set, the phone simulator stands in
// for Twilio and goes through the very same code.

import { Router, urlencoded } from 'express';
import type twilio from 'twilio';
import type { Logger } from '../../log.ts';
import type { Inbox } from '../channel.ts';
import { createKeepAside } from './aside.ts';
import { createClient } from './client.ts';
import type {
  Count,
  Quarantine,
  SmsConsents,
  SmsDeliveries,
  SmsReceipt,
  SmsRow,
  TextsGo,
  TwilioAccount,
} from './ports.ts';
import { receiveText } from './receive.ts';
import { sendTexts } from './send.ts';
import { createPhone, type PhoneOptions } from './simulator/phone.ts';
import { receiveStatus } from './status.ts';

export interface SmsOptions {
  /** PUBLIC_URL: what Twilio calls, and signs. */
  readonly publicUrl: string;
  /** The first one sends; all may receive. None: the simulator's. */
  readonly accounts: readonly TwilioAccount[];
  /** TWILIO_API_URL; absent: Twilio's own, or the simulator's while no account is set. */
  readonly apiUrl?: string | undefined;
  readonly timeoutMs?: number;
  /** Used only while no account is set. */
  readonly simulator: Pick<PhoneOptions, 'authToken' | 'localUrl' | 'people'>;
  readonly inbox: Inbox;
  readonly lines: TextsGo;
  readonly deliveries: SmsDeliveries;
  readonly consents: SmsConsents;
  readonly quarantine: Quarantine;
  readonly count: Count;
  readonly log: Logger;
  readonly now: () => Date;
}

export interface Sms {
  /** `/twilio/sms`, `/twilio/status`, and `/phone` while no account is set. Mount at the root. */
  readonly router: Router;
  readonly deliver: { readonly 'sms.send': (row: SmsRow) => Promise<SmsReceipt> };
  /** Ends what the simulator holds open. */
  close(): void;
}

export function createSms(options: SmsOptions): Sms {
  const router = Router();
  const [first] = options.accounts;
  const phone = first === undefined ? createPhone({ ...options.simulator, ...options }) : undefined;
  const account = first ?? phone?.account;
  if (account === undefined) throw new Error('A text channel needs an account.');
  const door = { ...options, accounts: phone === undefined ? options.accounts : [phone.account] };
  const keepAside = createKeepAside(options);

  const form = urlencoded({ extended: false, limit: '64kb' });
  router.post('/twilio/sms', form, receiveText({ ...door, keepAside }));
  router.post('/twilio/status', form, receiveStatus({ ...door, keepAside }));
  if (phone !== undefined) router.use('/phone', phone.router);

  const apiUrl = () => options.apiUrl ?? phone?.apiUrl();
  const client = once(() => createClient(account, apiUrl(), options.timeoutMs));
  return {
    router,
    deliver: { 'sms.send': sendTexts({ ...options, account, client }) },
    close: () => phone?.close(),
  };
}

function once(make: () => twilio.Twilio): () => twilio.Twilio {
  let made: twilio.Twilio | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
