// The OpenAPI document of the desk's API, made from the schemas that read the requests.

import type { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { type Call, calls } from './calls.ts';

function json(schema: z.ZodType | undefined) {
  return schema === undefined ? {} : { content: { 'application/json': { schema } } };
}

function refusals({ roles, answers }: Call): Readonly<Record<string, string>> {
  if (roles === 'anyone') return {};
  return {
    '401': 'sign-in: nobody is signed in, or the session is over',
    '403': answers['403'] ?? `Only for: ${roles.join(', ')}`,
  };
}

export function deskDocument(publicUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const call of calls) {
    const ids = [...call.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    }));
    paths[call.path] = {
      ...paths[call.path],
      [call.method]: {
        summary: call.summary,
        'x-roles': call.roles,
        ...(ids.length > 0 ? { parameters: ids } : {}),
        ...(call.query === undefined ? {} : { requestParams: { query: call.query } }),
        ...(call.body === undefined ? {} : { requestBody: { required: true, ...json(call.body) } }),
        responses: Object.fromEntries(
          Object.entries({ ...call.answers, ...refusals(call) }).map(([status, description]) => [
            status,
            { description, ...(status === '200' ? json(call.answer) : {}) },
          ]),
        ),
      },
    };
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Doorstep desk', version: '1' },
    servers: [{ url: `${publicUrl}/desk/api` }],
    paths: paths as ZodOpenApiPathsObject,
  });
}
