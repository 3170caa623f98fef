// What looking after people's data asks of others.

import type { AuditLine, AuditRow, Deed } from '../model/audit.ts';
import type { Message } from '../model/message.ts';
import type { RecordKind } from '../model/retention.ts';
import type { Housing } from '../turn/actions/housing.ts';

/** How many rows or conversations of each record were deleted. */
export type Deleted = Readonly<Partial<Record<RecordKind | 'files', number>>>;

/** The records that conversations are kept by. */
export type WholeKind = Extract<RecordKind, 'conversations' | 'evidence' | 'restricted'>;

/** What was opened in a conversation. */
export interface OpenedRecord {
  readonly reference: string;
  readonly kind: string;
}

export interface Batch {
  readonly kind: WholeKind;
  readonly before: Date;
  readonly conversations: readonly { readonly id: string; readonly opened: readonly OpenedRecord[] }[];
}

export interface Gone {
  /** Conversations of which nothing is left. */
  readonly ended: readonly string[];
  readonly messages: number;
}

export interface KeptData {
  /** What needs no look at conversations. */
  deleteOld(now: Date): Promise<Deleted>;
  /** Conversations with something past its time and nothing open that the store knows of. */
  pastTheirTime(now: Date): AsyncIterable<Batch>;
  /** What of these is past its time, in one transaction. A conversation that goes on loses its old messages only. */
  deleteBatch(ids: readonly string[], of: Pick<Batch, 'kind' | 'before'>): Promise<Gone>;
  /** Files whose rows are gone. */
  filesToRemove(limit: number): Promise<readonly string[]>;
  filesRemoved(ids: readonly string[]): Promise<void>;
}

export interface Files {
  remove(id: string): Promise<void>;
  /** Undefined when it is not there. */
  read(id: string): Promise<Buffer | undefined>;
}

export type Records = Pick<Housing, 'records'>;

/** Why something stays although its erasure was asked for. */
export type KeptBecause =
  | 'handover'
  | 'unanswered'
  | 'delivery'
  | 'promise'
  | 'hold'
  | 'case-open'
  | 'not-known-now'
  | 'evidence'
  | 'restricted'
  | 'shared-number'
  | 'opt-out'
  | 'route';

/** Whose data a request is about. */
export interface Subject {
  /** The case that asks for it, as the tenant was told. */
  readonly request: string;
  /** The conversation in which it was asked. */
  readonly conversation: string;
  /** On file; absent where nobody is. */
  readonly person?: string;
  /** Their numbers, E.164. */
  readonly numbers: readonly string[];
}

export interface HeldConversation {
  readonly id: string;
  readonly channel: string;
  readonly startedAt: Date;
  readonly kind: WholeKind;
  /** Known to be theirs; else it is only their number, which others may use too. */
  readonly isTheirs: boolean;
  /** They wrote in it for this person. */
  readonly speaksFor?: string;
  readonly openBecause: readonly KeptBecause[];
  readonly opened: readonly (OpenedRecord & { readonly enquiry: string; readonly restricted: boolean })[];
}

export interface Told {
  readonly messages: readonly Message[];
  readonly notes: readonly { readonly agent: string; readonly text: string; readonly at: Date }[];
  readonly promises: readonly Readonly<Record<string, unknown>>[];
  readonly handovers: readonly Readonly<Record<string, unknown>>[];
  /** A hand-over of it was for the team of a restricted matter alone. */
  readonly isRestricted: boolean;
  readonly texts: readonly Readonly<Record<string, unknown>>[];
  /** On which numbers it went on by text, and since when. */
  readonly numbers: readonly Readonly<Record<string, unknown>>[];
}

export interface Hold {
  readonly person: string;
  readonly why: string;
  readonly agent: string;
  readonly at: Date;
}

export interface ErasureCounts {
  readonly conversations: number;
  readonly messages: number;
  readonly files: number;
}

export interface PersonData {
  /** All conversations that are theirs or may be. */
  conversations(subject: Subject): Promise<readonly HeldConversation[]>;
  /** What is in one of them. */
  told(conversation: string): Promise<Told>;
  /** Conversations of others in which they are spoken for, or of which a case is theirs. */
  ofOthers(person: string): Promise<readonly string[]>;
  /** What is kept of them beside conversations. */
  beside(
    subject: Subject,
    today: string,
  ): Promise<{
    readonly consents: readonly {
      readonly number: string;
      readonly consent: 'in' | 'out';
      readonly word: string;
      readonly at: Date;
    }[];
    readonly routes: readonly (Readonly<Record<string, unknown>> & { readonly holds: boolean })[];
  }>;
  /**
   * Erases these conversations and what is kept beside them, in one transaction with its line in the audit and the task for who keeps the
   * housing system. Nothing happens when one of them is open by now.
   */
  erase(
    subject: Subject,
    what: {
      readonly conversations: readonly string[];
      readonly today: string;
      readonly line: AuditLine;
      readonly kept: readonly string[];
      readonly task?: Readonly<Record<string, unknown>>;
    },
  ): Promise<ErasureCounts | 'changed'>;
  holdOf(person: string): Promise<Hold | undefined>;
  /** False when one holds already. */
  hold(hold: Hold & { readonly role?: string | undefined }): Promise<boolean>;
  /** False when none holds. */
  endHold(
    person: string,
    by: { readonly agent: string; readonly at: Date; readonly role?: string | undefined },
  ): Promise<boolean>;
}

export interface Audit {
  write(line: AuditLine): Promise<void>;
  /** What of it fits, the latest first. */
  search(wanted: AuditSearch): Promise<readonly AuditFound[]>;
}

export interface AuditSearch {
  readonly limit: number;
  /** Whose data, by their id. */
  readonly person?: string;
  readonly conversation?: string;
  readonly agent?: string;
  readonly did?: readonly Deed[];
  readonly since?: Date;
  readonly until?: Date;
  /** Only what is older than this line: the next page. */
  readonly before?: { readonly at: Date; readonly id: string };
}

export interface AuditFound extends AuditRow {
  readonly id: string;
  readonly at: Date;
}
