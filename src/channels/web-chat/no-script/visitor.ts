// Who is at the page: the web chat's own token in a cookie that scripts cannot read and other sites cannot send. It goes with the browser.
// Where cookies are blocked, the same token stands in the page's forms; between a form and the page that answers it a token of another
// key and two minutes' life goes in the address, so that a page of the history leads nobody back into the conversation.

import { randomUUID } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import { createConversationIds } from '../access/conversation-ids.ts';
import { createTokens, type Session } from '../access/tokens.ts';

export interface Visitor extends Session {
  /** How the browser showed it. */
  readonly by: 'cookie' | 'form' | 'address';
}

export interface Visitors {
  /** A new conversation, of which there is no record before its customer writes. */
  make(locale: string): Visitor;
  of(request: Request): Promise<Visitor | undefined>;
  /** With each answer a fresh token, so that time runs from the last page looked at. */
  remember(response: Response, visitor: Visitor): Promise<void>;
  forget(response: Response): void;
  /** For a form of the page. */
  token(visitor: Visitor): Promise<string>;
  /** For the address of the page that comes next. */
  carried(visitor: Visitor): Promise<string>;
}

const name = 'doorstep-chat';
/** How long after its token's half hour a page may still be in use: nobody is hurried (WCAG 2.2.1 asks for twenty hours). */
const graceSeconds = 20 * 60 * 60;
const carriedForSeconds = 2 * 60;

export function createVisitors(secret: string, clock: () => Date): Visitors {
  const tokens = createTokens(secret, clock);
  const carriers = createTokens(`${secret} in an address`, clock, carriedForSeconds);
  const ids = createConversationIds(secret);
  const set = (response: Response, value: string, more: { readonly maxAge?: number } = {}) => {
    const { secure } = response.req;
    const shared = { path: '/chat', httpOnly: true, sameSite: 'strict', secure } as const;
    response.append('Set-Cookie', stringifySetCookie({ name, value, ...shared, ...more }));
  };
  const ways = (request: Request) => {
    const { token } = (request.body ?? {}) as { token?: unknown };
    const cookie = parseCookie(request.get('cookie') ?? '')[name];
    return [
      { by: 'cookie', shown: cookie, read: (shown: string) => tokens.read(shown, graceSeconds) },
      { by: 'form', shown: token, read: (shown: string) => tokens.read(shown, graceSeconds) },
      { by: 'address', shown: request.query.carry, read: (shown: string) => carriers.read(shown) },
    ] as const;
  };
  return {
    make: (locale) => ({ conversation: ids.make(), user: `dl_${randomUUID()}`, origins: [], locale, by: 'form' }),
    async of(request) {
      for (const { by, shown, read } of ways(request)) {
        const found = typeof shown === 'string' ? await read(shown) : undefined;
        if (found?.is === 'valid') return { ...found.session, by };
      }
      return undefined;
    },
    remember: async (response, visitor) => set(response, await tokens.issue(visitor)),
    forget: (response) => set(response, '', { maxAge: 0 }),
    token: (visitor) => tokens.issue(visitor),
    carried: (visitor) => carriers.issue(visitor),
  };
}
