// The door of the embedded housing system: `/housing/v1`. Checks who asks and what; the operations do the rest.

import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { Problem } from '../../http/problem.ts';
import { referenceKey, short } from '../words.ts';
import { describeApi } from './document.ts';
import { checked, type Operation, type Reply, storable } from './operation.ts';
import { notFound } from './versions.ts';

const jsonTypes = ['application/json', 'application/merge-patch+json'];

/** Mount it at `/housing/v1`. Errors are Problems for the app's own handler. */
export function createHousingRouter(about: {
  readonly operations: readonly Operation[];
  readonly token: string;
  readonly clock: () => Date;
  /** Told which case, task or repair somebody outside has changed. */
  readonly changed?: ((reference: string) => void) | undefined;
}): Router {
  const router = express.Router();
  const document = describeApi(about.operations);
  router.get('/openapi.json', (_request, response) => void response.json(document));
  router.use(allowBearer(about.token));
  router.use(express.json({ limit: '900kb', type: jsonTypes }));
  for (const operation of about.operations) {
    router[operation.method](expressPath(operation.path), (request, response) =>
      answer(operation, { request, response, now: about.clock() }).then(() => {
        const { reference } = request.params as { reference?: string };
        if (operation.method === 'patch' && reference !== undefined) about.changed?.(referenceKey(reference));
      }),
    );
  }
  for (const [path, methods] of methodsByPath(about.operations)) router.all(path, refuseMethod(methods));
  router.use(() => {
    throw notFound();
  });
  return router;
}

function allowBearer(token: string): RequestHandler {
  const expected = digest(token);
  return (request, _response, next) => {
    const given = /^Bearer +([^\s]+) *$/i.exec(request.get('authorization') ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), expected)) {
      next();
      return;
    }
    throw new Problem(401, 'unauthorized', {
      title: 'A bearer token is needed: HOUSING_API_TOKEN.',
      headers: { 'WWW-Authenticate': 'Bearer realm="housing"' },
    });
  };
}

/** Of equal length whatever was sent, as timingSafeEqual needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function answer(
  operation: Operation,
  about: { readonly request: Request; readonly response: Response; readonly now: Date },
): Promise<void> {
  const { request, response, now } = about;
  const reply = await operation.run({
    params: paramsOf(request),
    query: checked(operation.query, request.query, 'query'),
    body: operation.body === undefined ? undefined : checked(operation.body, bodyOf(request), 'body'),
    ifMatch: ifMatchOf(operation, request),
    idempotencyKey: operation.idempotent ? keyOf(request) : undefined,
    now,
  });
  response
    .status(reply.status ?? 200)
    .set('Cache-Control', 'no-store')
    .set({ ...reply.headers, ...nextPage(request, reply) })
    .json(reply.body);
}

/** What could be no id or reference at all names nothing. */
function paramsOf(request: Request): Readonly<Record<string, string>> {
  const params = request.params as Record<string, string>;
  if (Object.values(params).every((value) => short.safeParse(value).success)) return params;
  throw notFound();
}

function bodyOf(request: Request): unknown {
  if (request.body === undefined) {
    throw new Problem(415, 'not-json', { title: 'A JSON body is needed, with Content-Type: application/json.' });
  }
  return storable(request.body);
}

function ifMatchOf(operation: Operation, request: Request): string | undefined {
  const ifMatch = request.get('if-match');
  if (operation.ifMatch === 'required' && ifMatch === undefined) {
    throw new Problem(428, 'if-match-needed', { title: 'Send If-Match with the ETag that you read.' });
  }
  return ifMatch;
}

function keyOf(request: Request): string | undefined {
  const key = request.get('idempotency-key');
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new Problem(400, 'invalid', { title: 'An Idempotency-Key is 1 to 255 visible ASCII characters.' });
}

/** RFC 8288: where the list goes on. */
function nextPage(request: Request, reply: Reply): Readonly<Record<string, string>> {
  if (reply.next === undefined) return {};
  const url = new URL(request.originalUrl, 'http://localhost');
  url.searchParams.set('after', String(reply.next));
  return { Link: `<${url.pathname}${url.search}>; rel="next"` };
}

function methodsByPath(operations: readonly Operation[]): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  for (const { path, method } of operations) {
    const own = paths.get(expressPath(path)) ?? [];
    paths.set(expressPath(path), [...own, method.toUpperCase()]);
  }
  return paths;
}

function refuseMethod(methods: readonly string[]): RequestHandler {
  const allowed = methods.includes('GET') ? ['HEAD', ...methods] : methods;
  return () => {
    throw new Problem(405, 'method-not-allowed', {
      title: 'This address does not do that.',
      headers: { Allow: allowed.join(', ') },
    });
  };
}

function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
