// Signing in by a one-time link: a token signed by this service, good once and for a short time. The session is kept on the
// server; the browser has a cookie that scripts cannot read.

import { createHash, randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Agent, DeskStore } from './ports.ts';

const linkLastsHours = 12;
const sessionLastsHours = 12;

const Claims = z.object({
  sub: z.string().min(1),
  jti: z.string().min(1),
  name: z.string().min(1),
  teams: z.array(z.string()),
});

export interface SignIn {
  /** @param link the whole address or its token; undefined when it is wrong, late or was used before */
  open(
    link: string,
  ): Promise<{ readonly session: string; readonly agent: Agent; readonly maxAgeSeconds: number } | undefined>;
  agentOf(session: string): Promise<Agent | undefined>;
  close(session: string): Promise<void>;
}

export interface SignInOptions {
  readonly store: DeskStore;
  readonly signing: string;
  readonly clock: () => Date;
}

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

export function createSignIn({ store, signing, clock }: SignInOptions): SignIn {
  const key = keyOf(signing);
  const hash = (session: string) => createHash('sha256').update(session).digest('hex');
  return {
    async open(link) {
      const claims = await readToken(link.replace(/^.*#link=/, ''), { key, audience, now: clock() });
      if (claims === undefined || !(await store.spendLink({ id: claims.jti, at: clock() }))) return undefined;
      const agent = { id: claims.sub, name: claims.name, teams: claims.teams };
      await store.saveAgent(agent);
      const session = randomBytes(32).toString('base64url');
      const until = new Date(clock().getTime() + sessionLastsHours * 3_600_000);
      await store.openSession({ hash: hash(session), agent: agent.id, at: clock(), until });
      return { session, agent, maxAgeSeconds: sessionLastsHours * 3_600 };
    },

    agentOf: (session) => store.sessionAgent(hash(session), clock()),
    close: (session) => store.closeSession(hash(session)),
  };
}

async function readToken(
  token: string,
  { key, audience, now }: { readonly key: Uint8Array; readonly audience: string; readonly now: Date },
): Promise<z.infer<typeof Claims> | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, { audience, algorithms: ['HS256'], currentDate: now });
    return Claims.safeParse(payload).data;
  } catch {
    return undefined;
  }
}
