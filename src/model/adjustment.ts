// What whoever decides on an adjustment weighs, and what they decided. The four questions are those of the Equality and Human Rights
// Commission: does it help, can we do it, what does it cost, what does it disturb.

export const weighed = ['effect', 'practicality', 'cost', 'disruption'] as const;

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
