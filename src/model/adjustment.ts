// What whoever decides on an adjustment weighs, and what they decided. The four questions are those of the Equality and Human Rights
// Commission: does it help, can we do it, what does it cost, what does it disturb.

const weighed = ['effect', 'practicality', 'cost', 'disruption'] as const;

export type Outcome = 'agreed' | 'partly' | 'cannot';

export interface Decision extends Readonly<Record<(typeof weighed)[number], string | null>> {
  readonly outcome: Outcome | null;
  /** What will be done, as the tenant is told and the profile keeps it. */
  readonly adjustment: string | null;
  /** What those who come to the home are told; never why. */
  readonly instruction: string | null;
  readonly why: string | null;
  /** What we can do instead, where it cannot be done. */
  readonly alternatives: readonly string[];
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
}

/** As a request is opened: the fields are there for who decides. */
export const noDecision: Decision = {
  outcome: null,
  effect: null,
  practicality: null,
  cost: null,
  disruption: null,
  adjustment: null,
  instruction: null,
  why: null,
  alternatives: [],
  decidedBy: null,
  decidedOn: null,
};

/** A request as it waits for its decision. */
export interface AdjustmentAsked {
  readonly reference: string;
  readonly conversation: string;
  /** Our promise to decide, while it is open. */
  readonly promise?: string;
  readonly person?: string;
  /** Asked for by somebody else, and the person has not said that they agree: the decision is told to them alone. */
  readonly isPrivate: boolean;
  readonly since: string;
  /** An ISO date or `long-term`; none where it is for a time that nobody could name. */
  readonly until?: string;
  readonly review: string;
}

/** What was decided, before it has a day and a name. */
export type Decided = Omit<Decision, 'outcome' | 'decidedBy' | 'decidedOn'> & { readonly outcome: Outcome };
