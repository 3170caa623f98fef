// Tells a database that is away from a statement that is wrong: the first may be tried again, the second never helps.

import { OutsideError } from '../model/outside-error.ts';

/** SQLSTATE classes and codes after which the same statement may well succeed: connection, resources, shutdown, deadlock, serialization. */
const passing = /^(08|53|57P0|40001$|40P01$|55P03$|25006$)/;
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
/** What node-postgres throws without a code. */
const lost =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered|Query read timeout)/;

/** True when the database could not be asked, or broke off; nothing of the transaction is stored unless its commit had begun. */
export function isAway(error: unknown): boolean {
  if (error instanceof OutsideError) return error.retryable;
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && (passing.test(code) || network.has(code))) return true;
  return lost.test(error.message);
}

/** The error as the rest of the service knows it. */
export function asOutside(error: unknown): unknown {
  if (!isAway(error) || error instanceof OutsideError) return error;
  return new OutsideError('The database could not be reached', {
    system: 'database',
    code: 'unreachable',
    retryable: true,
    cause: error,
  });
}

/** The name of the unique constraint that a row broke, if that is what happened. */
export function brokenUnique(error: unknown): string | undefined {
  const about = error as { code?: unknown; constraint?: unknown };
  return about?.code === '23505' && typeof about.constraint === 'string' ? about.constraint : undefined;
}
