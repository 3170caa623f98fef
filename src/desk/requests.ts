// What the desk's routes read of a request, and what they answer where there is nothing.

import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { Problem } from '../http/problem.ts';
import type { Agent } from './ports.ts';
import * as schema from './schema.ts';

export type Handle = (agent: Agent, request: Request, response: Response) => Promise<void>;
/** Answers only who is signed in. */
export type SignedIn = (handle: Handle) => RequestHandler;

export function read<T>(wanted: z.ZodType<T>, body: unknown): T {
  const parsed = wanted.safeParse(body);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  throw new Problem(400, 'bad-request', { title: 'The request could not be read.', detail: wrong.join('; ') });
}

/** Ids are ours: what cannot be one names nothing. */
export function named(request: Request, parameter: string): string {
  const value = String(request.params[parameter]);
  if (!schema.Id.safeParse(value).success) throw notThere();
  return value;
}

export function notThere(): Problem {
  return new Problem(404, 'not-found', { title: 'There is no such thing here, or you may not see it.' });
}
