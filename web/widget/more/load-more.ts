// Fetches the third script: a moment after the chat is opened, or when somebody opens what is in it.

import { fetchScript } from '../fetch-script.ts';

export type More = typeof import('./more.tsx');

const moreNow = () => (globalThis as { doorstepMore?: More }).doorstepMore;

let loading: Promise<More | undefined> | undefined;

/** Undefined when it did not come; asked again, it is tried again. */
export function loadMore(base: string): Promise<More | undefined> {
  const there = moreNow();
  if (there !== undefined) return Promise.resolve(there);
  loading ??= fetchScript(`${base}/widget-more.js`).then(moreNow, () => {
    loading = undefined;
    return undefined;
  });
  return loading;
}
