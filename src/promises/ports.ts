// What the watch over promises asks of others.

import type { Act, OpenPromise } from '../turn/act.ts';

/** The promises whose time it is. A claim holds until `until`, for one instance; who dies in between leaves it to the next. */
export interface PromiseDiary {
  claim(wanted: { readonly now: Date; readonly until: Date; readonly limit: number }): Promise<readonly OpenPromise[]>;
  /** All together; one that something else has touched since it was claimed until `claimed` is left as it is. */
  lookAgain(later: readonly LookLater[], claimed: Date): Promise<void>;
}

export interface LookLater {
  readonly id: string;
  readonly at: Date;
}

/**
 * What was given up and nobody has looked after yet: refused for good by the housing system, a notice to who has stopped texts, or what
 * the desk elsewhere could not be told (`reference` is the handover).
 */
export interface Refused {
  readonly is: 'not-taken' | 'not-texted' | 'not-passed-on';
  /** Of the delivery. */
  readonly id: string;
  readonly conversation: string;
  readonly reference: string;
  /** Its tenant is not written to, for somebody else may read it. */
  readonly restricted: boolean;
}

export interface RefusedDiary {
  /** The oldest first. */
  untold(limit: number): Promise<readonly Refused[]>;
  told(id: string, at: Date): Promise<void>;
}

export type TimeAct = (
  conversation: string,
  act: Extract<Act, { is: 'promise-looked-at' | 'not-taken' | 'not-texted' | 'not-passed-on' }>,
) => Promise<{ readonly is: string }>;

/** The ids of those of which there is something to do. Asks the housing system for all of them together. */
export type WithSomethingToDo = (promises: readonly OpenPromise[], now: Date) => Promise<ReadonlySet<string>>;
