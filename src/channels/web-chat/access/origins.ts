// Which sites may speak to the web chat door from a browser. Tokens are what guards a conversation; this keeps other sites from starting
// conversations in the landlord's name. Requests without an Origin (no browser) are not its business.

import type { Request, Response } from 'express';
import { trustedOrigins } from '../../../http/trusted-origins.ts';

export interface Origins {
  /** @param more sites that the caller's token trusts */
  trusts(origin: string | undefined, host: string | undefined, more?: readonly string[]): boolean;
}

/** @param listed the landlord's sites, as addresses; their paths do not matter */
export function createOrigins(publicUrl: string, listed: readonly string[]): Origins {
  const known = new Set(trustedOrigins(publicUrl, listed));
  return {
    trusts(origin, host, more = []) {
      if (origin === undefined || known.has(origin) || more.includes(origin)) return true;
      return host !== undefined && hostOf(origin) === host;
    },
  };
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** Lets the page at `origin` read the answer. */
export function allowOrigin(response: Response, origin: string | undefined): void {
  if (origin === undefined) return;
  response.set('Access-Control-Allow-Origin', origin);
  response.set('Access-Control-Expose-Headers', 'Retry-After');
}

/** Answers a preflight. The headers are those that Web Chat was seen to send; Chromium keeps the answer for two hours at most. */
export function answerPreflight(request: Request, response: Response): void {
  allowOrigin(response, request.get('origin'));
  response.set({
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
    'Access-Control-Max-Age': '7200',
  });
  response.sendStatus(204);
}
