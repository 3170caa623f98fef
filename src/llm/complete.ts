// One request to a chat completions endpoint, and what its answer means. Plain fetch: every vendor that speaks this API is served.

import { asJson } from '../http/as-json.ts';
import { fetchText } from '../http/fetch-text.ts';
import { type OutsideCode, OutsideError } from '../model/outside-error.ts';
import { Completion } from './answer.ts';

export interface Endpoint {
  /** The base address, such as `https://llm.example.com/v1`, or the whole one of its chat completions. */
  readonly url: string;
  readonly apiKey: string;
  readonly model: string;
  readonly limitMs: number;
}

export type Complete = (body: Readonly<Record<string, unknown>>) => Promise<string>;

/** @throws OutsideError for everything but a chat completion with words in it, within the time limit */
export function createComplete({ url, apiKey, limitMs }: Endpoint): Complete {
  const address = completionsAddress(url);
  return async (body) => {
    const headers = {
      Authorization: `Bearer ${apiKey}`,
      'Content-Type': 'application/json',
      Accept: 'application/json',
    };
    const request = { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(limitMs) };
    const { response, text } = await fetchText(address, request, (code, cause) => failure(code, { cause }));
    if (!response.ok) throw refusal(response);
    const completion = Completion.safeParse(asJson(text));
    const content = completion.data?.choices[0]?.message.content;
    if (content === undefined) throw failure('nonsense');
    return content;
  };
}

/** `https://llm.example.com` and `…/v1` are both written for the same endpoint. */
function completionsAddress(url: string): string {
  const base = url.replace(/\/+$/, '');
  if (base.endsWith('/chat/completions')) return base;
  return new URL(base).pathname === '/' ? `${base}/v1/chat/completions` : `${base}/chat/completions`;
}

function refusal({ status, headers }: Response): OutsideError {
  if (status === 429) return failure('rate-limited', { retryAfterMs: retryAfter(headers.get('retry-after')) });
  return failure(status >= 500 ? 'unreachable' : 'refused');
}

/** Seconds; a date is not worth reading here. Half a minute when nothing is said. */
function retryAfter(header: string | null): number {
  return header !== null && /^\d{1,5}$/.test(header) ? Number(header) * 1_000 : 30_000;
}

function failure(code: OutsideCode, more: { cause?: unknown; retryAfterMs?: number } = {}): OutsideError {
  return new OutsideError('The recogniser elsewhere did not answer', { system: 'llm', code, retryable: true, ...more });
}
