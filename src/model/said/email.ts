// An e-mail address in what somebody wrote.

import { plain } from './plain.ts';

// Bounded on both sides, so that a long run of letters costs no more than its length.
const address =
  /(?<![\w.+%'-])(?<name>[a-z0-9][\w.+%'-]{0,63})@(?<host>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24})(?![\w@])/i;

/** The first e-mail address in the text, its host in lower case. Spaces around `@` and before a dot, as telephones put them in, do no harm. */
export function parseEmail(text: string): string | undefined {
  const tight = plain(text)
    .replace(/ ?@ ?/g, '@')
    .replace(/(@\S{1,80}) \.(?=[a-z])/gi, '$1.');
  const found = address.exec(tight);
  if (found?.groups === undefined) return undefined;
  const { name = '', host = '' } = found.groups;
  return name.includes('..') || name.endsWith('.') ? undefined : `${name}@${host.toLowerCase()}`;
}
