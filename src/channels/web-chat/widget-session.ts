// `POST /widget/session`: what the widget needs to start, for anybody on a site of the landlord's, or to go on after a pause. It makes no
// record: a page that is only looked at leaves nothing behind.

import { randomUUID } from 'node:crypto';
import { isIPv6 } from 'node:net';
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { Problem } from '../../http/problem.ts';
import type { Landlord } from '../../model/landlord.ts';
import type { RateLimit } from '../channel.ts';
import type { ConversationIds } from './access/conversation-ids.ts';
import { bearerOf, strangeOrigin } from './access/gate.ts';
import { allowOrigin, answerPreflight, type Origins } from './access/origins.ts';
import { type Session, type Tokens, tokenLifeSeconds } from './access/tokens.ts';
import { tooMany } from './too-many.ts';

export type WidgetLandlord = Pick<
  Landlord,
  'name' | 'website' | 'phone' | 'textNumber' | 'email' | 'outOfHours' | 'theme'
>;

export interface WidgetLanguage {
  readonly tag: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly reviewed: boolean;
}

/** Checks a token that the landlord's portal signed for a person who is signed in there; nothing when it proves nobody. */
export type PortalIdentity = (jwt: string) => Promise<{ readonly person: string; readonly until: string } | undefined>;

export interface WidgetSessionParts {
  readonly publicUrl: string;
  readonly tokens: Tokens;
  readonly ids: ConversationIds;
  readonly origins: Origins;
  readonly limits: { readonly session: RateLimit; readonly origin: RateLimit };
  readonly landlord: WidgetLandlord;
  languages(): readonly WidgetLanguage[];
  readonly portalIdentity?: PortalIdentity;
}

const Body = z.object({
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/)
    .max(35)
    .nullish(),
  identity: z.string().min(1).max(8_192).nullish(),
  conversationId: z.string().min(1).max(100).nullish(),
});
type Body = z.infer<typeof Body>;

/** Somebody who waited for an agent with the laptop shut finds the conversation again; the next user of a library's computer does not. */
const resumableForSeconds = 12 * 60 * 60;

export function createWidgetSession(parts: WidgetSessionParts): Router {
  const router = express.Router();
  const json = express.json({ limit: '16kb', type: () => true });
  router.use((request, response, next) => {
    response.vary('Origin');
    response.set('Cache-Control', 'no-store');
    const origin = request.get('origin');
    if (!parts.origins.trusts(origin, request.get('host'))) throw strangeOrigin();
    if (request.method === 'OPTIONS') return answerPreflight(request, response);
    allowOrigin(response, origin);
    next();
  });
  router.post(
    '/session',
    (request, _response, next) => keepWithinLimits(request, parts).then(() => next(), next),
    json,
    (request, response) => answer(request, response, parts),
  );
  return router;
}

async function answer(request: Request, response: Response, parts: WidgetSessionParts): Promise<void> {
  const parsed = Body.safeParse(request.body ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const detail = `${issue?.path.join('.') || 'body'}: ${issue?.message}`;
    throw new Problem(400, 'bad-request', { title: 'The body cannot be read.', detail });
  }
  const session = await sessionFor(parsed.data, bearerOf(request), parts);
  response.json({
    token: await parts.tokens.issue(session),
    conversationId: session.conversation,
    expires_in: tokenLifeSeconds,
    directLine: `${parts.publicUrl}/v3/directline`,
    landlord: shown(parts.landlord),
    languages: parts.languages(),
  });
}

async function sessionFor(body: Body, bearer: string | undefined, parts: WidgetSessionParts): Promise<Session> {
  const identity = await identityOf(body, parts);
  const session = await resumedOrNew(body, bearer, parts);
  return {
    ...session,
    ...(body.language ? { locale: body.language } : {}),
    ...(identity === undefined ? {} : { identity }),
  };
}

async function resumedOrNew(body: Body, bearer: string | undefined, parts: WidgetSessionParts): Promise<Session> {
  if (!body.conversationId) return { conversation: parts.ids.make(), user: `dl_${randomUUID()}`, origins: [] };
  const read = bearer === undefined ? undefined : await parts.tokens.read(bearer, resumableForSeconds);
  if (read?.is === 'valid' && read.session.conversation === body.conversationId) return read.session;
  const title = 'This conversation can only be gone on with by whoever holds its token.';
  throw new Problem(401, 'not-resumable', { title, headers: { 'WWW-Authenticate': 'Bearer' } });
}

async function identityOf(body: Body, { portalIdentity }: WidgetSessionParts): Promise<Session['identity']> {
  if (!body.identity) return undefined;
  const proved = await portalIdentity?.(body.identity);
  if (proved !== undefined) return proved;
  throw new Problem(401, 'identity-refused', { title: 'The identity token was not accepted.' });
}

async function keepWithinLimits(request: Request, { limits }: WidgetSessionParts): Promise<void> {
  const origin = request.get('origin');
  const taken = await limits.session.take(`session:${addressKey(request.ip ?? '')}`);
  if (!taken.allowed) throw tooMany(taken.retryAfterMs);
  const takenByOrigin = origin === undefined ? taken : await limits.origin.take(`origin:${origin}`);
  if (!takenByOrigin.allowed) throw tooMany(takenByOrigin.retryAfterMs);
}

/** A household has one IPv4 address, or an IPv6 network of 64 bits in which it may call itself anything. */
function addressKey(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip;
  const [front = '', back = ''] = ip.split('::');
  const groups = front.split(':');
  const missing = ip.includes('::') ? 8 - groups.length - back.split(':').filter(Boolean).length : 0;
  return [...groups, ...Array<string>(missing).fill('0'), ...back.split(':')].slice(0, 4).join(':');
}

function shown({ name, website, phone, textNumber, email, outOfHours, theme }: WidgetLandlord) {
  return { name, website, phone, textNumber, email, outOfHours, theme };
}
