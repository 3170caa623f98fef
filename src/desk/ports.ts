// What the desk asks of others. It reads the queue and the log; whatever changes a conversation is an Act.

import type { AuditLine } from '../model/audit.ts';
import type { Due } from '../model/case.ts';
import type { ContactRoute } from '../model/contact-route.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Message } from '../model/message.ts';
import type { Act, OpenPromise, OrphanFound } from '../turn/act.ts';
import type { Refusal } from '../turn/refusal.ts';
import type { DraftStore, NoteStore } from './colleagues/ports.ts';
import type { Role } from './roles.ts';
import type { ViewStore } from './views/ports.ts';

export interface Agent {
  readonly id: string;
  /** As tenants see it. */
  readonly name: string;
  readonly teams: readonly string[];
  /** The one in which they were let do what they do now. */
  readonly role?: Role;
}

/** By a one-time link, or at the landlord's sign-in provider. */
export type CameBy = 'link' | 'oidc';

/** The line is written in the same transaction, or neither is. */
export interface SessionStore {
  openSession(
    session: {
      readonly hash: string;
      readonly agent: string;
      readonly at: Date;
      readonly until: Date;
      readonly by: CameBy;
      readonly hint?: string;
    },
    line: AuditLine,
  ): Promise<void>;
  /** The agent behind a session that is open at `now` and in which somebody was there after `seenAfter`. */
  sessionAgent(
    hash: string,
    open: { readonly now: Date; readonly seenAfter: Date; readonly by: CameBy },
  ): Promise<Agent | undefined>;
  sessionSeen(hash: string, at: Date): Promise<void>;
  /** How the provider knows it again; undefined when it does not, or it is over. */
  sessionHint(hash: string): Promise<string | undefined>;
  /** Returns its hint. */
  closeSession(hash: string, line?: AuditLine): Promise<string | undefined>;
  closeSessions(agent: string, line: AuditLine): Promise<void>;
}

export type PresenceState = 'available' | 'busy' | 'away' | 'offline';

export interface Presence {
  readonly state: PresenceState;
  readonly reason?: string;
  /** How many conversations the agent takes at once, where they say so: never more than they are let have. */
  readonly capacity?: number;
  readonly skills: readonly string[];
  /** BCP 47. */
  readonly languages: readonly string[];
}

export interface Handover {
  readonly id: string;
  readonly conversation: string;
  readonly channel: string;
  readonly team: string;
  readonly priority: number;
  readonly reason: string;
  readonly enquiry: string;
  /** The matter before it, where the enquiry is but that for a person. */
  readonly about?: string;
  readonly language: string;
  readonly skills: readonly string[];
  readonly restricted: boolean;
  readonly state: 'waiting' | 'accepted' | 'ended';
  readonly agent?: string;
  /** Since when it waits, or waited: one that is put back waits anew. */
  readonly requestedAt: Date;
  /** When it was first asked for, where it was put back since. */
  readonly firstRequestedAt?: Date;
  readonly acceptedAt?: Date;
  readonly endedAt?: Date;
  /** The conversation in which it goes on. */
  readonly mergedInto?: string;
  /** It rests until then, for a reason that agents read. */
  readonly held?: { readonly until: Date; readonly because: string };
  /** When it last came back to the agent who has it. */
  readonly resumedAt?: Date;
}

/** A case, repair or task as Doorstep recorded it when it told of it. */
export interface OpenedCase {
  readonly reference: string;
  readonly kind: string;
  readonly enquiry: string;
  readonly receivedAt: Date;
  readonly due: readonly Due[];
  readonly restricted: boolean;
}

/** How many conversations somebody has, by channel. */
export type Load = ReadonlyMap<string, number>;
/** By agent. */
export type Loads = ReadonlyMap<string, Load>;

export interface DeskStore extends SessionStore, NoteStore, DraftStore, ViewStore {
  saveAgent(agent: Agent): Promise<void>;
  agent(id: string): Promise<Agent | undefined>;
  /** All who have ever come in, by name. */
  agents(): Promise<readonly Agent[]>;
  /** Names by id. */
  names(ids: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** True for exactly one caller per link, ever. */
  spendLink(link: { readonly id: string; readonly at: Date }): Promise<boolean>;
  /** Waiting handovers: lowest priority number first, longest waiting first within it. */
  waiting(): Promise<readonly Handover[]>;
  accepted(): Promise<readonly Handover[]>;
  /** At a desk other than ours, the longest waiting first; the others are ours alone. */
  waitingElsewhere(): Promise<readonly Handover[]>;
  /** The last one first. */
  endedSince(when: Date): Promise<readonly Handover[]>;
  handover(id: string): Promise<Handover | undefined>;
  handoversOf(conversation: string): Promise<readonly Handover[]>;
  /** Whatever waits or is accepted now of what this person writes, the longest waiting first. */
  openOf(person: string): Promise<readonly Handover[]>;
  /** Those that go on in this conversation, in the order in which they ended. */
  mergedInto(conversation: string): Promise<readonly Handover[]>;
  /** Those of these conversations that are for their team alone, or were, the longest ago first. */
  restrictedHandovers(conversations: readonly string[]): Promise<readonly Handover[]>;
  /** How many conversations each agent has now; one that rests takes nobody's time. */
  loads(): Promise<Loads>;
  /** What was opened in a conversation, in that order. */
  openedIn(conversation: string): Promise<readonly OpenedCase[]>;
  /** The restricted enquiries that came up in these conversations. */
  restrictedIn(conversations: readonly string[]): Promise<readonly RestrictedMatter[]>;
}

export interface RestrictedMatter {
  readonly conversation: string;
  readonly enquiry: string;
}

export interface PromiseStore {
  /** Open ones due until the end of that day (ISO date), the oldest day first. */
  due(until: string): Promise<readonly OpenPromise[]>;
  /** One by its id; undefined when there is none, or it has ended. */
  open(id: string): Promise<OpenPromise | undefined>;
  /** How many have a day before this one (ISO date). */
  overdue(today: string): Promise<number>;
}

/** Words that were misread, without what tells whose they are. */
export interface MisreadRow {
  readonly id: string;
  readonly at: Date;
  readonly words: string;
  readonly done_at: Date | null;
}

export interface MisreadStore {
  /** What is not done, the newest first. */
  list(wanted: { readonly limit: number }): Promise<readonly MisreadRow[]>;
  find(id: string): Promise<MisreadRow | undefined>;
  markDone(id: string, at: Date): Promise<void>;
  wantExample(id: string, enquiry: string): Promise<boolean>;
}

/** A closed complaint of which nobody has said what was learned. */
export interface WithoutLesson {
  readonly reference: string;
  readonly conversation: string;
  readonly receivedAt: string;
  readonly outcome: string | null;
}

/** A request to do something differently that nobody has decided on. */
export interface WaitingAdjustment {
  readonly reference: string;
  readonly conversation: string;
  /** Our promise to decide. */
  readonly promise: string;
  /** ISO date by which it was promised. */
  readonly by: string;
}

export interface AdjustmentStore {
  /** The one with the nearest day first. */
  waiting(): Promise<readonly WaitingAdjustment[]>;
  find(reference: string): Promise<WaitingAdjustment | undefined>;
}

/** A line of the history of somebody's agreed route. */
export interface RouteChange extends ContactRoute {
  readonly isDone: 'set' | 'changed' | 'ended';
  readonly reason: string;
  /** ISO date: looked at again by then. */
  readonly reviewOn: string;
  /** The manager. */
  readonly agent: string;
  readonly at: Date;
}

export interface RouteStore {
  /** The one that holds for a person on a day (ISO date). */
  holding(person: string, on: string): Promise<RouteChange | undefined>;
  /** Everything that was done, the latest first. */
  historyOf(person: string): Promise<readonly RouteChange[]>;
  /** All that hold on a day, those first that are to be reviewed first. */
  allHolding(on: string): Promise<readonly RouteChange[]>;
  /** With its line in the audit, in one transaction. @param role in which they were let do it */
  add(change: Omit<RouteChange, 'id'>, role?: string): Promise<void>;
}

/** What a lease holds: also the teams, so that who asks how many are there need not look agents up. */
export interface PresentAgent extends Presence {
  readonly teams: readonly string[];
}

/** Leases: gone when not renewed. */
export interface PresenceLeases {
  renew(agent: string, present: PresentAgent, forMs: number): Promise<void>;
  end(agent: string): Promise<void>;
  all(): Promise<ReadonlyMap<string, PresentAgent>>;
}

export type Acted =
  | { readonly is: 'committed'; readonly messages: readonly Message[] }
  | { readonly is: 'repeat'; readonly messages: readonly Message[] }
  | { readonly is: 'stale'; readonly sequence: number }
  | Refusal;

export interface Conversations {
  act(conversation: string, act: Act): Promise<Acted>;
  find(conversation: string): Promise<Conversation | undefined>;
  read(conversation: string, after: number, limit?: number): Promise<readonly Message[]>;
}

/** A waiting handover as the queue has it. */
export interface Waiting extends Handover {
  /** The agent who last had this person. */
  readonly knownTo?: string;
  /** Who has declined it since it was asked for, and who let an offer of it run out. */
  readonly declinedBy: readonly string[];
  readonly missedBy: readonly string[];
}

export interface Offer {
  readonly handover: string;
  readonly agent: string;
}

/** What stands offered: one for each handover, at most one for each agent. */
export interface Reservation extends Offer {
  readonly until: Date;
}

export interface Reservations {
  /**
   * Ends what is over (see the table), then offers what `choose` says, in one transaction; answers whether anything changed, or
   * `busy` when another instance is at it.
   */
  turnOver(
    now: Date,
    there: readonly string[],
    choose: (queue: Queue) => Promise<readonly Reservation[]>,
  ): Promise<'changed' | 'same' | 'busy'>;
  /** An agent will not have it; it is offered to somebody else. */
  declined(offer: Offer, now: Date): Promise<void>;
  open(): Promise<readonly Reservation[]>;
}

export interface Queue {
  /** Those of these teams, in the order of the queue, without an offer; the front of a long one. Asked only where somebody is free. */
  waiting(teams: readonly string[]): Promise<readonly Waiting[]>;
  /** Agents with an open offer. */
  readonly asked: ReadonlySet<string>;
  readonly loads: Loads;
  /** Agents who let an offer run out a moment ago. */
  readonly missed: ReadonlySet<string>;
}

export interface Orphans {
  /** As they are at this moment, in one look. */
  find(): Promise<readonly { readonly conversation: string; readonly found: OrphanFound }[]>;
  /** How many were put right since then. */
  count(since: Date): Promise<number>;
}
