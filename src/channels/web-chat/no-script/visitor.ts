// Who is at the page: the web chat's own token in a cookie that scripts cannot read and other sites cannot send. It goes with the browser.

import { randomUUID } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import { createConversationIds } from '../access/conversation-ids.ts';
import { createTokens, type Session } from '../access/tokens.ts';

export type Visitor = Session;

export interface Visitors {
  /** A new conversation, of which there is no record before its customer writes. */
  make(locale: string): Visitor;
  of(request: Request): Promise<Visitor | undefined>;
  /** With each answer a fresh token, so that time runs from the last page looked at. */
  remember(response: Response, visitor: Visitor): Promise<void>;
  forget(response: Response): void;
}

const name = 'doorstep-chat';
/** How long after its token's half hour a page may still be in use: nobody is hurried (WCAG 2.2.1 asks for twenty hours). */
const graceSeconds = 20 * 60 * 60;

export function createVisitors(secret: string, clock: () => Date): Visitors {
  const tokens = createTokens(secret, clock);
  const ids = createConversationIds(secret);
  const set = (response: Response, value: string, more: { readonly maxAge?: number } = {}) => {
    const { secure } = response.req;
    const shared = { path: '/chat', httpOnly: true, sameSite: 'strict', secure } as const;
    response.append('Set-Cookie', stringifySetCookie({ name, value, ...shared, ...more }));
  };
  return {
    make: (locale) => ({ conversation: ids.make(), user: `dl_${randomUUID()}`, origins: [], locale }),
    async of(request) {
      const token = parseCookie(request.get('cookie') ?? '')[name];
      const read = token === undefined ? undefined : await tokens.read(token, graceSeconds);
      return read?.is === 'valid' ? read.session : undefined;
    },
    remember: async (response, visitor) => set(response, await tokens.issue(visitor)),
    forget: (response) => set(response, '', { maxAge: 0 }),
  };
}
