// One call of the API as data: the router runs it and the OpenAPI document describes it, from the same schemas.

import { z } from 'zod';
import { Problem } from '../../http/problem.ts';

export interface Call<Query, Body> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  readonly ifMatch: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly now: Date;
}

export interface Reply {
  readonly body: unknown;
  /** 201 for what was made just now; absent: 200. */
  readonly status?: 200 | 201;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where a list goes on: the value of `after`. */
  readonly next?: string | number | undefined;
}

export interface Operation {
  readonly name: string;
  readonly summary: string;
  readonly method: 'get' | 'post' | 'patch';
  /** With parameters in braces, as OpenAPI writes them. */
  readonly path: string;
  readonly query: z.ZodObject;
  readonly body?: z.ZodType | undefined;
  readonly answer: z.ZodType;
  /** `required`: 428 without it. */
  readonly ifMatch?: 'required' | 'welcome' | undefined;
  readonly idempotent?: boolean | undefined;
  run(call: Call<unknown, unknown>): Promise<Reply>;
}

const nothing = z.strictObject({});

export function reading<Query extends z.ZodObject = typeof nothing>(
  about: Pick<Operation, 'name' | 'summary' | 'path' | 'answer'> & {
    readonly query?: Query;
    readonly run: (call: Call<z.output<Query>, unknown>) => Promise<Reply>;
  },
): Operation {
  return {
    ...about,
    method: 'get',
    query: about.query ?? nothing,
    run: (call) => about.run(call as Call<z.output<Query>, unknown>),
  };
}

export function writing<Body extends z.ZodType>(
  about: Pick<Operation, 'name' | 'summary' | 'path' | 'answer' | 'ifMatch' | 'idempotent'> & {
    readonly method: 'post' | 'patch';
    readonly body: Body;
    readonly run: (call: Call<unknown, z.output<Body>>) => Promise<Reply>;
  },
): Operation {
  return { ...about, query: nothing, run: (call) => about.run(call as Call<unknown, z.output<Body>>) };
}

/** @throws Problem 400 that names every field at fault */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, where: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem(400, 'invalid', {
    title: `The ${where} does not fit. See /housing/v1/openapi.json.`,
    more: { errors: parsed.error.issues.map((issue) => ({ at: issue.path.join('.'), message: issue.message })) },
  });
}

const deepest = 20;

/**
 * A body as PostgreSQL can keep it: halves of surrogate pairs become U+FFFD.
 *
 * @throws Problem 400 for NUL characters and for nesting beyond reason
 */
export function storable(value: unknown, depth = 0): unknown {
  if (depth > deepest) throw new Problem(400, 'too-deep', { title: `The body is nested more than ${deepest} deep.` });
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map((inner) => storable(inner, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [storableText(key), storable(inner, depth + 1)]),
  );
}

function storableText(text: string): string {
  if (text.includes('\0')) throw new Problem(400, 'invalid', { title: 'Text must not have NUL characters.' });
  return text.toWellFormed();
}
