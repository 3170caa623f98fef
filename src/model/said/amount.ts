// An amount of money as an answer to a question for one, as `£20`: a bare number counts, which in passing would be anything.

import { withPounds } from './money.ts';
import { parsePhone } from './phone.ts';
import { plain } from './plain.ts';

const written = /(?<![\d.,/-])(?<pounds>\d{1,3}(?:,\d{3})+|\d{1,6})(?:[.,](?<pence>\d{2}))?(?![\d/-])/;

export function parseAmountAsked(text: string): string | undefined {
  const groups = written.exec(withPounds(plain(text)))?.groups;
  if (groups?.pounds === undefined || parsePhone(text) !== undefined) return undefined;
  const pounds = groups.pounds.replace(/,/g, '');
  return groups.pence === undefined ? `£${pounds}` : `£${pounds}.${groups.pence}`;
}
