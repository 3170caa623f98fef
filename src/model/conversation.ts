// A conversation: a thread on one channel address, who owns it, and where its dialogs stand.

import type { Accents } from './gsm7.ts';
import type { Address } from './message.ts';

/** Who may speak. Checked again in the commit of every turn, so the service never talks over a person. */
export type Owner =
  | { readonly is: 'bot' }
  | { readonly is: 'queue'; readonly handover: string }
  | { readonly is: 'agent'; readonly handover: string; readonly agent: string };

export interface Conversation {
  readonly id: string;
  readonly address: Address;
  /** Counts turns and changes of owner; a commit on an older one is refused. 0: never taken. */
  readonly revision: number;
  /** The sequence of the last customer message that a turn has answered. */
  readonly taken: number;
  readonly owner: Owner;
  readonly state: ConversationState;
  readonly startedAt: Date;
}

/** A slot holds what was said, in a form that survives JSON: ISO dates (`2026-12-03`), E.164 phones, plain text, option values. */
export type SlotValue = string | number | boolean | readonly Offer[] | null;
export type Slots = Readonly<Record<string, SlotValue>>;

/** An option made by an action (a free appointment, say): its label is a phrase, filled in when it is said. */
export interface Offer {
  readonly value: string;
  readonly phrase: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** One dialog under way. The step is kept by name, never by position, so that editing a dialog leaves live conversations whole. */
export interface Frame {
  /** Id of the enquiry: `<conversation>:<sequence of its first message>:<n>`. */
  readonly id: string;
  /** The dialog's name, e.g. `complaint.make` or a called one such as `identity.prove`. */
  readonly dialog: string;
  readonly step: string;
  readonly slots: Slots;
  /** The slots in the order in which they were answered: the last is what "no, I meant" corrects. */
  readonly answered: readonly string[];
  /** The step at which each was answered: several may ask for the same slot. */
  readonly at?: Readonly<Record<string, string>>;
  /** When each was told first, and `words`: the times at which the messages arrived (ISO). The law counts from them, not from the last answer. */
  readonly toldAt?: Readonly<Record<string, string>>;
  /** Slots that were told in passing, and in which answer; `words`: in those that opened the enquiry. They stand and fall with it. */
  readonly passing?: Readonly<Record<string, string>>;
  /** How often the present question was asked. */
  readonly asked: number;
  /** For a called dialog: the step of the frame below that it returns to is decided by its outcome. */
  readonly called?: boolean;
}

/** What somebody said of themselves in a conversation; checked by nobody. */
export interface Told {
  readonly name?: string;
  /** E.164. */
  readonly phone?: string;
  /** For whom they write, when it is not for themselves: a name, maybe with an address. */
  readonly onBehalfOf?: string;
  readonly needs: readonly string[];
}

/** A complaint or a hazard that was opened in a conversation: the next one about the same is linked with it. */
export interface Logged {
  readonly reference: string;
  readonly kind: 'complaint' | 'hazard';
  /** ISO instant. */
  readonly at: string;
  /** How the words of the complaint begin, or the kind of the hazard. */
  readonly about: string;
}

/** Somebody for whom who writes may speak, as the housing system has it. Read anew at each message. */
export interface SpeaksFor {
  /** Id on file of whose matters are served. */
  readonly person: string;
  /** Id of who writes: nobody else may go on under it. */
  readonly by: string;
  /** As the record has it: `power-of-attorney`, `deputy`, `family-with-permission`. */
  readonly kind: string;
}

export type LanguageFrom = 'default' | 'client' | 'guess' | 'chosen' | 'profile';

/** A contact that is over. */
export interface ContactEnded {
  /** ISO instant. */
  readonly at: string;
  readonly enquiry: string;
  /** An agent has had it. */
  readonly agent?: true;
  /** Of the complaint whose handling it was about. */
  readonly complaint?: string;
}

/** On the way from the web to texts. `ready`: by text, waited for before anything of the matter is said there. */
export interface Instead {
  readonly step: 'safe' | 'number' | 'known' | 'code' | 'ready';
  /** E.164. */
  readonly number?: string;
  readonly code?: { readonly hash: string; readonly until: string; readonly tries: number };
}

/** Words that may have been misread: held for the next few messages, which may tell what they mean. */
export interface Doubt {
  /** Of the message. */
  readonly sequence: number;
  readonly text: string;
  readonly language: string;
  /** What the recogniser took them for, and how sure it was. */
  readonly guessed?: string;
  readonly confidence?: number;
  /** The enquiry under way. */
  readonly during?: string;
  /** What was opened on them; nothing otherwise. */
  readonly opened?: string;
  readonly because?: MisreadBecause;
}

/** `unclear`: asked "did you mean", with no answer yet. `handed-over`: a person was needed right after. */
export type MisreadBecause = 'not-understood' | 'unclear' | 'corrected' | 'chosen' | 'handed-over';

export interface ConversationState {
  readonly greeted: boolean;
  readonly language: {
    readonly tag: string;
    readonly from: LanguageFrom;
    readonly before?: string;
    /** It was put on their record here: naming another takes that along. */
    readonly kept?: true;
  };
  /** The person on file behind this address, and how we know. `number` is recognition, no proof. */
  readonly person?: { readonly id: string; readonly by: 'number' | 'portal' | 'proof' };
  /** Proof of identity, lasting until then (ISO instant). Account facts are told to nobody without it. */
  readonly proof?: { readonly person: string; readonly until: string };
  /** Whose matters are served in place of one's own. */
  readonly speaksFor?: SpeaksFor;
  /** Id of the agreed route that they were told of. */
  readonly routeTold?: string;
  /** A one-time code under way: only its hash is kept. */
  readonly code?: { readonly person: string; readonly hash: string; readonly until: string; readonly tries: number };
  /** Dialogs under way, the one that speaks last. Empty: nothing is asked. */
  readonly stack: readonly Frame[];
  /** Enquiries found in one message and not yet served, danger first. */
  readonly waiting: readonly string[];
  /** The words in which a waiting enquiry was told. */
  readonly waitingWords?: Readonly<Record<string, string>>;
  /** And when it was (ISO instant). */
  readonly waitingSince?: Readonly<Record<string, string>>;
  /** The last enquiry that ended and was a matter of its own; none after a restricted one. */
  readonly matter?: string;
  /** The same where it was a restricted one, and nothing else was dealt with since: who asks for a person then, asks for its team. `at`: when it ended (ISO instant). */
  readonly restrictedMatter?: { readonly enquiry: string; readonly at: string };
  /** What was told in enquiries that are over. */
  readonly told?: Told;
  readonly logged?: readonly Logged[];
  /** Words of somebody dissatisfied, who was told on them that they may complain. */
  readonly choiceTold?: string;
  /** When those words arrived (ISO instant): a complaint that comes of them counts from then. */
  readonly choiceToldAt?: string;
  /** They are not to be rung: `told` in this conversation, or `on-file`. */
  readonly noCalls?: 'told' | 'on-file';
  /** How they want accents in texts; `toldAt`: in this conversation (ISO instant), else it is on file. */
  readonly accents?: { readonly is: Accents; readonly toldAt?: string };
  /** They were told how to have them otherwise. */
  readonly accentsAsked?: true;
  /** How many messages in a row were not understood. */
  readonly misses: number;
  /** What the service itself has offered: enquiries by name ("did you mean"), or `<kind>.<value>` such as `resume.yes`. */
  readonly offered?: readonly string[];
  /** The words after which "did you mean" was asked: they tell the matter, the choice does not. */
  readonly unclear?: string;
  /** When the first of those arrived (ISO instant). */
  readonly unclearSince?: string;
  readonly doubts?: readonly Doubt[];
  /** Something urgent or restricted came up: nothing of this conversation is kept to learn from, nor sent to be understood elsewhere. */
  readonly quiet?: true;
  /** They have said that it is safe to write to them on the screen that they are at. */
  readonly safeHere?: true;
  /** The last contact that came to its end: how it went may be asked of it, once. */
  readonly contactEnded?: ContactEnded;
  /** When danger, something restricted or despair came up last (ISO instant): how such a contact went is not asked. */
  readonly sparedAt?: string;
  /** When the customer ended the conversation (ISO instant): what they write next begins anew. */
  readonly endedAt?: string;
  /** What was said last, to say it again: phrase keys with values, not words, so that it can be said in another language. */
  readonly said: readonly Spoken[];
  /** Insults that were counted before each was kept with its time. */
  readonly abuse: number;
  /** When others were (ISO instants); they count for as long as the pack says. */
  readonly abusedAt?: readonly string[];
  /** A danger that earlier words may have told of: the number was told, and one word opens its steps. */
  readonly unsure?: string;
  /** Languages that were named and offered once: `es`, `ur-Latn`. */
  readonly tonguesAsked?: readonly string[];
  /** The words on which a language was named: served once it is known in which to go on. `at`: when they arrived (ISO instant). */
  readonly tongueWords?: { readonly text: string; readonly at: string };
  /** In a language that no catalogue has: what the tenant has read and written, beside the English by which the dialogs go. */
  readonly byMachine?: {
    /** BCP 47. */
    readonly tag: string;
    /** Options of the last question as they were shown. */
    readonly labels: readonly { readonly value: string; readonly label: string; readonly english: string }[];
    /** Their own words, and what the machine made of them. */
    readonly told: readonly { readonly english: string; readonly own: string }[];
    /** The machine did not answer in time just now. */
    readonly late?: boolean;
  };
  /** When it was asked last whether what is on file is still right; ISO date. A conversation by text goes on for years. */
  readonly profileAskedOn?: string;
  /** When it was asked last whether what is done differently for them is still right; ISO date. */
  readonly reviewAskedOn?: string;
  /** A sign of a need in the customer's own words, not offered yet; and signs that were. */
  readonly noticed?: { readonly sign: string; readonly words: string };
  readonly signsAsked?: readonly string[];
  /** They were told what we ask for is for. */
  readonly purposeTold?: true;
  /** When the customer last wrote (ISO instant). */
  readonly lastAt?: string;
  /**
   * By text: the number may not be the holder’s any more, so nobody is recognised by it. `person`: whose profile it stands on;
   * `checked`: the landlord was asked to look.
   */
  readonly doubted?: {
    readonly because: 'silence' | 'shared' | 'not-theirs';
    readonly person?: string;
    readonly checked?: true;
  };
  /** By text: how much came within an hour; `told`: that a person reads the rest. `last`: of the words, `alike`: how often in a row. */
  readonly flow?: {
    readonly since: string;
    readonly count: number;
    readonly last: number;
    readonly alike: number;
    readonly told?: true;
  };
  /** What our last notice was about: a short reply belongs to it. `at`: an ISO instant. */
  readonly notice?: { readonly reference: string; readonly enquiry: string; readonly at: string };
  /** The last case or task that was opened here: photographs that come after it belong to it. */
  readonly photosFor?: { readonly reference: string; readonly enquiry: string; readonly at: string };
  /** The phone at the other end of this conversation, shown to be theirs; `user`: of the web chat; `now`: where they wrote last. Both numbers are E.164. */
  readonly line?: {
    readonly number: string;
    readonly ours: string;
    readonly account: string;
    readonly user?: string;
    readonly now?: 'web' | 'sms';
  };
  /** They asked to go on by text: what they are asked for it. A code is kept as its hash only. */
  readonly instead?: Instead;
  /** By text: the message with which this thread began. What stands before it may be of somebody else in the household. */
  readonly threadFrom?: number;
  /** A landline that sent a text: a person was asked to ring it. ISO date. */
  readonly rungOn?: string;
  /** While the assistant was stopped on this channel: by which stop, and up to which message the tenant was told. */
  readonly held?: { readonly stop: string; readonly upTo: number };
  /**
   * Of incidents, as `<id>:<version>`: those that were told when they were written about, those that were shown with the first words;
   * `same`: ids of those that they said is what they write about.
   */
  readonly incidents?: {
    readonly told: readonly string[];
    readonly shown: readonly string[];
    readonly same: readonly string[];
  };
  /** While a person is waited for or speaks: what the tenant was told last of the queue. */
  readonly queue?: { readonly position: number; readonly toldAt: string };
  /** While a person is waited for or speaks: what the handover is about. */
  readonly handover?: {
    readonly id: string;
    readonly team: string;
    readonly enquiry: string;
    readonly restricted: boolean;
    /** With the desk behind the channel, or with one that is a skill; false: with ours, where that desk has the others and is not told. */
    readonly elsewhere?: boolean | 'skill';
    /** It rests until then (ISO instant), or until the tenant writes. */
    readonly heldUntil?: string;
    /** Dangers that were told of since then, and when (ISO instant): the same one again within minutes is not a new one. */
    readonly danger?: Readonly<Record<string, string>>;
    /** Enquiries whose cases an agent opened since then. */
    readonly casesOpened?: readonly string[];
  };
}

/** Something said: a phrase with its values. `expects` and the rest make up its `channelData`. */
export interface Spoken {
  readonly phrase: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export const newConversationState: ConversationState = {
  greeted: false,
  language: { tag: 'en', from: 'default' },
  stack: [],
  waiting: [],
  misses: 0,
  said: [],
  abuse: 0,
};
