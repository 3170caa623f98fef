// What a dialog says when it brings a person in.

export interface PersonWanted {
  /** A team of the pack, or `route` for the team of the enquiry. */
  readonly team: string;
  readonly reason: string;
  readonly enquiry: string;
  /** The matter before it, where the enquiry is but that for a person. */
  readonly about?: string | undefined;
  readonly restricted: boolean;
  readonly urgent: boolean;
  /** What the person should bring, as agents name it of themselves: `woman`, `lgbt`. */
  readonly skills: readonly string[];
}
