// What goes in and out of a conversation. `Inbound` is what a door hands to the inbox; `Message` is what the log keeps.

import type { Card } from './card.ts';

export type ChannelName = 'web' | 'sms' | 'bot-framework';

/** What a question expects; told to clients as `channelData.expects`, where an amount is a text. */
export type Expects =
  | 'text'
  | 'choice'
  | 'yes-no'
  | 'date'
  | 'phone'
  | 'email'
  | 'postcode'
  | 'reference'
  | 'amount'
  | 'photo';

export interface Option {
  /** Stable in every language; what a client may send back. */
  readonly value: string;
  /** In the language of the message. */
  readonly label: string;
}

/** A stored file. `id` names it under the service's own `/files/` route; its bytes were checked and stripped of EXIF. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** How the conversation is reached: what a channel needs to send, kept on the conversation from its first message. */
export type Address =
  | { readonly channel: 'web'; readonly user: string }
  /** Both numbers in E.164: `+447700900101`. `account` is the Twilio account that the message came through. */
  | { readonly channel: 'sms'; readonly number: string; readonly ours: string; readonly account: string }
  /** A Bot Framework ConversationReference, as it came. */
  | { readonly channel: 'bot-framework'; readonly reference: Readonly<Record<string, unknown>> };

/** A customer's message or event, verified by its door, on its way into the inbox. */
export interface Inbound {
  readonly conversation: string;
  readonly address: Address;
  /** The channel's own id of this message (MessageSid, client activity id…): the same id twice is the same message. */
  readonly channelMessageId: string;
  readonly kind: 'message' | 'event';
  /** The tenant's own words, untouched. Empty for an event or a photograph alone. At most 20,000 characters: the door cuts nothing, it refuses. */
  readonly text: string;
  /** For an event: its name, e.g. `join`. */
  readonly name?: string;
  /** The `value` of a chosen option, when the client sent one apart from the text. */
  readonly value?: string;
  readonly attachments: readonly Attachment[];
  /** The language that the client's own settings name (BCP 47): a hint, no more. */
  readonly locale?: string;
  /** Web Chat's id for its own message; echoed unchanged. */
  readonly clientActivityId?: string;
  /** SMS carrier keyword, found by exact match at the door; the turn answers it and no dialog sees it. */
  readonly keyword?: SmsKeyword;
  /** A person proved by the landlord's portal (signed `identity` token), checked by the door. */
  readonly identity?: { readonly person: string; readonly until: string };
  readonly receivedAt: Date;
}

export type SmsKeyword = {
  readonly is: 'stop' | 'start' | 'help';
  readonly word: string;
  /** Of the word, where it is in one: it is answered in it. */
  readonly language?: string;
  /** Twilio has answered this keyword itself (`OptOutType` was set): no second answer from us. */
  readonly answered: boolean;
};

export type Author = 'customer' | 'service' | 'agent';

/** Where the words come from; told to clients as `channelData.source`. */
export type Source = 'catalogue' | 'machine' | 'agent';

/** What a message says about itself beside its words; becomes `channelData` (see the contracts in docs). */
export interface MessageData {
  readonly enquiry?: string;
  readonly asks?: string;
  readonly expects?: Exclude<Expects, 'amount'>;
  readonly options?: readonly Option[];
  readonly outcome?: Outcome;
  readonly reference?: string;
  readonly source?: Source;
  readonly original?: string;
  readonly originalLanguage?: string;
  /** What of a machine's translation may be wrong: a person is asked to look. */
  readonly doubts?: readonly string[];
  /** The desk is closed: when it opens, where the landlord is (ISO date, `09:00`). */
  readonly opens?: { readonly on: string; readonly at: string };
  readonly clientActivityId?: string;
  readonly attachments?: readonly Attachment[];
  /** For an event: its name. For a choice: the value chosen. */
  readonly name?: string;
  readonly value?: string;
  /** By which channel it went, where that is not the one that the conversation began on. */
  readonly channel?: 'web' | 'sms';
  /** The name that an agent goes by with tenants. */
  readonly agentName?: string;
  /** Where a person is being brought in, or has been: on the message that tells it. */
  readonly handover?: Handed;
  /** The facts that it tells, once more in a form to be seen in one look. */
  readonly card?: Card;
}

/** The states are those of Bot Framework's `handoff.status`, and before them the wait. */
export interface Handed {
  readonly state: 'waiting' | 'accepted' | 'failed' | 'completed';
  /** Place in the queue, 1 is next; not told again where it cannot be known. */
  readonly position?: number;
  /** After so many minutes in the queue something else is promised. */
  readonly limitMinutes?: number;
  /** How long it takes as others waited of late, where that can be said. */
  readonly waitMinutes?: number;
}

/** How an enquiry ended. */
export type Outcome = 'answered' | 'done' | 'case' | 'task' | 'callback' | 'handover' | 'signposted' | 'left';

/** A line of the conversation's log, in the order of `sequence`: 1, 2, 3… with no gap. */
export interface Message {
  readonly conversation: string;
  readonly sequence: number;
  readonly author: Author;
  readonly kind: 'message' | 'event';
  readonly text: string;
  /** BCP 47 tag of `text`; `und` when it could not be told. */
  readonly language: string;
  readonly data: MessageData;
  /** The `sequence` that this answers. */
  readonly replyTo?: number;
  readonly at: Date;
}

/** The public id of a message on every channel: `<conversation>|<sequence, seven digits>`. */
export function messageId(conversation: string, sequence: number): string {
  return `${conversation}|${String(sequence).padStart(7, '0')}`;
}

/** The name of the event by which the page for photographs says that all have come. */
export const photosDone = 'photos';
