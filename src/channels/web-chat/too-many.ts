// The answer to more than the landlord's limits allow. In whole seconds, as HTTP has it; Microsoft's client takes them for milliseconds
// and gives up sooner, which does no harm.

import { Problem } from '../../http/problem.ts';

export function tooMany(retryAfterMs: number): Problem {
  const headers = { 'Retry-After': String(Math.max(1, Math.ceil(retryAfterMs / 1_000))) };
  return new Problem(429, 'too-many', { title: 'That was too much at once. Please wait a moment.', headers });
}
