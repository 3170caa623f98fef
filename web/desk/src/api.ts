// The desk's API as the page uses it.

import type { Adjustment, Decision, WaitingAdjustment } from './adjustment.ts';
import { call } from './call.ts';
import type { AuditPage, AuditSearch, WayIn } from './came-in.ts';
import type { Clock } from './cases/api.ts';
import type { Colleague, Mentions } from './colleagues.ts';
import type { Kept } from './draft.ts';
import type { Ending, WrapUpChoices } from './ending.ts';
import type { ClosedComplaints, Headlines, Lesson, MisreadList } from './learned.ts';
import type { ListName, ListOf, SearchResult } from './lists.ts';
import type { Edit, Need, PersonCard } from './person/api.ts';
import type { CannedReplies, Revealing, Sent } from './sent.ts';

export type { Adjustment, Decision, WaitingAdjustment } from './adjustment.ts';
export type { QueueLine } from './queue-line.ts';

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly teams: readonly string[];
  readonly roles?: readonly string[];
  readonly presence?: { readonly state: string; readonly skills?: readonly string[] } | null;
  readonly decidesAdjustments?: boolean;
  /** Where a conversation can be passed on to. */
  readonly handoverTeams?: readonly { readonly id: string; readonly name: string }[];
  /** Whether messages are translated for them. */
  readonly translates?: boolean;
  /** Whether they may set agreed routes. */
  readonly managesRoutes?: boolean;
}

export interface Line {
  readonly id: string;
  readonly sequence: number;
  readonly author: 'customer' | 'service' | 'agent';
  readonly kind: 'message' | 'event';
  readonly text: string;
  readonly language: string;
  readonly at: string;
  readonly data: {
    readonly agentName?: string;
    readonly original?: string;
    readonly originalLanguage?: string;
    readonly doubts?: readonly string[];
    readonly source?: string;
    readonly options?: readonly { readonly value: string; readonly label: string }[];
    readonly attachments?: readonly { readonly id: string; readonly name: string; readonly url: string }[];
    readonly name?: string;
  };
}

/** How the contact of who writes goes, until when. */
export interface AgreedRoute {
  readonly route: 'named-contact' | 'written-weekly';
  readonly contact: string;
  readonly weekday?: string;
  /** ISO dates. */
  readonly until: string;
  readonly reviewOn: string;
}

export interface ConversationView {
  readonly id: string;
  readonly channel: string;
  readonly owner: { readonly is: 'bot' | 'queue' | 'agent'; readonly agent?: string };
  readonly language: string;
  readonly optedOut: boolean;
  readonly strikes: readonly string[];
  readonly housing: 'known' | 'away';
  /** ISO date, by the service's clock. */
  readonly today: string;
  readonly person: PersonCard | null;
  /** Changes of their record that are not there yet. */
  readonly edits: readonly Edit[];
  /** Who writes, where it is for the person that is shown. */
  readonly speaker: {
    readonly id: string;
    readonly name: { readonly given: string; readonly family: string } | null;
    readonly kind: string;
  } | null;
  readonly route: AgreedRoute | null;
  readonly needs: readonly Need[];
  readonly cases: readonly {
    readonly reference: string;
    readonly kind: string;
    readonly status: string;
    readonly clocks: readonly Clock[];
  }[];
  /** Said in this conversation, checked by nobody. */
  readonly told: {
    readonly name?: string;
    readonly phone?: string;
    readonly onBehalfOf?: string;
    readonly needs: readonly string[];
  };
  /** Opened in this conversation, by our own record. */
  readonly opened: readonly {
    readonly reference: string;
    readonly kind: string;
    readonly restricted: boolean;
    readonly status?: string;
    readonly clocks: readonly Clock[];
  }[];
  readonly contacts: readonly {
    readonly at: string;
    readonly channel: string;
    readonly topic: string;
    readonly outcome: string;
    /** Where it was. */
    readonly conversation?: string;
  }[];
  readonly handovers: readonly {
    readonly id: string;
    readonly state: string;
    readonly team: string;
    readonly reason: string;
    readonly enquiry: string;
    readonly about?: string;
    readonly agent?: string;
    readonly held?: { readonly until: string; readonly because: string };
  }[];
  /** Other conversations of who writes. */
  readonly threads: {
    readonly open: readonly {
      readonly conversation: string;
      readonly channel: string;
      readonly enquiry: string;
      readonly about?: string;
      readonly state: string;
      readonly agent?: string;
    }[];
    readonly mergedFrom: readonly { readonly conversation: string; readonly channel: string; readonly at: string }[];
    readonly mergedInto: readonly { readonly conversation: string; readonly at: string }[];
  };
  readonly transcript: readonly Line[];
  readonly sequence: number;
  /** Names of colleagues by id. */
  readonly agents: Readonly<Record<string, string>>;
  readonly notes: readonly {
    readonly id: string;
    readonly agent: string;
    readonly text: string;
    readonly at: string;
    readonly mentions: readonly string[];
    readonly asks: boolean;
  }[];
  /** What the agent wrote here and has not sent, maybe on another machine. */
  readonly draft: Kept | null;
}

/** A delivery that was given up. */
export interface Parked {
  readonly id: string;
  readonly kind: string;
  /** What went wrong: `refused`, `unreachable`… */
  readonly code: string;
  readonly createdAt: string;
}

/** What was promised to a tenant and is not known to be kept. */
export interface PromiseMade {
  readonly id: string;
  readonly what: string;
  /** An ISO date, or RFC 3339. */
  readonly by: string;
  readonly owner: string;
  readonly reference?: string;
  readonly restricted: boolean;
  /** What I may do about it. */
  readonly can: readonly ('keep' | 'move')[];
  /** The tenant knows that it is late, and hears again by this day. */
  readonly newsBy?: string;
}

export interface Moved {
  readonly to: string;
  readonly why: string;
}

export interface PromisesDue {
  readonly overdue: readonly PromiseMade[];
  readonly soon: readonly PromiseMade[];
}

const at = encodeURIComponent;

export const api = {
  signIn: (link: string) => call<Agent>('POST', '/session', { link }),
  /** Where to go on to, to sign out at the sign-in provider as well. */
  signOut: () => call<{ readonly to: string } | undefined>('DELETE', '/session'),
  waysIn: () => call<WayIn>('GET', '/sign-in'),
  audit: (search: AuditSearch) => call<AuditPage>('GET', `/audit?${new URLSearchParams(search)}`),
  me: () => call<Agent>('GET', '/me'),
  presence: (state: 'available' | 'busy' | 'away' | 'offline', skills: readonly string[]) =>
    call('PUT', '/me/presence', { state, skills }),
  list: (name: ListName) => call<ListOf>('GET', `/lists/${name}`),
  search: (text: string) => call<SearchResult>('POST', '/search', { text }),
  conversation: (id: string) => call<ConversationView>('GET', `/conversations/${at(id)}`),
  translations: (id: string) =>
    call<{
      readonly to: string;
      readonly lines: readonly { readonly sequence: number; readonly from: string; readonly text: string }[];
    }>('GET', `/conversations/${at(id)}/translations`),
  canned: (id: string) => call<CannedReplies>('GET', `/conversations/${at(id)}/canned`),
  orderFormat: (
    id: string,
    order: {
      readonly requestId: string;
      readonly about: 'reply' | 'conversation';
      readonly formats: readonly string[];
      readonly seenSequence: number;
    },
  ) => call('POST', `/conversations/${at(id)}/formats`, order),
  accept: (handover: string) => call('POST', `/handovers/${at(handover)}/accept`, {}),
  decline: (handover: string) => call('POST', `/handovers/${at(handover)}/decline`, {}),
  wrapUp: () => call<WrapUpChoices>('GET', '/wrap-up'),
  macro: (
    handover: string,
    run: { readonly name: string; readonly requestId: string; readonly seenSequence: number } & Revealing & {
        readonly from?: number;
      },
  ) => call('POST', `/handovers/${at(handover)}/macro`, run),
  merge: (handover: string, how: { into: string; seenSequence: number }) =>
    call('POST', `/handovers/${at(handover)}/merge`, how),
  close: (handover: string, how: Ending) => call('POST', `/handovers/${at(handover)}/close`, how),
  giveBack: (handover: string, dialog?: string) =>
    call('POST', `/handovers/${at(handover)}/return`, dialog === undefined ? {} : { dialog }),
  transfer: (handover: string, team: string, reason: string) =>
    call('POST', `/handovers/${at(handover)}/transfer`, { team, reason }),
  send: (id: string, message: Sent) => call('POST', `/conversations/${at(id)}/messages`, message),
  setRoute: (person: string, wanted: Omit<AgreedRoute, 'reviewOn'> & { readonly reason: string }) =>
    call('PUT', `/people/${at(person)}/route`, wanted),
  endRoute: (person: string, why: string) => call('POST', `/people/${at(person)}/route/end`, { why }),
  parked: () => call<{ readonly parked: readonly Parked[] }>('GET', '/insight/parked'),
  retryDelivery: (id: string) => call('POST', `/deliveries/${at(id)}/retry`, {}),
  promises: () => call<PromisesDue>('GET', '/promises'),
  keepPromise: (id: string) => call('POST', `/promises/${at(id)}/keep`, {}),
  movePromise: (id: string, moved: Moved & Revealing) => call('POST', `/promises/${at(id)}/move`, moved),
  closedComplaints: () => call<ClosedComplaints>('GET', '/complaints'),
  learn: (reference: string, lesson: Lesson) => call('POST', `/complaints/${at(reference)}/learning`, lesson),
  misread: () => call<MisreadList>('GET', '/misread'),
  markMisread: (id: string, mark: { readonly as: 'done' } | { readonly as: 'example'; readonly enquiry: string }) =>
    call('POST', `/misread/${at(id)}`, mark),
  headlines: async (): Promise<Headlines> => {
    const [firstContact, avoidable] = await Promise.all([
      call<Headlines['firstContact']>('GET', '/insight/first-contact'),
      call<Headlines['avoidable']>('GET', '/insight/avoidable'),
    ]);
    return { firstContact, avoidable };
  },
  adjustments: () => call<{ readonly waiting: readonly WaitingAdjustment[] }>('GET', '/adjustments'),
  adjustment: (reference: string) => call<Adjustment>('GET', `/adjustments/${at(reference)}`),
  decide: (reference: string, decision: Decision & Revealing) =>
    call('POST', `/adjustments/${at(reference)}/decide`, decision),
  note: (id: string, note: { readonly text: string; readonly mentions: readonly string[]; readonly asks: boolean }) =>
    call('POST', `/conversations/${at(id)}/notes`, note),
  colleagues: () => call<{ readonly colleagues: readonly Colleague[] }>('GET', '/colleagues'),
  mentions: () => call<Mentions>('GET', '/mentions'),
  mentionsRead: (id: string) => call('POST', `/conversations/${at(id)}/mentions/read`, {}),
  keepDraft: (id: string, draft: Kept) => call('PUT', `/conversations/${at(id)}/draft`, draft),
  hold: (handover: string, until: { readonly reason: string; readonly until: string }) =>
    call('POST', `/handovers/${at(handover)}/hold`, until),
  passTo: (handover: string, agent: string, reason: string) =>
    call('POST', `/handovers/${at(handover)}/transfer`, { agent, reason }),
  dialogs: () => call<{ readonly dialogs: readonly string[] }>('GET', '/dialogs'),
};
