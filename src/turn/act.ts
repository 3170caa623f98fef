// What an agent, or time itself, does to a conversation. Acts go through the same runner and the same commit as turns.

import type { AdjustmentAsked, Decided } from '../model/adjustment.ts';
import type { AvoidableCause } from '../model/avoidable.ts';
import type { PersonChange } from '../model/delivery.ts';
import type { FormatOrder } from '../model/format-order.ts';
import type { Attachment } from '../model/message.ts';
import type { Need } from '../model/person.ts';
import type { CaseAct } from './cases/act.ts';
import type { Canned } from './handover/canned.ts';
import type { Received } from './turn.ts';

/** `handover`: the one that is meant. A conversation may be on its next one by now, of another team. */
export type Act =
  | CaseAct
  | { readonly is: 'accept'; readonly agent: AgentCard; readonly handover?: string }
  | {
      readonly is: 'message';
      readonly agent: AgentCard;
      readonly text: string;
      readonly clientMessageId: string;
      /** The last sequence that the agent has seen; an answer to a stale view is refused. */
      readonly seenSequence: number;
      readonly language?: string;
      /** Instead of a text: one that the catalogues have. */
      readonly canned?: Canned;
      /** They were told what of it somebody else must not read, and send it all the same. */
      readonly reveals?: boolean;
    }
  | {
      readonly is: 'note';
      readonly agent: AgentCard;
      readonly text: string;
      /** Ids of colleagues whom it is for. */
      readonly mentions?: readonly string[];
      /** They are asked to answer. */
      readonly asks?: boolean;
    }
  | { readonly is: 'decline'; readonly agent: AgentCard; readonly handover?: string; readonly reason?: string }
  | {
      readonly is: 'transfer';
      readonly agent: AgentCard;
      readonly handover?: string;
      readonly team: string;
      readonly reason: string;
    }
  /** Handed to a colleague who is there, not to whoever is next. */
  | {
      readonly is: 'pass';
      readonly agent: AgentCard;
      readonly handover?: string;
      readonly to: Pick<AgentCard, 'id' | 'name'>;
      readonly reason: string;
    }
  /** `until`: an ISO instant, which the tenant is told. */
  | {
      readonly is: 'hold';
      readonly agent: AgentCard;
      readonly handover?: string;
      readonly reason: string;
      readonly until: string;
    }
  /** The time of a hold has come. `isThere`: whether the agent who has it is at the desk. */
  | { readonly is: 'hold-over'; readonly agent: string; readonly isThere: boolean }
  | { readonly is: 'return'; readonly agent: AgentCard; readonly handover?: string; readonly dialog?: string }
  | {
      readonly is: 'close';
      readonly agent: AgentCard;
      readonly handover?: string;
      readonly outcome: string;
      /** Why the tenant would not have had to write, had we done our part. */
      readonly avoidable?: AvoidableCause;
      /** The enquiry that it was about, where that is not what it was handed over for. */
      readonly topic?: string;
      readonly leaves?: PromisedAtEnd;
    }
  /** A supervisor has the conversation from now on, whoever had it or was waited for. */
  | { readonly is: 'take-over'; readonly agent: AgentCard; readonly handover?: string }
  /** A supervisor ends it, whoever has it or is waited for. */
  | {
      readonly is: 'force-close';
      readonly agent: AgentCard;
      readonly handover?: string;
      readonly outcome: string;
      readonly avoidable?: AvoidableCause;
      readonly topic?: string;
      readonly leaves?: PromisedAtEnd;
    }
  | { readonly is: 'promise-kept'; readonly agent: AgentCard; readonly promise: OpenPromise }
  /** `to`: an ISO date. The tenant is told, with the reason in the agent's words. */
  | {
      readonly is: 'promise-moved';
      readonly agent: AgentCard;
      readonly promise: OpenPromise;
      readonly to: string;
      readonly why: string;
    }
  /** The day of a promise is near or has passed, or what it hangs on may have been answered. `promise`: its id. */
  | { readonly is: 'promise-looked-at'; readonly promise: string }
  /** The housing system refused for good what the tenant was told of. `delivery`: its id in the outbox. */
  | { readonly is: 'not-taken'; readonly delivery: string; readonly reference: string; readonly restricted: boolean }
  /** A notice was not sent, for its number has stopped texts. `delivery`: its id in the outbox. */
  | { readonly is: 'not-texted'; readonly delivery: string; readonly restricted: boolean }
  /** What was asked for in another format is there. `delivery`: the id of its order in the outbox. `until`: an ISO date. */
  | {
      readonly is: 'format-made';
      readonly delivery: string;
      readonly order: FormatOrder;
      readonly files: readonly Attachment[];
      readonly link: string;
      readonly until: string;
    }
  /** It could not be made here: people make it, as was promised. */
  | { readonly is: 'format-not-made'; readonly delivery: string; readonly order: FormatOrder; readonly because: string }
  /** An agent asks for it in the tenant's place. */
  | { readonly is: 'format-ordered'; readonly agent: AgentCard; readonly wanted: FormatWanted; readonly id: string }
  /** What stands on the record of whom the conversation serves. `id`: of the page; `version`: of the record that the agent read. */
  | {
      readonly is: 'person-changed';
      readonly agent: AgentCard;
      readonly id: string;
      readonly person: string;
      readonly version: string;
      readonly changes: ProfileEdit;
    }
  /** The tenant told the agent who has the conversation three details that only they know together. `born`: ISO date. */
  | {
      readonly is: 'identity-checked';
      readonly agent: AgentCard;
      readonly details: { readonly tenancy: string; readonly born: string; readonly postcode: string };
    }
  | {
      readonly is: 'adjustment-decided';
      readonly agent: AgentCard;
      readonly request: AdjustmentAsked;
      readonly decision: Decided;
    }
  /** What a closed complaint came from, and what is done differently because of it. */
  | {
      readonly is: 'learned';
      readonly agent: AgentCard;
      readonly reference: string;
      readonly cause: string;
      readonly lesson: string;
    }
  /** A while has passed since somebody began what must be on record. `frame`: its place among what is under way. */
  | { readonly is: 'left-unfinished'; readonly frame: string }
  /** A while has passed since a contact ended. `ended`: when that was (ISO instant). */
  | { readonly is: 'survey-due'; readonly ended: string }
  /** The assistant is stopped on this channel, by the stop of this id: the message stays unanswered, and the tenant is told so once. */
  | { readonly is: 'held'; readonly stop: string; readonly received: Received }
  /** The conversation and its handover do not agree on whose it is. */
  | { readonly is: 'orphan-found'; readonly found: OrphanFound }
  /** What the desk behind the channel says of it; `ended`: it has closed the conversation. `activity`: the id of what it sent. */
  | {
      readonly is: 'other-desk';
      readonly state: 'accepted' | 'failed' | 'completed' | 'ended';
      readonly activity: string;
    }
  /** Nobody came within the landlord's limit: a call-back is promised. */
  | { readonly is: 'wait-over' }
  /** The agent's presence ran out: back in front of the queue, and the tenant is told. */
  | { readonly is: 'agent-gone'; readonly agent: string };

/** About a case, or what was promised, begun or refused: not for whoever has the conversation alone. */
export type AnyOwnerAct = CaseAct | Extract<Act, { readonly promise: unknown } | { is: (typeof anyOwnerActs)[number] }>;

export const anyOwnerActs = [
  'not-taken',
  'not-texted',
  'left-unfinished',
  'survey-due',
  'format-made',
  'format-not-made',
  'format-ordered',
  'orphan-found',
  'person-changed',
  'identity-checked',
] as const;

export interface OrphanFound {
  /** Of the conversation, when it was seen. */
  readonly revision: number;
  /** The handover is over, says otherwise, is not known to the conversation, or is its second. */
  readonly because: 'over' | 'differs' | 'forgotten' | 'twice';
  readonly isOpen: boolean;
  readonly handover?: {
    readonly id: string;
    readonly team: string;
    readonly priority: number;
    readonly enquiry: string;
    readonly restricted: boolean;
  };
}

/** What of a record the desk changes; null takes a part away. */
export type ProfileEdit = Pick<PersonChange['changes'], 'language' | 'phones' | 'email' | 'title' | 'contact'> & {
  /** `was`: as it was read; without it the need is a new one. `now` null: it is over. */
  readonly needs?: readonly { readonly was?: Need; readonly now: Need | null }[];
};

/** What an agent leaves open at the end of a conversation. */
export interface PromisedAtEnd {
  /** In the agent's words: colleagues read it, the tenant does not. */
  readonly what: string;
  /** ISO date. */
  readonly by: string;
  /** Who keeps it; else the agent. */
  readonly team?: string;
}

/** What was said that would be done, and is not known to be done yet. */
export interface OpenPromise {
  readonly id: string;
  readonly conversation: string;
  readonly what: string;
  /** An ISO date for a whole day, else RFC 3339. */
  readonly by: string;
  readonly owner: string;
  readonly reference?: string;
  readonly madeAt: Date;
  /** When its team was reminded of it. */
  readonly warnedAt?: Date;
  /** When the tenant was first told that it is late. */
  readonly missedAt?: Date;
  /** ISO date by which the tenant hears again, who was told that it is late. */
  readonly newsBy?: string;
  /** What it came from; of a conversation with a restricted case, that case's. */
  readonly enquiry?: string;
  /** Of the case that it hangs on: complaint, repair, task… */
  readonly kind?: string;
  /** On file, whose case it is. */
  readonly person?: string;
  /** The latest day that stands promised for the same by another: of a repair, whatever it is for. */
  readonly latest?: string;
  /** Why its day is not the first one that was told. */
  readonly why?: string;
  /** Belongs to a restricted case: its tenant is not written to, for somebody else may read it. */
  readonly restricted: boolean;
}

export interface FormatWanted {
  readonly formats: FormatOrder['formats'];
  /** BCP 47; else the tenant's. */
  readonly language?: string;
  readonly wish: FormatOrder['wish'];
  readonly about: 'reply' | 'conversation';
  /** The last line of the log that the agent has seen. */
  readonly seenSequence: number;
}

export interface AgentCard {
  readonly id: string;
  /** As tenants see it. */
  readonly name: string;
  readonly teams: readonly string[];
  /** The role in which they were let do it, for the audit. */
  readonly role?: string;
}

/** Why an act is not done; the desk answers 409 with this as the problem's type. */
export type Refusal = {
  readonly is: 'refused';
  readonly because:
    | 'already-taken'
    | 'not-yours'
    | 'stale'
    | 'nothing-waiting'
    | 'not-now'
    | 'too-long'
    | 'other-person'
    | 'not-proved'
    | 'locked'
    | 'changed-meanwhile'
    | 'not-a-complaint'
    | 'case-closed'
    | 'already-acknowledged'
    | 'already-passed-up'
    | 'high-risk'
    | 'not-later'
    | 'not-theirs'
    | 'not-opened'
    | 'would-reveal';
  /** The last day to which it may be put off. */
  readonly latest?: string;
  /** What of the message would reveal something. */
  readonly words?: readonly string[];
};
