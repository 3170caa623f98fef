// People and homes as the housing system keeps them. Times are RFC 3339, dates ISO 8601.

import type { Characteristics } from './characteristics.ts';

export interface Person {
  readonly id: string;
  readonly name: { readonly title?: string; readonly given: string; readonly family: string };
  readonly born?: string;
  readonly phones: readonly string[];
  readonly email?: string | null;
  /** BCP 47 tag. */
  readonly language?: string;
  readonly needs: readonly Need[];
  readonly contact?: ContactPreference;
  readonly household?: Readonly<Record<string, number>>;
  readonly profileCheckedOn?: string | null;
  readonly tenancies: readonly Tenancy[];
  readonly authority?: readonly Authority[];
  readonly warnings?: readonly Warning[];
  /** For figures alone. A housing system that keeps them has it, empty where nobody was asked; where it is missing, nobody is. */
  readonly characteristics?: Characteristics;
  /** For `If-Match` on a change. */
  readonly etag: string;
}

export interface Need {
  readonly kind: string;
  readonly formats?: readonly string[];
  readonly adjustments?: readonly string[];
  /** In which documents in these formats are made, BCP 47. */
  readonly language?: string;
  /** For those who come to the home: what to do, never why. */
  readonly instruction?: string;
  readonly since?: string;
  /** A date or `long-term`. */
  readonly until?: string;
  readonly review?: string;
  /** When the person said that it is not needed any more. Only that ends it. */
  readonly endedOn?: string;
}

export interface ContactPreference {
  readonly prefer?: string;
  readonly avoid?: readonly string[];
  readonly never?: readonly string[];
  readonly visitBy?: string;
  /** When a visit suits: `outside-office-hours`. */
  readonly visitHours?: string;
  /** Title and name as they want to be called. */
  readonly calledAs?: string;
  /** Whether a voice may be left or heard by others: `no-message`, or `only-me`. */
  readonly calls?: string;
  /** When they are reached best, in their own words: `after 3 pm`, `Mondays and Thursdays`. */
  readonly best?: string;
  /** Accents in texts: `keep`, `fit` (left out where a text would be long) or `leave-out`. */
  readonly accents?: string;
  /** Spoken with them, where it is not the language that they read; BCP 47. */
  readonly speaks?: string;
  /** Of letters, where it is another than that of messages; BCP 47. */
  readonly letters?: string;
}

/** A change of it: null takes a part away. */
export type ContactChange = { readonly [Part in keyof ContactPreference]: ContactPreference[Part] | null };

/** The tenures that dialogs may tell apart; a housing system may name others, and their people are served as most tenants are. */
export const tenures = [
  'general-needs',
  'supported',
  'sheltered',
  'leasehold',
  'shared-ownership',
  'rent-to-buy',
  'market-rent',
  'temporary',
  'commercial',
  'third-party-managed',
] as const;

export interface Tenancy {
  readonly reference: string;
  readonly role: 'tenant' | 'joint-tenant' | 'occupant' | 'leaseholder' | 'shared-owner';
  /** Of `tenures`, or the housing system's own. */
  readonly tenure: string;
  readonly property: Property;
  readonly since?: string;
}

export interface Property {
  readonly id: string;
  readonly address: string;
  readonly postcode: string;
  readonly area?: string;
  readonly heating?: string;
  readonly patch?: string;
}

/** Somebody else who may speak for this person. */
export interface Authority {
  readonly person: string;
  readonly scope: string;
  readonly since: string;
  readonly until: string | null;
  readonly kind: string;
}

/** What staff are warned of before they meet somebody. Without a reason and a day to look again it is hearsay, and shown to nobody. */
export interface Warning {
  readonly what: string;
  readonly reason?: string;
  readonly since?: string;
  readonly review?: string;
}

export interface Account {
  readonly tenancy: string;
  /** Pounds. Above zero is owed, below zero is in credit. */
  readonly balance: number;
  readonly asOf: string;
  readonly payments: readonly { readonly on: string; readonly amount: number }[];
}

export interface Repair {
  readonly reference: string;
  readonly property: string;
  readonly person: string;
  readonly fault: string;
  readonly room?: string;
  readonly sharedPart?: string;
  readonly trade: string;
  readonly priority: 'emergency' | 'urgent' | 'routine' | 'hazard';
  readonly status: string;
  readonly appointment?: { readonly date: string; readonly slot: 'am' | 'pm' };
  readonly contractor?: string;
  readonly reportedOn?: string;
}

/** A free appointment. */
export interface Slot {
  readonly date: string;
  readonly slot: 'am' | 'pm';
}
