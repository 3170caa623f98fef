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
  /** A new link for this agent: an address to open in a browser. */
  invite(agent: Agent): Promise<string>;
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
  readonly publicUrl: string;
  readonly clock: () => Date;
}

export function createSignIn({ store, signing, publicUrl, clock }: SignInOptions): SignIn {
  const key = new TextEncoder().encode(`desk-link:${signing}`);
  const hash = (session: string) => createHash('sha256').update(session).digest('hex');
  const audience = 'desk-link';

  return {
    async invite(agent) {
      const token = await new SignJWT({ name: agent.name, teams: [...agent.teams] })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(agent.id)
        .setAudience(audience)
        .setJti(randomBytes(12).toString('base64url'))
        .setExpirationTime(Math.floor(clock().getTime() / 1000) + linkLastsHours * 3_600)
        .sign(key);
      return `${publicUrl}/desk#link=${token}`;
    },

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
