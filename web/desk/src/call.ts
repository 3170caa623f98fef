// A call of the desk's API from the page. A refusal is an error with the problem's slug, so that the page can say what to do.

import { known, t } from './words/t.ts';

export class Refused extends Error {
  readonly slug: string;
  readonly status: number;
  /** What of a message would reveal something, where that is why. */
  readonly words: readonly string[];
  /** Of a macro, the one that was not done. */
  readonly step: number | undefined;
  // biome-ignore lint/complexity/useMaxParams: as the problem has them
  constructor(status: number, slug: string, title: string, { words, step }: Readonly<Record<string, unknown>> = {}) {
    super(title);
    this.status = status;
    this.slug = slug;
    this.words = Array.isArray(words) ? words : [];
    this.step = typeof step === 'number' ? step : undefined;
  }
}

export function isSignedOut(problem: unknown): boolean {
  return problem instanceof Refused && problem.status === 401;
}

/** @throws Refused where the answer is a problem, or there is none */
export async function ask(method: string, path: string, body?: unknown): Promise<Response> {
  const response = await fetch(`/desk/api${path}`, {
    method,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refused(0, 'offline', t('The desk cannot be reached. Your words are kept: try again.'));
  });
  if (response.ok) return response;
  const answer = await response.json().catch(() => ({}));
  const type = typeof answer.type === 'string' ? answer.type.split('/').pop() : 'unknown';
  throw new Refused(response.status, type, whyOf(answer), answer);
}

export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await ask(method, path, body);
  return (response.status === 204 ? undefined : await response.json().catch(() => ({}))) as T;
}

function whyOf({ title, why, step, of }: Readonly<Record<string, unknown>>): string {
  if (typeof title !== 'string') return t('That did not work.');
  if (typeof why !== 'string') return known(title);
  const where = { step: Number(step), of: Number(of), why: known(why) };
  return t('Step {step} of {of} was not done, nor what comes after it: {why}', where);
}
