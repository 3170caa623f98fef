// Who is calling: the holder of the secret (a landlord's server) or of a token (one user in one conversation).
// Microsoft's client takes 403 for "token expired" and 404 for "conversation ended"; neither is ever answered for a passing trouble.

import type { Request, Response } from 'express';
import { Problem } from '../../../http/problem.ts';
import type { ConversationIds } from './conversation-ids.ts';
import { allowOrigin, type Origins } from './origins.ts';
import type { Session, Tokens } from './tokens.ts';

export type Caller = { readonly is: 'secret' } | { readonly is: 'session'; readonly session: Session };

export interface Gate {
  /** @throws Problem 401 with no credentials, 403 with wrong or expired ones or from a site that is not trusted */
  identify(request: Request, response: Response): Promise<Caller>;
  /** The caller, who may enter this conversation. @throws Problem 404 when no such conversation was ever given out */
  enter(conversation: string, request: Request, response: Response): Promise<Caller>;
}

export function createGate(parts: { tokens: Tokens; ids: ConversationIds; origins: Origins }): Gate {
  const identify = async (request: Request, response: Response): Promise<Caller> => {
    const caller = await recognise(bearerOf(request), parts.tokens);
    const origin = request.get('origin');
    const trusted = caller.is === 'session' ? caller.session.origins : [];
    if (!parts.origins.trusts(origin, request.get('host'), trusted)) throw strangeOrigin();
    allowOrigin(response, origin);
    return caller;
  };
  return {
    identify,
    async enter(conversation, request, response) {
      const caller = await identify(request, response);
      if (caller.is === 'session' && caller.session.conversation === conversation) return caller;
      if (!parts.ids.isOurs(conversation)) {
        throw new Problem(404, 'no-such-conversation', { title: 'There is no such conversation.' });
      }
      if (caller.is === 'secret') return caller;
      throw new Problem(403, 'not-your-conversation', { title: 'This token is for another conversation.' });
    },
  };
}

export function bearerOf(request: Request): string | undefined {
  return /^Bearer +(?<bearer>.+)$/i.exec(request.get('authorization') ?? '')?.groups?.bearer;
}

export function strangeOrigin(): Problem {
  return new Problem(403, 'strange-origin', { title: 'This site may not use the chat.' });
}

async function recognise(bearer: string | undefined, tokens: Tokens): Promise<Caller> {
  if (bearer === undefined) {
    const headers = { 'WWW-Authenticate': 'Bearer' };
    throw new Problem(401, 'no-token', { title: 'A token is needed in the Authorization header.', headers });
  }
  if (tokens.isSecret(bearer)) return { is: 'secret' };
  const read = await tokens.read(bearer);
  if (read.is === 'valid') return { is: 'session', session: read.session };
  if (read.is === 'expired') throw new Problem(403, 'token-expired', { title: 'This token has expired.' });
  throw new Problem(403, 'token-refused', { title: 'This token is not valid here.' });
}
