// What is not let in is counted, logged and kept: a wrong token or a wrong PUBLIC_URL would otherwise lose what tenants wrote.

import type { Request } from 'express';
import type { Logger } from '../../log.ts';
import type { Count, Quarantine } from './ports.ts';

const keptHeaders = [
  'content-type',
  'host',
  'i-twilio-idempotency-token',
  'user-agent',
  'x-forwarded-for',
  'x-twilio-signature',
];

/** Anybody can call a webhook, so what is kept of the uninvited has an end. */
const mostAMinute = 600;
const longestBody = 16_000;

export type KeepAside = (request: Request, reason: string) => Promise<void>;

export function createKeepAside(about: {
  readonly quarantine: Quarantine;
  readonly count: Count;
  readonly log: Logger;
  readonly now: () => Date;
}): KeepAside {
  let minute = 0;
  let kept = 0;
  return async (request, reason) => {
    about.log.warn('A text webhook was set aside', { reason, route: request.path });
    const at = about.now();
    const thisMinute = Math.floor(at.getTime() / 60_000);
    if (thisMinute !== minute) {
      minute = thisMinute;
      kept = 0;
    }
    kept += 1;
    if (kept > mostAMinute) return;
    const body = new URLSearchParams(
      Object.entries(request.body ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
    );
    await about.quarantine.keep({ reason, headers: pick(request), body: body.toString().slice(0, longestBody), at });
  };
}

function pick(request: Request): Record<string, string> {
  const pairs = keptHeaders.flatMap((name) => {
    const value = request.headers[name];
    return value === undefined ? [] : [[name, String(value).slice(0, 500)] as const];
  });
  return Object.fromEntries(pairs);
}
