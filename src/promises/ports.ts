// What the watch over promises asks of others.

import type { Act, OpenPromise } from '../turn/act.ts';

/** The promises whose time it is. A claim holds until `until`, for one instance; who dies in between leaves it to the next. */
export interface PromiseDiary {
  claim(wanted: { readonly now: Date; readonly until: Date; readonly limit: number }): Promise<readonly OpenPromise[]>;
  lookAgain(id: string, at: Date): Promise<void>;
}

/** What was given up and nobody has looked after yet: refused for good by the housing system, or a notice to who has stopped texts. */
export interface Refused {
  readonly is: 'not-taken' | 'not-texted';
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
  act: Extract<Act, { is: 'promise-looked-at' | 'not-taken' | 'not-texted' }>,
) => Promise<{ readonly is: string }>;
