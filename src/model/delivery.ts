// What a turn leaves for the outbox. The outbox delivers in order per `key`; `id` is the idempotency key at the receiver.

import type { Due, NewCase, NewContact, NewRepair, NewTask } from './case.ts';
import type { Characteristics } from './characteristics.ts';
import type { FormatOrder } from './format-order.ts';
import type { Reviewed } from './needs.ts';
import type { ContactChange, ContactPreference, Need, Slot } from './person.ts';

export type Effect =
  | { readonly kind: 'sms.send'; readonly payload: SmsOut }
  | { readonly kind: 'bot-framework.send'; readonly payload: BotFrameworkOut }
  | { readonly kind: 'skill.send'; readonly payload: SkillOut }
  | { readonly kind: 'time.unfinished'; readonly payload: UnfinishedLook }
  | { readonly kind: 'time.survey'; readonly payload: SurveyLook }
  | { readonly kind: 'housing.create-case'; readonly payload: NewCase }
  | { readonly kind: 'housing.create-repair'; readonly payload: NewRepair }
  | { readonly kind: 'housing.create-task'; readonly payload: NewTask }
  | { readonly kind: 'housing.record-contact'; readonly payload: NewContact }
  | { readonly kind: 'housing.update-person'; readonly payload: PersonChange }
  | { readonly kind: 'housing.change-repair'; readonly payload: RepairChange }
  | { readonly kind: 'housing.change-case'; readonly payload: CaseChange }
  | { readonly kind: 'format.make'; readonly payload: FormatOrder }
  | { readonly kind: 'case.english'; readonly payload: CaseWords }
  | { readonly kind: 'webhook.send'; readonly payload: WebhookOut };

export type EffectKind = Effect['kind'];

export interface SmsOut {
  /** E.164. */
  readonly to: string;
  readonly text: string;
  /** Where a message of the log was made from this: its conversation. The outbox row carries its sequence. */
  readonly conversation: string;
  /** The one confirmation after STOP, one-time codes that were asked for, and the steps in danger go out although the number opted out. */
  readonly despiteStop?: boolean;
  /** No reply: it waits for the hours in which tenants are written to. */
  readonly notice?: true;
  /** A link to the same words may stand for it where it is too long. `language`: BCP 47. */
  readonly page?: { readonly language: string; readonly gist?: Gist };
}

/** What stands before such a link, where it may be told to whoever holds the phone. `by`: ISO date; `topic`: a phrase. */
export type Gist =
  | { readonly is: 'visit' | 'repair' | 'complaint' | 'request'; readonly reference: string; readonly by: string }
  | { readonly is: 'answer'; readonly reference: string }
  | { readonly is: 'topic'; readonly topic: string };

/** Time to look whether somebody has come back to what they began. */
export interface UnfinishedLook {
  readonly conversation: string;
  /** Of the enquiry under way. */
  readonly frame: string;
  /** RFC 3339; not before. */
  readonly at: string;
}

/** Time to ask how a contact went, if it was the last one and is still over. */
export interface SurveyLook {
  readonly conversation: string;
  /** When it ended (ISO instant). */
  readonly ended: string;
  /** RFC 3339; not before. */
  readonly at: string;
}

/** An event for the landlord's own systems. Its id and time are those of the row. */
export interface WebhookOut {
  /** A fact's name, or `restricted`. */
  readonly type: string;
  readonly channel: string;
  readonly enquiry?: string;
  readonly data: Fact['data'];
}

export interface BotFrameworkOut {
  readonly conversation: string;
  readonly reference: Readonly<Record<string, unknown>>;
  /** The outgoing activity but for the addressing fields. */
  readonly activity: Readonly<Record<string, unknown>>;
  /** A change of owner that is told to the channel as a handoff event: a `HandoverChange`. The event is made when it is sent. */
  readonly handoff?: Readonly<Record<string, unknown>>;
  /** No reply: it waits for the hours in which tenants are written to. */
  readonly notice?: true;
}

/** What the desk that is a skill is told of a conversation that it has. Words are read from the log when it is sent. */
export interface SkillOut {
  readonly conversation: string;
  /** The id of the handover is that of the conversation with the skill: each handover is one of its own there. */
  readonly handover: string;
  readonly is: 'handed-over' | 'said' | 'over';
  /** Of the log: the tenant's messages above `after` are told, or that is where the transcript ends. */
  readonly upTo?: number;
  readonly after?: number;
  /** A `HandoverChange`: what the skill goes by. */
  readonly change?: Readonly<Record<string, unknown>>;
}

/** A change of the profile. The housing system merges it; lists replace lists. */
export interface PersonChange {
  readonly person: string;
  /** Made at the desk of a record that somebody had before them: it holds for that version of it and for no other. */
  readonly edit?: PersonEdit;
  readonly changes: {
    readonly language?: string;
    /** E.164; the newest goes first, the others stay. */
    readonly phones?: { readonly add: string };
    /** Null takes it away. */
    readonly email?: string | null;
    /** Before the name; null takes it away. */
    readonly title?: string | null;
    readonly needs?: NeedChanges;
    readonly contact?: ContactChange;
    /** The lists of `contact` as they were read: what somebody else has added to them since stays. */
    readonly contactSeen?: Pick<ContactPreference, 'never' | 'avoid'>;
    readonly profileCheckedOn?: string;
    /** Those named replace what was answered before. */
    readonly characteristics?: Characteristics;
  };
}

export interface NeedChanges {
  readonly add?: readonly Need[];
  readonly reviewed?: Reviewed;
  /** `was`: as it was read; without it the need is a new one. */
  readonly put?: readonly { readonly was?: Need; readonly now: Need }[];
}

export interface PersonEdit {
  /** Made by the page: the same edit sent twice is one. */
  readonly id: string;
  /** The entity tag of the record that was read. */
  readonly version: string;
  readonly agent: string;
  /** RFC 3339. */
  readonly at: string;
}

/** A visit moved or called off. A half day that was taken meanwhile becomes a task to agree another: nothing is lost. */
export interface RepairChange {
  readonly reference: string;
  readonly person: string;
  readonly changes: {
    readonly status?: 'cancelled';
    readonly appointment?: Slot | null;
    readonly access?: string;
  };
  readonly words: string;
  readonly language: string;
  readonly conversation: string;
  /** ISO date by which another visit must be agreed when this one cannot be had. */
  readonly arrangeBy: string;
}

/** What an agent saw of a case that they change: what others made of the same fields since is not overwritten. */
export interface CaseSeen {
  /** The changed fields as they were; of the details those that are named. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Their name. */
  readonly by: string;
  /** By when somebody looks at both, where others were faster: an ISO date. */
  readonly look: string;
}

/** A case moved on by its own customer: the next stage, more words. Lists replace lists. */
export interface CaseChange {
  readonly reference: string;
  readonly seen?: CaseSeen;
  readonly changes: {
    readonly stage?: string;
    readonly status?: string;
    readonly priority?: NewCase['priority'];
    readonly riskReasons?: readonly string[];
    readonly acknowledgedAt?: string;
    readonly english?: string;
    readonly due?: readonly Due[];
    /** Come to the links that are there. */
    readonly addLinks?: readonly string[];
    readonly owner?: string;
    readonly details?: Readonly<Record<string, unknown>>;
  };
}

/** The words of a case that was opened in another language, which staff read in English beside them. */
export interface CaseWords {
  readonly reference: string;
  readonly person?: string;
  readonly words: string;
  /** BCP 47, of the words. */
  readonly language: string;
  /** Names in them that are not on file. */
  readonly names: readonly string[];
  /** Who looks at it where the machine is doubted, or has nothing to say. */
  readonly look: Pick<NewTask, 'reference' | 'team' | 'due' | 'conversation'> & { readonly owner?: string };
}

/** An effect with the two facts that the outbox needs: its idempotency key and its ordering key. */
export type NewDelivery = Effect & {
  /** Unique; sent as `Idempotency-Key`. Made from conversation, sequence and position, so a turn taken twice makes the same one. */
  readonly id: string;
  /** Deliveries with the same key go out one after the other: `sms:+447…`, `housing:CMP-…`. */
  readonly key: string;
  /** Position in the commit's messages of the message that this delivers, if it does. */
  readonly message?: number;
};

export interface Fact {
  /** Written once, with the commit. Names are in docs/figures: `enquiry.opened`, `enquiry.ended`, `understood`, `handover.requested`… */
  readonly name: string;
  readonly enquiry?: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}
