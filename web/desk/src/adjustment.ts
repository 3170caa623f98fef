// Requests to do something differently, as those decide on them who may.

/** A request to do something differently that waits for its decision. */
export interface WaitingAdjustment {
  readonly reference: string;
  /** An ISO date. */
  readonly by: string;
}

export interface Adjustment {
  readonly reference: string;
  /** The tenant's own. */
  readonly words: string;
  readonly language: string;
  readonly reportedBy: { readonly relation: string };
  readonly details: {
    readonly type?: string;
    readonly asks?: readonly string[];
    readonly until?: string | null;
    readonly permission?: string;
    readonly agreed_to?: string;
  };
}

export interface Decision {
  readonly outcome: 'agreed' | 'partly' | 'cannot';
  readonly effect: string;
  readonly practicality: string;
  readonly cost: string;
  readonly disruption: string;
  readonly adjustment: string | null;
  readonly instruction: string | null;
  readonly why: string | null;
  readonly alternatives: readonly string[];
}
