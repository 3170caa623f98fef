// Cases as the page reads and changes them.

import { call } from '../call.ts';

export interface Clock {
  readonly what: string;
  /** ISO date, or RFC 3339. */
  readonly by: string;
  readonly late: boolean;
  /** Until its day; below 0: since. */
  readonly workingDays: number;
}

export type ActName = 'change' | 'link' | 'acknowledge' | 'answer' | 'extend' | 'escalate' | 'pass-up';

export interface Case {
  readonly reference: string;
  readonly version: string;
  readonly kind: string;
  readonly status: string;
  readonly stage?: string;
  readonly priority: string;
  readonly riskReasons: readonly string[];
  /** The tenant's own. */
  readonly words: string;
  readonly language: string;
  readonly english?: string;
  readonly outcomeSought?: string;
  readonly needs: readonly string[];
  readonly owner?: string;
  readonly links: readonly string[];
  readonly clocks: readonly Clock[];
  readonly can: readonly ActName[];
  /** ISO date to which the answer may be put off at most. */
  readonly latest?: string;
  readonly details: {
    readonly investigator?: string | null;
    readonly investigators?: string | null;
    readonly coordinator?: string | null;
    readonly onBehalfOf?: string;
    readonly service_name?: string;
    readonly agreed_to?: string;
    /** Whether, and how, it is safe to be in touch with who is at risk. */
    readonly safeContact?: 'yes' | 'no' | 'not-said';
    readonly how?: string | null;
    readonly phone?: string;
    readonly notes?: readonly { readonly at: string; readonly by: string; readonly text: string }[];
  };
}

/** Enquiries. */
export interface Kinds {
  readonly cases: readonly string[];
  readonly tasks: readonly string[];
}

export type Sent = Readonly<Record<string, unknown>>;

const pathOf = (conversation: string, ...rest: readonly string[]) =>
  ['/conversations', conversation, 'cases', ...rest]
    .map((each, at) => (at === 0 ? each : encodeURIComponent(each)))
    .join('/');

export const casesApi = {
  kinds: () => call<Kinds>('GET', '/cases/kinds'),
  open: (conversation: string, wanted: Sent) =>
    call<{ readonly reference: string | null }>('POST', pathOf(conversation), wanted),
  read: (conversation: string, reference: string) => call<Case>('GET', pathOf(conversation, reference)),
  act: (conversation: string, reference: string, act: { readonly name: ActName; readonly sent: Sent }) =>
    call('POST', pathOf(conversation, reference, act.name), act.sent),
};
