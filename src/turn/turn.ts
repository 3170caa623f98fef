// What a turn takes and gives. A turn is pure but for the reading ports in `World`; it sends nothing and writes nowhere.

import type { CaseKind, Due } from '../model/case.ts';
import type { ConversationState, MisreadBecause, Owner } from '../model/conversation.ts';
import type { Effect, Fact, Gist } from '../model/delivery.ts';
import type { Address, Inbound, MessageData } from '../model/message.ts';

/** A customer's message as the inbox saved it. */
export interface Received extends Inbound {
  /** Its number in the conversation. */
  readonly sequence: number;
  /** What was written, where `text` is a machine's English of it. */
  readonly own?: string;
  /** Where several quick messages are taken together: each by itself. Danger is looked for in each. */
  readonly parts?: readonly string[];
}

/** A message of the service or of an agent, ready for the log and for its channel. */
export interface Outgoing {
  readonly author: 'service' | 'agent';
  readonly kind: 'message' | 'event';
  readonly text: string;
  readonly language: string;
  readonly data: MessageData;
  readonly replyTo?: number;
  /** By text a link may stand for it where it would be too long: it is neither danger nor a question. */
  readonly page?: { readonly gist?: Gist };
  /** It goes where the conversation moves to in this turn. */
  readonly moves?: true;
  /** About danger: sent also to a number that has stopped texts. */
  readonly urgent?: true;
  /** Steps that somebody in danger is to take at once, and no question. */
  readonly isSafety?: true;
}

/** A case that this turn opened, as Doorstep's own record of it: what the tenant was told, also while the housing system is away. */
export interface CaseOpened {
  readonly reference: string;
  readonly kind: CaseKind | 'repair' | 'task';
  readonly person?: string;
  readonly enquiry: string;
  readonly receivedAt: Date;
  readonly due: readonly Due[];
  readonly restricted: boolean;
}

/** What we said that we would do, by when. */
export interface PromiseMade {
  readonly what: string;
  readonly by: string;
  readonly reference?: string;
  readonly owner: string;
}

/** What became of a promise; one that was moved is made anew with its new day. */
export interface PromiseEnded {
  readonly id: string;
  readonly as: 'kept' | 'moved';
  /** The agent who says so. */
  readonly by: string;
  readonly why?: string;
}

/** A promise that stays open: its team was reminded of it, or the tenant was told that it is late. */
export interface PromiseTold {
  readonly id: string;
  readonly as: 'warned' | 'missed';
  /** ISO date by which the tenant hears again. */
  readonly newsBy?: string;
}

export type HandoverChange = (
  | {
      readonly is: 'requested';
      readonly id: string;
      readonly team: string;
      /** Lower goes first: 0 danger and restricted, 1 hate incidents, 2 vulnerable, 5 ordinary. */
      readonly priority: number;
      readonly reason: string;
      readonly enquiry: string;
      /** The matter before it, where the enquiry is but that for a person; never a restricted one. */
      readonly about?: string;
      readonly language: string;
      readonly skills: readonly string[];
      readonly restricted: boolean;
      readonly requestedAt: Date;
      /** Before those who wait already and are no more urgent. */
      readonly inFront?: true;
      /** It is for a desk other than ours. */
      readonly elsewhere?: true;
      /** Who has it already. */
      readonly by?: string;
    }
  | { readonly is: 'accepted'; readonly id: string; readonly agent: string }
  /** It rests until then, and stays its agent's. */
  | { readonly is: 'held'; readonly id: string; readonly until: Date; readonly because: string }
  | { readonly is: 'resumed'; readonly id: string }
  /** `priority`, `restricted`: when they are others now. */
  | {
      readonly is: 'requeued';
      readonly id: string;
      readonly team: string;
      readonly reason: string;
      readonly priority?: number;
      readonly restricted?: true;
      /** It was with another desk, and is with ours from now on. */
      readonly elsewhere?: false;
    }
  | {
      readonly is: 'ended';
      readonly id: string;
      readonly as: 'closed' | 'returned' | 'call-back' | 'left' | 'merged';
      readonly outcome: string;
      /** The conversation in which it goes on; the commit is refused unless the same agent has that one. */
      readonly into?: string;
      /** Something restricted came up in it: it was that team's alone. */
      readonly team?: string;
      readonly restricted?: true;
    }
) & {
  /** The desk elsewhere has said so itself. */
  readonly isKnownThere?: true;
};

export interface Moves {
  readonly address: Address;
  readonly line?: { readonly number: string; readonly nth: number };
}

/** A message that was misread, without what tells whose it is. Told again under the same sequence when more is known. */
export interface Misread {
  readonly sequence: number;
  readonly words: string;
  readonly language: string;
  readonly because: MisreadBecause;
  readonly guessed?: string;
  readonly confidence?: number;
  /** The enquiry under way when it was written. */
  readonly during?: string;
  /** What it turned out to be. */
  readonly meant?: string;
}

export interface Turn {
  readonly state: ConversationState;
  readonly owner: Owner;
  readonly replies: readonly Outgoing[];
  readonly effects: readonly KeyedEffect[];
  readonly facts: readonly Fact[];
  readonly cases: readonly CaseOpened[];
  readonly promises: readonly PromiseMade[];
  readonly promiseEnded?: PromiseEnded;
  /** And others of the same case with it. */
  readonly othersEnded?: readonly PromiseEnded[];
  readonly promiseTold?: PromiseTold;
  /** No reply: it waits for the hours in which tenants are written to. `kept`: it stands in the log and is not sent. */
  readonly notice?: 'sent' | 'kept';
  readonly handover?: HandoverChange;
  readonly note?: {
    readonly agent: string;
    readonly text: string;
    readonly mentions?: readonly string[];
    readonly asks?: boolean;
  };
  /** Where the customer is reached from now on. `line`: whose texts come here from now on. */
  readonly moves?: Moves;
  readonly consent?: { readonly number: string; readonly is: 'out' | 'in'; readonly word: string };
  readonly misread?: readonly Misread[];
  /** What was kept of this conversation to learn from is taken away: it has become grave. */
  readonly forgetsMisread?: true;
  /** Failed proofs of identity, to be counted against these keys (a tenancy reference, an address), whoever asks next. */
  readonly failedProofs: readonly string[];
}

/** An effect and what it must stay in order with, e.g. `housing:CMP-1234567`. */
export type KeyedEffect = Effect & { readonly key: string };
