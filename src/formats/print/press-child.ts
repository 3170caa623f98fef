// The process that prints. Apart from the service, because a letter takes longer than a turn may wait, a bad one can be stopped only by
// ending what works on it, and it is the one place where native code meets anybody's words: it has no secrets and writes to no log.

import { createCompositor } from './compositor.ts';
import type { Draft } from './draft.ts';
import type { OwnFont } from './fonts.ts';

/** What the press is sent and sends back. */
export interface PrintJob {
  readonly id: number;
  readonly draft: Draft;
}
export type PrintDone =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly failed: true };

const own = JSON.parse(process.argv[2] ?? '[]') as readonly OwnFont[];
const compositor = createCompositor(own);

process.on('message', ({ id, draft }: PrintJob) => {
  let done: PrintDone;
  try {
    done = { id, bytes: compositor.print(draft) };
  } catch {
    // Not why: Typst's errors quote the text.
    done = { id, failed: true };
  }
  process.send?.(done);
});
