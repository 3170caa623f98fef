// Entity tags: a change says which version it saw, and loses to whoever was first.

import { Problem } from '../../http/problem.ts';

export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * Reads, compares, changes; again when somebody was faster and no `If-Match` was given.
 *
 * @throws Problem 404 when there is none, 412 when `If-Match` names another version
 */
export async function changeSeen<T extends { readonly version: number }>(about: {
  readonly ifMatch: string | undefined;
  readonly read: () => Promise<T | undefined>;
  readonly change: (seen: T) => Promise<T | undefined>;
}): Promise<T> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const seen = await about.read();
    if (seen === undefined) throw notFound();
    if (!matches(about.ifMatch, seen.version)) throw changedMeanwhile(seen.version);
    const changed = await about.change(seen);
    if (changed !== undefined) return changed;
  }
  throw new Problem(409, 'busy', { title: 'Others are changing this record. Please try again.' });
}

export function notFound(): Problem {
  return new Problem(404, 'not-found', { title: 'There is no such thing here.' });
}

function changedMeanwhile(version: number): Problem {
  return new Problem(412, 'changed-meanwhile', {
    title: 'This record has changed since you read it.',
    headers: { ETag: etagOf(version) },
  });
}

/** RFC 9110 13.1.1: strong comparison, so a weak tag never matches. */
function matches(ifMatch: string | undefined, version: number): boolean {
  if (ifMatch === undefined || ifMatch.trim() === '*') return true;
  return ifMatch.split(',').some((tag) => tag.trim() === etagOf(version));
}
