// A conversation as the lists tell it.

export interface QueueLine {
  readonly id: string;
  readonly conversation: string;
  readonly channel: string;
  readonly team: string;
  readonly priority: number;
  readonly reason: string;
  readonly enquiry: string;
  /** The matter before it, where the enquiry is but that for a person. */
  readonly about?: string;
  readonly language: string;
  /** What the tenant asked for in who answers. */
  readonly skills: readonly string[];
  readonly restricted: boolean;
  readonly state: 'waiting' | 'accepted' | 'ended';
  /** Who has it, or had it. */
  readonly agent?: string;
  /** It rests until then. */
  readonly held?: { readonly until: string; readonly because: string };
  readonly resumedAt?: string;
  readonly requestedAt: string;
  readonly waitedSeconds: number;
  /** Whose turn it is to take it. */
  readonly reserved?: { readonly agent: string; readonly secondsLeft: number };
}
