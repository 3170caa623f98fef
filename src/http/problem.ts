// Errors as RFC 9457 problem details. A route throws a Problem; whatever else is thrown is answered 500 with nothing in it.

import type { ErrorRequestHandler } from 'express';
import { OutsideError } from '../model/outside-error.ts';

const base = 'https://doorstep.example/problems/';

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  /** Stable slug, e.g. `already-taken`. */
  readonly type: string;
  readonly detail: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly more: Readonly<Record<string, unknown>>;

  /** @param title and detail are shown to whoever asked: nothing internal, nothing personal */
  constructor(
    status: number,
    type: string,
    about: {
      readonly title: string;
      readonly detail?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly more?: Readonly<Record<string, unknown>>;
    },
  ) {
    super(about.title);
    this.status = status;
    this.type = type;
    this.detail = about.detail;
    this.headers = about.headers ?? {};
    this.more = about.more ?? {};
  }
}

/** Express's last handler: every error leaves as `application/problem+json`. `report` hears of what is our own fault. */
export function problemHandler(report: (error: unknown, route: string) => void): ErrorRequestHandler {
  // biome-ignore lint/complexity/useMaxParams: Express knows an error handler by its four parameters
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = asProblem(error);
    if (problem.status === 500) report(error, `${request.method} ${request.route?.path ?? 'unmatched'}`);
    response
      .status(problem.status)
      .set(problem.headers)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: base + problem.type,
          title: problem.message,
          status: problem.status,
          ...(problem.detail === undefined ? {} : { detail: problem.detail }),
          ...problem.more,
        }),
      );
  };
}

/** body-parser, multer and the router mark their errors with a status and a type of their own. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof OutsideError) return outside(error);
  const { status, type, code } = error as { status?: unknown; type?: unknown; code?: unknown };
  if (status === 413 || type === 'entity.too.large' || code === 'LIMIT_FILE_SIZE') {
    return new Problem(413, 'too-large', { title: 'That is more than this address takes.' });
  }
  if (type === 'entity.parse.failed') return new Problem(400, 'not-json', { title: 'The body is not valid JSON.' });
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Problem(status, 'bad-request', { title: 'The request could not be read.' });
  }
  if (typeof code === 'string' && code.startsWith('LIMIT_')) {
    return new Problem(400, 'bad-upload', { title: 'The upload could not be read.' });
  }
  return new Problem(500, 'our-fault', { title: 'Something went wrong on our side.' });
}

function outside(error: OutsideError): Problem {
  const seconds = String(Math.ceil((error.retryAfterMs ?? 2_000) / 1_000));
  return new Problem(503, 'not-now', {
    title: 'This could not be saved just now. Nothing was lost: please send it again.',
    headers: { 'Retry-After': seconds },
  });
}
