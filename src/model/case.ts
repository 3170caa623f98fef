// Cases, tasks and contacts as they are written to the housing system. Field names are the public contract of /housing/v1.

export type CaseKind =
  | 'complaint'
  | 'adjustment'
  | 'format'
  | 'hazard'
  | 'conduct'
  | 'safeguarding'
  | 'hate-incident'
  | 'domestic-abuse'
  | 'asb'
  | 'referral'
  | 'data-request'
  | 'enquiry';

/** Read by its own team alone, and told of to nobody who only shares a phone or a screen. */
export function isRestrictedKind(kind: string): boolean {
  return restrictedKinds.includes(kind);
}

const restrictedKinds: readonly string[] = [
  'safeguarding',
  'domestic-abuse',
  'hate-incident',
  'conduct',
] satisfies CaseKind[];

const closed = ['closed', 'completed', 'done', 'resolved', 'cancelled'];

/** Of a case, repair or task, as housing systems name it. */
export const isClosed = ({ status }: { readonly status: string }): boolean => closed.includes(status);

export interface NewCase {
  /** Made by Doorstep at the turn's commit, so that the tenant has it at once, also while the housing system is away. */
  readonly reference: string;
  readonly kind: CaseKind;
  readonly status: 'open';
  readonly stage?: string;
  readonly priority: 'emergency' | 'high' | 'normal';
  readonly riskReasons: readonly string[];
  readonly person?: string;
  readonly tenancy?: string;
  readonly reportedBy: {
    readonly person?: string;
    readonly name?: string;
    readonly relation: string;
    readonly authority: string;
    /** What they are to the landlord, when they speak for themselves: `joint-tenant`, `applicant`. */
    readonly role?: string;
  };
  /** The tenant's own words, untouched. */
  readonly words: string;
  readonly language: string;
  readonly english?: string;
  readonly outcomeSought?: string;
  readonly needs: readonly string[];
  /** RFC 3339 with offset: when the message arrived, also when the case reaches the housing system later. */
  readonly receivedAt: string;
  readonly acknowledgedAt?: string;
  readonly due: readonly Due[];
  readonly owner?: string;
  readonly team: string;
  readonly links: readonly string[];
  readonly channel: string;
  readonly conversation: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A clock: what must be done by when, and the rule that says so. */
export interface Due {
  readonly what: string;
  /** RFC 3339 with offset, or an ISO date for a whole working day. */
  readonly by: string;
  readonly basis: string;
  readonly rule: string;
}

/** As the housing system has it now; staff move its status on. */
export interface Case extends Omit<NewCase, 'status'> {
  readonly status: string;
  readonly createdAt: string;
  /** Of a single case that was read: the version that a change of it is made from; none where the system has none. */
  readonly etag?: string;
}

export interface NewTask {
  readonly reference: string;
  readonly team: string;
  readonly kind: string;
  readonly person?: string;
  readonly words: string;
  readonly language: string;
  /** ISO date. */
  readonly due: string;
  readonly owner?: string;
  readonly conversation: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** As the housing system has it now. */
export interface Task extends NewTask {
  readonly status: string;
}

export interface NewRepair {
  readonly reference: string;
  readonly person: string;
  readonly property?: string;
  readonly tenancy?: string;
  readonly fault: string;
  readonly room?: string;
  /** Of a fault that several homes share: the lift, the door entry. Reported once for the building. */
  readonly sharedPart?: string;
  readonly trade: string;
  readonly priority: 'emergency' | 'urgent' | 'routine' | 'hazard';
  readonly access?: string;
  readonly appointment?: { readonly date: string; readonly slot: 'am' | 'pm' };
  readonly words: string;
  readonly language: string;
  readonly reportedAt: string;
  readonly conversation: string;
  readonly attachments: readonly string[];
  /** References of what was opened with it: the hazard that it tells of. */
  readonly links?: readonly string[];
  /** Who reported it, where it was not whose home it is. */
  readonly reportedBy?: NewCase['reportedBy'];
}

export interface NewContact {
  readonly person?: string;
  readonly at: string;
  readonly channel: string;
  readonly topic: string;
  readonly outcome: string;
  readonly conversation: string;
  /** Who wrote, where it was not whom it is about. */
  readonly reportedBy?: NewCase['reportedBy'];
  /** Of one with a person: their name, what made it avoidable, the task of what was promised and its day. */
  readonly details?: Readonly<Record<string, unknown>>;
}
