// Fetches the third script when somebody opens what is in it.

export type More = typeof import('./more.tsx');

const moreNow = () => (globalThis as { doorstepMore?: More }).doorstepMore;

let loading: Promise<More | undefined> | undefined;

/** Undefined when it did not come; asked again, it is tried again. */
export function loadMore(base: string): Promise<More | undefined> {
  const there = moreNow();
  if (there !== undefined) return Promise.resolve(there);
  loading ??= new Promise<More | undefined>((resolve) => {
    const script = document.createElement('script');
    script.src = `${base}/widget-more.js`;
    script.onload = () => resolve(moreNow());
    script.onerror = () => resolve(undefined);
    document.head.append(script);
  }).then((more) => {
    if (more === undefined) loading = undefined;
    return more;
  });
  return loading;
}
