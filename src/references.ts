// References that people read out on the telephone: a prefix and seven digits, the last of which checks the others.

import { createHash } from 'node:crypto';
import type { References } from './turn/world.ts';

/**
 * @param attempt 0 at first; another number gives other references, for the rare case that one is taken
 */
export function createReferences(attempt = 0): References {
  return {
    make: (prefix, seed) => {
      const hash = createHash('sha256').update(`${prefix}|${seed}|${attempt}`).digest();
      const digits = String(hash.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
      return `${prefix}-${digits}${checkDigit(digits)}`;
    },
  };
}

/** Whether a reference was heard and typed right. Finds every wrong digit and every swap of neighbours but 0 and 9. */
export function isReference(reference: string): boolean {
  const digits = /^[A-Z]{3}-(\d{6})(\d)$/.exec(reference);
  return digits !== null && checkDigit(digits[1] as string) === digits[2];
}

/** Luhn's: every second digit from the right doubled, the sum made up to a multiple of ten. ISO/IEC 7812-1, annex B. */
function checkDigit(digits: string): string {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}
