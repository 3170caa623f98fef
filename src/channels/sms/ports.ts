// What the SMS door asks of others: consents and delivery states in the store, a place for what was turned away, a meter.

import type { SmsOut } from '../../model/delivery.ts';
import type { Values } from '../../turn/reply/ports.ts';

/** Who does not want texts from us, by number. */
export interface SmsConsents {
  isOut(number: string): Promise<boolean>;
  /** The carrier or Twilio told us of an opt-out that we had not heard of. `word` says how: `21610`. */
  recordOut(number: string, word: string): Promise<void>;
}

/**
 * What became of each text. A status may come before the SID is stored, and any of these may be called twice.
 * One row per SID: `sent` fills in what it belongs to, `record` what the network says of it.
 */
export interface SmsDeliveries {
  /** Ties a SID to the outbox row that made it. Never changes a status. */
  sent(sent: {
    readonly sid: string;
    /** The outbox row's id. */
    readonly delivery: string;
    readonly conversation: string;
    readonly sequence: number | undefined;
    readonly segments: number;
    readonly at: Date;
  }): Promise<void>;
  /** Keeps the status if its rank is above the one that is stored, so that a late one never moves it backwards. */
  record(status: {
    readonly sid: string;
    readonly status: string;
    readonly rank: number;
    readonly errorCode: string | undefined;
    /** What it did cost, where the network tells it: with whichever status it comes. */
    readonly price?: { readonly amount: number; readonly currency: string } | undefined;
    readonly at: Date;
  }): Promise<void>;
  /** Of these SIDs, those that `sent` has tied to an outbox row, with the row's id. */
  claims(sids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Keeps what came to the webhooks and was not let in, so that a wrong token loses nothing. */
export interface Quarantine {
  keep(rejected: {
    /** `unsigned`, `forged`, `unknown-account`, `incomplete`, `no-reply-possible`, `own-number`. */
    readonly reason: string;
    readonly headers: Readonly<Record<string, string>>;
    /** The form as it came, at most 16,000 characters. */
    readonly body: string;
    readonly at: Date;
  }): Promise<void>;
}

/** Counted for `/metrics`; names are fixed. */
type SmsCounted =
  | 'received'
  | 'rejected'
  | 'set-aside'
  | 'media-ignored'
  | 'sent'
  | 'segments'
  | 'skipped-opted-out'
  | 'found-after-cut'
  | 'undelivered';

export type Count = (what: SmsCounted, amount?: number) => void;

/** To which conversation a text belongs: to the number's own thread, or to one that went on by text on it. */
export interface TextsGo {
  conversationOf(number: string, to: string, at: Date): Promise<string>;
}

/** The part of an outbox row that this door reads. */
export interface SmsRow {
  readonly id: string;
  readonly payload: SmsOut;
  readonly sequence?: number | undefined;
  /** An earlier attempt was made, or cut off by a crash: Twilio may have the text already. */
  readonly resumed: boolean;
}

/** What the outbox may keep of a delivery that is done. */
export interface SmsReceipt {
  readonly is: 'sent' | 'found' | 'skipped';
  /** Twilio's SIDs, one for each part. */
  readonly ids: readonly string[];
}

export interface TwilioAccount {
  readonly sid: string;
  readonly authToken: string;
  readonly from?: string | undefined;
  readonly messagingServiceSid?: string | undefined;
}

/** What the form of the page for photographs sent. */
export interface PhotoForm {
  readonly act: string;
  readonly once?: string | undefined;
  readonly file?: { readonly bytes: Buffer; readonly name: string; readonly claims: string };
}

/** The page for photographs, before it is drawn. */
export interface PhotoView {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  say(key: string, values?: Values): string;
  readonly is: 'open' | 'finished' | 'ended';
  /** How many came by this page so far. */
  readonly count: number;
  readonly problem?: string;
  readonly once: string;
  readonly accept: string;
}
