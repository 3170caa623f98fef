// What the desk is told of what can be learned: closed complaints, misread words, and the two headline figures.

/** A closed complaint that still wants a lesson. */
export interface ClosedComplaint {
  readonly reference: string;
  readonly receivedAt: string;
  /** As staff wrote it. */
  readonly outcome: string | null;
}

export interface ClosedComplaints {
  readonly waiting: readonly ClosedComplaint[];
  readonly causes: readonly string[];
}

export interface Lesson {
  readonly cause: string;
  readonly lesson: string;
}

/** Words that were misread, without what tells whose they are. */
export interface Misread {
  readonly id: string;
  readonly at: string;
  readonly channel: string;
  readonly language: string;
  readonly words: string;
  readonly because: string;
  readonly guessed: string | null;
  readonly meant: string | null;
  readonly example_of: string | null;
}

export interface MisreadList {
  readonly misread: readonly Misread[];
  readonly kinds: readonly string[];
}

export interface Headlines {
  readonly firstContact: { readonly counted: number; readonly solved: number; readonly share: number | null };
  readonly avoidable: {
    readonly enquiries: number;
    readonly avoidable: number;
    readonly share: number | null;
    readonly causes: readonly {
      readonly cause: string;
      /** None where it is so few that it could be told who they were. */
      readonly count: number | null;
      readonly fewerThan?: number;
    }[];
  };
}
