// To the landlord's sign-in provider and back, as pages of the browser. What belongs to one sign-in lies in a cookie of its own, signed and
// for some minutes: any instance can finish it, and two at once do not meet.

import { parse as parseCookies } from 'cookie';
import express, { type CookieOptions, type Request, type Response, type Router } from 'express';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { type FaultCode, type Provider, SignInFault } from './provider.ts';
import { returnPath } from './return-path.ts';
import { agentOf, letIn, type WayIn, withinLimit } from './way-in.ts';

const lastsSeconds = 600;
const audience = 'desk-sign-in';

const Begun = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });
type Begun = z.infer<typeof Begun>;

/** What the page says when it did not work; nothing that was sent by anybody. */
export type Trouble = FaultCode | 'no-role';

export function providerRoutes(wayIn: WayIn): Router {
  const router = express.Router();
  const { provider } = wayIn;
  router.get('/sign-in', (request, response) => {
    if (provider === undefined) return response.redirect(303, '/desk');
    return begin(request, response, { wayIn, provider });
  });
  router.get('/signed-in', (request, response) => {
    if (provider === undefined) return response.redirect(303, '/desk');
    return finish(request, response, { wayIn, provider });
  });
  return router;
}

interface Parts {
  readonly wayIn: WayIn;
  readonly provider: Provider;
}

async function begin(request: Request, response: Response, { wayIn, provider }: Parts): Promise<void> {
  response.set('Cache-Control', 'no-store');
  await withinLimit(request, wayIn);
  try {
    const { url, pending } = await provider.begin();
    const to = returnPath(request.query.to, wayIn.publicUrl);
    const kept = await new SignJWT({ ...pending, to })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setExpirationTime(seconds(wayIn.clock()) + lastsSeconds)
      .sign(keyOf(wayIn));
    response.cookie(nameFor(pending.state), kept, { ...options(wayIn), maxAge: lastsSeconds * 1_000 });
    response.redirect(303, url);
  } catch (error) {
    back(response, error);
  }
}

async function finish(request: Request, response: Response, { wayIn, provider }: Parts): Promise<void> {
  response.set('Cache-Control', 'no-store');
  await withinLimit(request, wayIn);
  const name = nameFor(String(request.query.state ?? ''));
  response.clearCookie(name, options(wayIn));
  try {
    const begun = await begunIn(parseCookies(request.headers.cookie ?? '')[name], wayIn);
    const identity = await provider.finish(request.originalUrl.replace(/^[^?]*\??/, ''), begun);
    const agent = agentOf(identity, wayIn);
    if (agent.teams.length === 0) {
      await wayIn.sessions.refuse(agent);
      return tell(response, 'no-role');
    }
    await letIn({ agent, hint: identity.idToken }, { request, response }, wayIn);
    response.redirect(303, begun.to);
  } catch (error) {
    back(response, error);
  }
}

async function begunIn(kept: string | undefined, wayIn: WayIn): Promise<Begun> {
  try {
    const { payload } = await jwtVerify(kept ?? '', keyOf(wayIn), {
      audience,
      algorithms: ['HS256'],
      currentDate: wayIn.clock(),
    });
    return Begun.parse(payload);
  } catch {
    throw new SignInFault('again');
  }
}

function back(response: Response, error: unknown): void {
  if (!(error instanceof SignInFault)) throw error;
  tell(response, error.code);
}

function tell(response: Response, trouble: Trouble): void {
  response.redirect(303, `/desk?sign-in=${trouble}`);
}

/** Lax: the provider's page leads here, and the cookie has to come along. */
function options({ publicUrl }: WayIn): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', path: '/desk', secure: publicUrl.startsWith('https:') };
}

const nameFor = (state: string) => `doorstep_sign_in_${state.replaceAll(/\W/g, '').slice(0, 12)}`;
const keyOf = ({ signing }: WayIn) => new TextEncoder().encode(`${audience}:${signing}`);
const seconds = (at: Date) => Math.floor(at.getTime() / 1_000);
