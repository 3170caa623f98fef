// Reading what the desk's page sends, and saying what is wrong with it.

import type { Request } from 'express';
import type { z } from 'zod';
import { Problem } from '../http/problem.ts';
import { Id } from './schema.ts';

export function read<T>(wanted: z.ZodType<T>, body: unknown): T {
  const parsed = wanted.safeParse(body);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  throw new Problem(400, 'bad-request', { title: 'The request could not be read.', detail: wrong.join('; ') });
}

/** zod writes an absent optional field as `undefined`; our own types know absence only. */
export function withoutUndefined<T extends object>(value: T): object {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}

/** Ids are ours: what cannot be one names nothing. */
export function named(request: Request, parameter: string): string {
  const value = String(request.params[parameter]);
  if (!Id.safeParse(value).success) throw notThere();
  return value;
}

export function notThere(): Problem {
  return new Problem(404, 'not-found', { title: 'There is no such thing here, or you may not see it.' });
}
