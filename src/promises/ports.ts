// What the watch over promises asks of others.

import type { Act, OpenPromise } from '../turn/act.ts';

/** The promises whose time it is. A claim holds until `until`, for one instance; who dies in between leaves it to the next. */
export interface PromiseDiary {
  claim(wanted: { readonly now: Date; readonly until: Date; readonly limit: number }): Promise<readonly OpenPromise[]>;
  lookAgain(id: string, at: Date): Promise<void>;
}

export type PromiseAct = (
  conversation: string,
  act: Extract<Act, { is: 'promise-looked-at' }>,
) => Promise<{ readonly is: string }>;
