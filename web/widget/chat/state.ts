// What the widget shows. One immutable value; the views are drawn from it and nothing else.

import type { Measure } from '../measure/measure.ts';
import type { More } from '../more/load-more.ts';
import type { Words } from '../words/say.ts';
import type { Receipts } from './signs.ts';

export type Expects = 'text' | 'choice' | 'yes-no' | 'date' | 'phone' | 'email' | 'postcode' | 'reference' | 'photo';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface FileLine {
  readonly name: string;
  readonly contentType: string;
  /** Absent while it is on its way. */
  readonly url?: string;
}

/** `waiting`: kept until we are on line; `failed`: the tenant has to decide. */
export type Delivery = 'sent' | 'sending' | 'waiting' | 'failed';

/** One line of the conversation. */
export interface Entry {
  /** Stable from the moment of writing: the echo takes over the key of what was written, so nothing is drawn or read out twice. */
  readonly key: string;
  /** Of the service's own; absent while it is on its way. */
  readonly id?: string | undefined;
  readonly from: 'you' | 'assistant' | 'agent';
  readonly name?: string | undefined;
  readonly text: string;
  readonly language?: string | undefined;
  readonly at: string;
  readonly files: readonly FileLine[];
  readonly delivery: Delivery;
  /** Why it failed: the key of a phrase. */
  readonly problem?: string | undefined;
  readonly options: readonly Option[];
  readonly expects?: Expects | undefined;
  readonly asks?: string | undefined;
  readonly original?: { readonly text: string; readonly language?: string | undefined } | undefined;
  readonly machine: boolean;
  readonly card?: Card | undefined;
  /** Of files on their way: how much of them is sent. */
  readonly percent?: number | undefined;
}

export interface Card {
  readonly title: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** Each is sent as the tenant's words. */
  readonly actions: readonly string[];
}

/** How far a person has been brought in. */
export interface Handed {
  readonly state: 'waiting' | 'accepted' | 'failed' | 'completed';
  readonly position?: number;
  readonly limitMinutes?: number;
  /** How long others like them waited of late, or what is left of it. */
  readonly waitMinutes?: number | undefined;
  /** When it was told. */
  readonly at?: string | undefined;
}

/** `idle`: nothing was written yet, so there is no connection and no record anywhere. */
export type Link = 'idle' | 'online' | 'offline' | 'reconnecting';

export interface Language {
  readonly tag: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

export interface ChatState {
  readonly open: boolean;
  readonly entries: readonly Entry[];
  readonly link: Link;
  readonly busy: boolean;
  /** The earlier conversation could not be carried on. */
  readonly ended: boolean;
  /** The one before was taken off this device. */
  readonly cleared: boolean;
  /** History is being read: it must not be read out. */
  readonly restoring: boolean;
  readonly unread: number;
  readonly writing: boolean;
  readonly receipts: Receipts;
  readonly handover: Handed | undefined;
  /** The third script, once it is there. */
  readonly more: More | undefined;
  /** Something of it was asked for, and it did not come. */
  readonly moreAway: boolean;
  readonly draft: string;
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly landlord: string;
  readonly words: Words;
  readonly measure: Measure;
  /** Other ways to reach the landlord. */
  readonly ways: Ways;
}

export interface Ways {
  /** E.164. */
  readonly phone: string;
  readonly textNumber?: string | undefined;
  readonly email?: string | undefined;
  /** Where *Leave quickly* leads: a page that says nothing of us. */
  readonly exit: string;
}
