// What the desk's API tells of who is served, and takes as a change of their record.

import type { ConversationView } from '../api.ts';
import { call } from '../call.ts';

type Name = { readonly title?: string; readonly given: string; readonly family: string };

export interface Need {
  readonly kind: string;
  readonly formats?: readonly string[];
  readonly adjustments?: readonly string[];
  readonly language?: string;
  readonly instruction?: string;
  readonly since?: string;
  /** An ISO date, or `long-term`. */
  readonly until?: string;
  readonly review?: string;
}

export interface PersonCard {
  readonly id: string;
  /** To be sent back with a change of what was read. */
  readonly version: string;
  readonly name: Name;
  readonly language: string | null;
  readonly contact: {
    readonly prefer?: string;
    readonly avoid?: readonly string[];
    readonly never?: readonly string[];
    readonly visitBy?: string;
    readonly visitHours?: string;
    readonly calledAs?: string;
    readonly calls?: string;
    readonly speaks?: string;
    readonly letters?: string;
    readonly best?: string;
  };
  readonly knownBy: 'number' | 'portal' | 'proof';
  readonly proved: boolean;
  readonly authority: readonly {
    readonly person: string;
    readonly name: Name | null;
    readonly scope: string;
    readonly kind: string;
    readonly until: string | null;
  }[];
  readonly warnings: readonly {
    readonly what: string;
    readonly reason: string;
    readonly review: string;
    readonly isOverdue: boolean;
  }[];
  readonly tenancies: readonly { readonly role: string; readonly tenure: string }[];
}

/** A change of the record that is not there yet. */
export interface Edit {
  readonly id: string;
  readonly is: 'saving' | 'conflict' | 'refused';
  /** Ids of colleagues. */
  readonly agent: string;
  readonly by: { readonly agent: string; readonly at: string } | null;
  readonly parts: readonly EditPart[];
}

export interface EditPart {
  readonly what: string;
  readonly yours: unknown;
  readonly theirs: unknown;
}

/** Null takes a part away. */
export type Changes = Readonly<Record<string, unknown>>;

export interface AccountView {
  readonly phones: readonly string[];
  readonly email: string | null;
  readonly tenancies: readonly {
    readonly reference: string;
    readonly role: string;
    readonly tenure: string;
    readonly since?: string;
    readonly address: string;
    readonly postcode: string;
  }[];
  readonly account: {
    /** Pounds. Above zero is owed. */
    readonly balance: number;
    readonly asOf: string;
    readonly payments: readonly { readonly on: string; readonly amount: number }[];
  } | null;
  readonly repairs: readonly {
    readonly reference: string;
    readonly fault: string;
    readonly status: string;
    readonly appointment?: { readonly date: string; readonly slot: string };
  }[];
}

export interface DirectoryView {
  readonly directory: 'known' | 'away';
  readonly needs: readonly string[];
  readonly areas: readonly string[];
  readonly tenantLanguage: string;
  readonly services: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly phone?: string;
    readonly web?: string;
    /** From us. */
    readonly takesReferrals: boolean;
    readonly text: string | null;
  }[];
}

const of = ({ id }: Pick<ConversationView, 'id'>) => `/conversations/${encodeURIComponent(id)}`;

export const personApi = {
  account: (view: ConversationView) => call<AccountView>('GET', `${of(view)}/account`),
  directory: (view: ConversationView, wanted: Readonly<Record<string, string>>) =>
    call<DirectoryView>('GET', `${of(view)}/directory?${new URLSearchParams(wanted)}`),
  change: (view: ConversationView, card: PersonCard, more: { changes: Changes; requestId: string; instead?: string }) =>
    call('POST', `${of(view)}/person`, { person: card.id, version: card.version, ...more }),
  check: (view: ConversationView, details: { tenancy: string; born: string; postcode: string }) =>
    call<{ readonly proved: boolean }>('POST', `${of(view)}/identity`, details),
  drop: (view: ConversationView, edit: string) =>
    call('POST', `${of(view)}/person/${encodeURIComponent(edit)}/drop`, {}),
};
