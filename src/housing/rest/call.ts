// One request to a housing system elsewhere, and what its answer means. Connections are kept alive by fetch itself.

import type { BearerSource } from '../../http/bearer.ts';
import { type OutsideCode, OutsideError } from '../../model/outside-error.ts';

interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below the base address, e.g. `people/P-1002`: parts that come from people are encoded. */
  readonly path: string;
  readonly limitMs: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Statuses beside 2xx that the asker has an answer for. */
  readonly expected?: readonly number[];
}

export interface Answered {
  readonly status: number;
  readonly etag: string | undefined;
  /** Parsed JSON of a 2xx; undefined for the expected others. */
  readonly body: unknown;
}

export type Call = (asked: Asked) => Promise<Answered>;

/** @throws OutsideError for everything but an answer that was expected */
export function createCall(url: string, bearers: BearerSource): Call {
  const base = url.replace(/\/+$/, '');
  return async (asked) => {
    const token = await guarded(() => bearers.bearer(asked.limitMs));
    const first = await send(base, asked, token);
    if (first.status !== 401 || !bearers.forget(token)) return read(asked, first);
    await first.body?.cancel();
    const fresh = await guarded(() => bearers.bearer(asked.limitMs));
    return read(asked, await send(base, asked, fresh));
  };
}

function send(base: string, asked: Asked, token: string): Promise<Response> {
  const hasBody = asked.body !== undefined;
  return guarded(() =>
    fetch(`${base}/${asked.path}`, {
      method: asked.method,
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: 'application/json',
        ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
        ...asked.headers,
      },
      ...(hasBody ? { body: JSON.stringify(asked.body) } : {}),
      // A bearer token is for one address only.
      redirect: 'error',
      signal: AbortSignal.timeout(asked.limitMs),
    }),
  );
}

async function read(asked: Asked, response: Response): Promise<Answered> {
  const etag = response.headers.get('etag') ?? undefined;
  const text = await guarded(() => response.text());
  if (asked.expected?.includes(response.status)) return { status: response.status, etag, body: undefined };
  if (!response.ok) throw refusal(response);
  try {
    return { status: response.status, etag, body: JSON.parse(text) };
  } catch (cause) {
    throw new OutsideError('The housing system answered no JSON', {
      system: 'housing',
      code: 'nonsense',
      retryable: false,
      cause,
    });
  }
}

function refusal(response: Response): OutsideError {
  const { status } = response;
  const retryAfterMs = retryAfter(response.headers.get('retry-after'));
  const about = (code: OutsideCode, retryable: boolean) =>
    new OutsideError(`The housing system answered ${status}`, {
      system: 'housing',
      code,
      retryable,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  if (status === 429) return about('rate-limited', true);
  if (status === 408 || status === 425) return about('timed-out', true);
  if (status >= 500) return about('unreachable', true);
  // Credentials are put right by people while deliveries wait.
  return about('refused', status === 401 || status === 403);
}

/** Seconds or a date, as RFC 9110 10.2.3 has it. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1_000;
  const waitMs = Date.parse(header) - Date.now();
  return Number.isNaN(waitMs) ? undefined : Math.max(waitMs, 0);
}

async function guarded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof OutsideError) throw cause;
    const isLate = cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'AbortError');
    throw new OutsideError(
      isLate ? 'The housing system did not answer in time' : 'The housing system is out of reach',
      {
        system: 'housing',
        code: isLate ? 'timed-out' : 'unreachable',
        retryable: true,
        cause,
      },
    );
  }
}
