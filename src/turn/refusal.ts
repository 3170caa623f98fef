// Why an act of the desk is not done; the desk answers 409 with this as the problem's type, and its words stand in `src/desk/requests.ts`.

export type Refusal = {
  readonly is: 'refused';
  readonly because:
    | 'already-taken'
    | 'not-yours'
    | 'stale'
    | 'nothing-waiting'
    | 'not-now'
    | 'too-long'
    | 'other-person'
    | 'not-proved'
    | 'locked'
    | 'changed-meanwhile'
    | 'not-a-complaint'
    | 'case-closed'
    | 'already-acknowledged'
    | 'already-passed-up'
    | 'high-risk'
    | 'not-later'
    | 'not-theirs'
    | 'not-opened'
    | 'would-reveal'
    | 'not-one-person'
    | 'kept-apart';
  /** The last day to which it may be put off. */
  readonly latest?: string;
  /** What of the message would reveal something. */
  readonly words?: readonly string[];
};
