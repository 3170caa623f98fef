// What stands in the audit of the desk: who did what, in which role, when, and with whose data. No word of anybody's is in it.

/** Acts on a conversation have the name that they have everywhere. */
export const deeds = [
  'signed-in',
  'signed-out',
  'signed-out-everywhere',
  'not-let-in',
  'invited',
  'conversation-read',
  'conversation-watched',
  'searched',
  'mentions-read',
  'accept',
  'decline',
  'take-over',
  'force-close',
  'transfer',
  'pass',
  'hold',
  'merge',
  'return',
  'close',
  'message',
  'note',
  'format-ordered',
  'person-changed',
  'identity-checked',
  'person-change-dropped',
  'promise-kept',
  'promise-moved',
  'case-read',
  'case-opened',
  'case-changed',
  'case-linked',
  'case-acknowledged',
  'case-answered',
  'case-extended',
  'case-escalated',
  'case-passed-up',
  'adjustment-decided',
  'learned',
  'route-read',
  'routes-read',
  'route-set',
  'route-changed',
  'route-ended',
  'incident-told',
  'incident-changed',
  'incident-ended',
  'channel-stopped',
  'channel-started',
  'limits-set',
  'misread-marked',
  'delivery-retried',
  'exported',
  'erasure-looked-at',
  'erased',
  'hold-read',
  'held',
  'hold-ended',
  'deleted-on-schedule',
  'audit-read',
] as const;
export type Deed = (typeof deeds)[number];

/** What the data protection team answers for. */
export const privacyDeeds: readonly Deed[] = ['exported', 'erased', 'held', 'hold-ended', 'deleted-on-schedule'];

export interface AuditLine {
  readonly at: Date;
  /** Who did it, or `service`. */
  readonly agent: string;
  /** In which role they were let do it. */
  readonly role?: string;
  readonly did: Deed;
  /** Reference of the case or request that it was about. */
  readonly request?: string;
  /** Whose data: the store keeps a keyed hash of it. */
  readonly subject?: string;
  /** The same of the conversation. */
  readonly conversation?: string;
  /** Numbers and kinds; no data of the person. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** As it lies in the table: ids of people and conversations are hashes. */
export interface AuditRow {
  readonly agent: string;
  readonly role: string | null;
  readonly did: string;
  readonly request: string | null;
  readonly subject: string | null;
  readonly conversation: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}
