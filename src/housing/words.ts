// The smallest parts of the /housing/v1 schemas, and how people's ways of writing a number or a reference become one.

import { z } from 'zod';

/** PostgreSQL keeps no NUL; everything else that is text may come in. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is the one that is refused
const withoutNul = /^[^\u0000]*$/;

const text = z.string().regex(withoutNul, 'expected text without NUL characters');

/** Names that staff chose: teams, owners, channels. Some are indexed. */
export const short = text.min(1).max(200);
/** An answer of a tenant may stand here, and none that a door let in is ever refused. */
export const line = text.min(1).max(20_000);
/** Several answers together: the tenant's own words are never cut. */
export const words = text.max(100_000);
export const slug = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'expected lower-case words joined by -');
export const reference = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{2,39}$/, 'expected a reference such as CMP-4821937')
  .meta({ example: 'CMP-4821937' });
/** Another housing system's ids are its own business. */
export const id = short.meta({ example: 'P-1002' });
export const date = z.iso
  .date('expected a date like 2026-12-03')
  .refine((value) => value >= '1800', 'expected a year after 1800');
export const instant = z.iso
  .datetime({ offset: true, error: 'expected an instant with offset like 2026-11-23T09:00:00+00:00' })
  .refine((value) => value >= '1800', 'expected a year after 1800');
export const language = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}$/, 'expected a BCP 47 tag like pl');
export const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'expected a number in E.164 like +447700900102');
export const halfDay = z.enum(['am', 'pm']);
export const lines = z.array(line).max(200);
export const details = z.record(z.string().max(100).regex(withoutNul), z.unknown());

/** However a British number is written, its E.164 form. A `+` that a query string turned into a space is forgiven. */
export function phoneKey(written: string): string {
  const digits = written.replace(/\D/g, '').replace(/^00/, '');
  return `+${digits.replace(/^0/, '44')}`;
}

/** Case, spaces and dashes do not matter in a tenancy reference or a postcode. */
export function plainKey(written: string): string {
  return written.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** `ten-100101 ` is `TEN-100101`. */
export function referenceKey(written: string): string {
  return written.trim().toUpperCase();
}

/** The words of a name without accents and case: Siân and Sian are one. */
export function nameWords(name: string): readonly string[] {
  const folded = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))];
}
