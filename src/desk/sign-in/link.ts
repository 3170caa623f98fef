// A one-time link: a token signed by this service, good once and for a short time. It lets somebody have a first look on their own machine;
// everywhere else people sign in at the landlord's provider.

import { createHash, randomBytes } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Agent } from '../ports.ts';

const linkLastsHours = 12;

const Claims = z.object({
  sub: z.string().min(1),
  jti: z.string().min(1),
  name: z.string().min(1),
  teams: z.array(z.string()),
});

/**
 * A new one-time link: an address to open in a browser. The same name is the same agent.
 *
 * @param signing the secret of this installation that signs links
 */
export async function makeLink(
  { name, teams }: Pick<Agent, 'name' | 'teams'>,
  { signing, publicUrl, now }: { readonly signing: string; readonly publicUrl: string; readonly now: Date },
): Promise<string> {
  const token = await new SignJWT({ name, teams: [...teams] })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(agentId(name))
    .setAudience(audience)
    .setJti(randomBytes(12).toString('base64url'))
    .setExpirationTime(Math.floor(now.getTime() / 1000) + linkLastsHours * 3_600)
    .sign(keyOf(signing));
  return `${publicUrl}/desk#link=${token}`;
}

const audience = 'desk-link';

function keyOf(signing: string): Uint8Array {
  return new TextEncoder().encode(`desk-link:${signing}`);
}

/** Letters of any script count; the name itself is in no log. */
export function agentId(name: string): string {
  return `agent-${createHash('sha256').update(name.normalize('NFKC').toLowerCase()).digest('hex').slice(0, 12)}`;
}

/** Undefined when it is wrong or late. `once`: what tells whether it was used. */
export async function readLink(
  link: string,
  { signing, now }: { readonly signing: string; readonly now: Date },
): Promise<{ readonly once: string; readonly agent: Agent } | undefined> {
  try {
    const { payload } = await jwtVerify(link.replace(/^.*#link=/, ''), keyOf(signing), {
      audience,
      algorithms: ['HS256'],
      currentDate: now,
    });
    const claims = Claims.safeParse(payload).data;
    if (claims === undefined) return undefined;
    return { once: claims.jti, agent: { id: claims.sub, name: claims.name, teams: claims.teams } };
  } catch {
    return undefined;
  }
}

/** Why no link is made or taken in these settings; undefined where they may be. */
export function whyNoLinks(desk: {
  readonly signIn: 'link' | 'oidc';
  readonly isProduction: boolean;
  readonly publicUrl: string;
}): string | undefined {
  if (desk.signIn !== 'link') return 'People sign in at the sign-in provider here (DESK_SIGN_IN=oidc).';
  if (desk.isProduction) return 'One-time links are not for production (NODE_ENV): set DESK_SIGN_IN=oidc.';
  if (!isOwnMachine(new URL(desk.publicUrl).hostname))
    return 'One-time links are for one’s own machine alone, and PUBLIC_URL is another: set DESK_SIGN_IN=oidc.';
  return undefined;
}

/** @param host a name or an address, as an URL or a socket has it */
export function isOwnMachine(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').replace(/^::ffff:/i, '');
  return bare === 'localhost' || bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'));
}
