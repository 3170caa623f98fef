// The ways in to the desk, of which the settings choose one, and the ways out.

import { createHash } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import { Problem } from '../../http/problem.ts';
import { cookieName, sessionOf } from '../gate.ts';
import type { Agent } from '../ports.ts';
import type { Identity, Provider } from './provider.ts';
import type { Sessions } from './sessions.ts';

/** As `RateLimit` in channels/channel.ts. */
export interface RateLimit {
  take(key: string): Promise<{ readonly allowed: true } | { readonly allowed: false; readonly retryAfterMs: number }>;
}

export interface WayIn {
  readonly sessions: Sessions;
  readonly publicUrl: string;
  readonly signing: string;
  /** Undefined where people come by one-time links. */
  readonly provider: Provider | undefined;
  readonly issuer: string;
  /** What each of the provider's groups is here. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** Why links are not taken in these settings; undefined where they are. */
  readonly whyNoLinks: string | undefined;
  /** Of sign-ins by one address. */
  readonly limit: RateLimit;
  readonly clock: () => Date;
}

export function cookieOptions(publicUrl: string): CookieOptions {
  const isSecure = publicUrl.startsWith('https:');
  // `__Host-` wants the whole host. Strict: nothing that another site links to comes with the session.
  return { httpOnly: true, sameSite: 'strict', path: isSecure ? '/' : '/desk', secure: isSecure };
}

/** Opens a session in place of the one that the browser had. */
export async function letIn(
  { agent, hint }: { readonly agent: Agent; readonly hint?: string },
  { request, response }: { readonly request: Request; readonly response: Response },
  { sessions, publicUrl }: Pick<WayIn, 'sessions' | 'publicUrl'>,
): Promise<void> {
  const before = sessionOf(request, publicUrl);
  const session = await sessions.open(agent, hint);
  if (before !== undefined) await sessions.drop(before);
  const maxAge = sessions.maxAgeSeconds * 1_000;
  response.cookie(cookieName(publicUrl), session, { ...cookieOptions(publicUrl), maxAge });
}

/** A provider's own number for somebody says nothing to anybody else. */
export function agentOf(identity: Identity, { issuer, groups }: Pick<WayIn, 'issuer' | 'groups'>): Agent {
  const id = createHash('sha256').update(`${issuer}\n${identity.subject}`).digest('hex').slice(0, 24);
  const teams = new Set(
    identity.groups.flatMap((group) => (Object.hasOwn(groups, group) ? (groups[group] ?? []) : [])),
  );
  return { id: `agent-${id}`, name: identity.name, teams: [...teams] };
}

export async function withinLimit(request: Request, { limit }: Pick<WayIn, 'limit'>): Promise<void> {
  const taken = await limit.take(request.ip ?? 'unknown');
  if (taken.allowed) return;
  const headers = { 'Retry-After': String(Math.max(1, Math.ceil(taken.retryAfterMs / 1_000))) };
  throw new Problem(429, 'too-many', { title: 'That were too many sign-ins from one address. Please wait.', headers });
}
