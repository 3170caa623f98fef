// What a supervisor sees and changes besides conversations.

import type { AuditLine } from '../../model/audit.ts';
import type { Incident } from '../../model/incident.ts';
import type { ChannelName } from '../../model/message.ts';
import type { Capacity, Full, LimitsSet } from '../../model/routing-limits.ts';

export interface KeptIncident extends Incident {
  readonly agent: string;
  readonly at: Date;
  readonly endedAt: Date | null;
}

export type NewIncident = Pick<Incident, 'topics' | 'places' | 'words' | 'from' | 'until'>;

/** Conversations in which it was told, was said to be theirs, was reported all the same. */
export interface IncidentCounts {
  readonly told: number;
  readonly same: number;
  readonly reported: number;
}

/** What is changed has its line in the audit in the same transaction. */
export interface IncidentStore {
  /** Those that are not over, also those that have not begun. */
  current(now: Date): Promise<readonly KeptIncident[]>;
  /** And those that are over since a short while. */
  recent(now: Date): Promise<readonly KeptIncident[]>;
  counts(since: Date): Promise<ReadonlyMap<string, IncidentCounts>>;
  /** @returns its number */
  add(incident: NewIncident, line: AuditLine): Promise<string>;
  /** False when it is over, or there is none. */
  change(id: string, news: Pick<Incident, 'words' | 'until'>, line: AuditLine): Promise<boolean>;
  end(id: string, line: AuditLine): Promise<boolean>;
}

/** The assistant answers nobody on this channel for now. */
export interface ChannelStop {
  readonly id: string;
  readonly channel: ChannelName;
  readonly why: string;
  readonly agent: string;
  readonly at: Date;
}

export interface ChannelStops {
  open(): Promise<readonly ChannelStop[]>;
  /** Conversations whose last words no turn has answered. */
  waiting(): Promise<readonly { readonly channel: ChannelName; readonly count: number; readonly oldest: Date }[]>;
  /** False when it is stopped already. */
  stop(what: Pick<ChannelStop, 'channel' | 'why'>, line: AuditLine): Promise<boolean>;
  start(channel: ChannelName, line: AuditLine): Promise<boolean>;
}

export interface RoutingLimits {
  all(): Promise<LimitsSet>;
  /** In place of what was set before; with nothing in it the pack holds again. */
  set(
    what: { readonly kind: 'team' | 'agent'; readonly of: string; readonly limits: Full | Capacity },
    line: AuditLine,
  ): Promise<void>;
}
