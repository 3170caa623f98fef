// A telephone number in what somebody wrote, as E.164. British unless it says otherwise. The shape is checked, not whether it is in use.

import { plain } from './plain.ts';

/** "Tel.07700…" and "home-01632…" are numbers, what stands in another number or a price is none. */
const written = /(?<![\d£$€]|\d[.,/-])(?:\+|\b00|\b(?=44)|\(?0)[\d ().\-/]{7,22}\d(?!\d)/g;

/** National significant numbers: ten digits; some older ones (01, 0500, 0800) have nine. Mobiles, freephone and special rates included. */
const british = /^(?:7\d{9}|[123589]\d{9}|1\d{8}|500\d{6}|800\d{6})$/;
const foreign = /^[1-9]\d{7,14}$/;

/** The first telephone number in the text, as `+447700900101`. */
export function parsePhone(text: string): string | undefined {
  for (const [run] of plain(text).matchAll(written)) {
    const number = asE164(run);
    if (number !== undefined) return number;
  }
  return undefined;
}

function asE164(run: string): string | undefined {
  // The country may be written without its plus.
  const international = /^(?:\+|00|44)/.test(run);
  const digits = run.replace(/\D/g, '').replace(international ? /^00/ : /^0/, '');
  if (!international) return british.test(digits) ? `+44${digits}` : undefined;
  // "+44 (0)7700…": the nought belongs to the national form only.
  if (digits.startsWith('44')) {
    const national = digits.slice(2).replace(/^0/, '');
    return british.test(national) ? `+44${national}` : undefined;
  }
  return foreign.test(digits) ? `+${digits}` : undefined;
}
