// The one error for what fails outside: a vendor, the housing system, the network.

/** `changed-meanwhile`: what was to be changed is not any more as somebody read it. */
export type OutsideCode =
  | 'refused'
  | 'unreachable'
  | 'timed-out'
  | 'rate-limited'
  | 'nonsense'
  | 'opted-out'
  | 'changed-meanwhile';

/** Thrown only by outer folders. The message is fixed text: it may be logged, so it never holds words, names or numbers of people. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError';
  readonly system: string;
  readonly code: OutsideCode;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    about: {
      readonly system: string;
      readonly code: OutsideCode;
      readonly retryable: boolean;
      readonly retryAfterMs?: number;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: about.cause });
    this.system = about.system;
    this.code = about.code;
    this.retryable = about.retryable;
    this.retryAfterMs = about.retryAfterMs;
  }
}
