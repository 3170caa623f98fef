// The OpenAPI 3.1 document, made from the operations that the router runs: what is not described cannot be called.

import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Operation } from './operation.ts';

const Problem = z
  .object({
    type: z.string().meta({ example: 'https://doorstep.example/problems/changed-meanwhile' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().exactOptional(),
    errors: z.array(z.object({ at: z.string(), message: z.string() })).exactOptional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. `type` is stable' });

const problems: Readonly<Record<number, string>> = {
  400: 'The query or the body does not fit',
  401: 'The bearer token is missing or wrong',
  404: 'There is no such thing',
  409: 'The reference or the visit is taken',
  412: 'Changed since it was read',
  415: 'The body is not JSON',
  422: 'The Idempotency-Key was used for another body, or a person or property is unknown',
  428: 'If-Match is needed',
};

export function describeApi(operations: readonly Operation[]): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Housing',
      version: '1.0.0',
      description:
        'The embedded housing system. Times are RFC 3339 with offset, dates ISO 8601. Unknown fields and filters are refused. ' +
        'A list goes on where its Link header with rel="next" says.',
    },
    servers: [{ url: '/housing/v1' }],
    security: [{ bearer: [] }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'HOUSING_API_TOKEN' } },
    },
    paths,
  });
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const path = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const header = headers(operation);
  return {
    operationId: operation.name,
    summary: operation.summary,
    requestParams: {
      ...(path.length === 0 ? {} : { path: z.object(Object.fromEntries(path.map((name) => [name, z.string()]))) }),
      ...(Object.keys(operation.query.shape).length === 0 ? {} : { query: operation.query }),
      ...(Object.keys(header).length === 0 ? {} : { header: z.object(header) }),
    },
    ...(operation.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: operation.body } } } }),
    responses: { ...successes(operation), ...failures(operation) },
  };
}

function headers(operation: Operation): Record<string, z.ZodType> {
  const tag = z.string().meta({ description: 'The ETag that was read', example: '"3"' });
  const key = z.string().min(1).max(255).meta({ description: 'The same key with the same body is done once' });
  return {
    ...(operation.ifMatch === 'required' ? { 'If-Match': tag } : {}),
    ...(operation.ifMatch === 'welcome' ? { 'If-Match': tag.optional() } : {}),
    ...(operation.idempotent ? { 'Idempotency-Key': key.optional() } : {}),
  };
}

function successes(operation: Operation): ZodOpenApiOperationObject['responses'] {
  const content = { 'application/json': { schema: operation.answer } };
  if (operation.method !== 'post') return { 200: { description: 'Done', content } };
  return {
    200: { description: 'Opened before with the same Idempotency-Key: the first one', content },
    201: { description: 'Opened', content },
  };
}

function failures(operation: Operation): ZodOpenApiOperationObject['responses'] {
  const possible = [
    400,
    401,
    ...(operation.path.includes('{') ? [404] : []),
    ...(operation.method === 'get' ? [] : [409, 415, 422]),
    ...(operation.ifMatch === undefined ? [] : [412]),
    ...(operation.ifMatch === 'required' ? [428] : []),
  ];
  const content = { 'application/problem+json': { schema: Problem } };
  return Object.fromEntries(possible.map((status) => [status, { description: problems[status] ?? '', content }]));
}
