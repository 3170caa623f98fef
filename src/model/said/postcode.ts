// A British postcode in what somebody wrote. The shape is checked, not whether the place exists.

import { plain } from './plain.ts';

/** Shapes of the outward half: A9, A99, AA9, AA99, A9A, AA9A. The inward half never has C, I, K, M, O or V (so "b4 2pm" is none). */
const inText =
  /(?<![A-Z0-9])(?<outward>[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?)) ?-?(?<inward>\d[ABD-HJLNP-UW-Z]{2})(?![A-Z0-9])/;
const whole = /^(?<outward>[A-Z]{1,2}[\dOIL][A-Z\d]?)(?<inward>[\dOIL][A-Z]{2})$/;

/**
 * The first postcode in the text, as `AW1 2BD`, whatever its case and spaces. An answer that is nothing but a postcode
 * may have O for nought and I or L for one where a digit must stand.
 */
export function parsePostcode(text: string): string | undefined {
  const upper = plain(text).toUpperCase();
  const mended = mend(upper.replace(/[^A-Z0-9]/g, ''));
  const found = inText.exec(mended ?? '') ?? inText.exec(upper);
  return found?.groups === undefined ? undefined : `${found.groups.outward} ${found.groups.inward}`;
}

function mend(letters: string): string | undefined {
  const found = whole.exec(letters);
  if (found?.groups === undefined) return undefined;
  const { outward = '', inward = '' } = found.groups;
  const area = /^[A-Z]{2}[\dOIL]/.test(outward) ? 2 : 1;
  const district = outward.slice(area, area + 1);
  return `${outward.slice(0, area)}${asDigit(district)}${outward.slice(area + 1)} ${asDigit(inward.slice(0, 1))}${inward.slice(1)}`;
}

function asDigit(letter: string): string {
  return letter === 'O' ? '0' : letter === 'I' || letter === 'L' ? '1' : letter;
}
