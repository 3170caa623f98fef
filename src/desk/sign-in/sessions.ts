// Sessions of the desk. They are kept in the database, whatever the number of instances; the browser has an id that scripts cannot read, and
// the database its hash alone. One ends when nobody has been there for a while, at the latest after some hours, and when it is signed out.

import { createHash, randomBytes } from 'node:crypto';
import type { AuditLine } from '../../model/audit.ts';
import type { Agent, CameBy, DeskStore } from '../ports.ts';

export interface Limits {
  /** Without a sign of somebody. */
  readonly idleMinutes: number;
  readonly sessionHours: number;
}

export interface SessionOptions {
  readonly store: DeskStore;
  /** How people come in: who came another way before it was changed has no session any more. */
  readonly by: CameBy;
  readonly limits: Limits;
  readonly clock: () => Date;
  /** Told of who has one session less, so that what is open ends with it. */
  readonly ended: (agent: string) => void;
}

export type Sessions = ReturnType<typeof createSessions>;

export function createSessions({ store, by, limits, clock, ended }: SessionOptions) {
  const maxAgeSeconds = limits.sessionHours * 3_600;
  const lineOf = (agent: Agent, did: AuditLine['did']): AuditLine => ({
    at: clock(),
    agent: agent.id,
    ...(agent.role !== undefined && { role: agent.role }),
    did,
    data: { by },
  });
  return {
    maxAgeSeconds,
    /** A new id at each sign-in: what was known before opens nothing. @param hint how the provider knows it again */
    async open(agent: Agent, hint?: string): Promise<string> {
      const session = randomBytes(32).toString('base64url');
      const at = clock();
      const until = new Date(at.getTime() + maxAgeSeconds * 1_000);
      await store.saveAgent(agent);
      await store.openSession(
        { hash: hashOf(session), agent: agent.id, at, until, by, ...(hint !== undefined && { hint }) },
        lineOf(agent, 'signed-in'),
      );
      return session;
    },
    /** Somebody whom the provider knows and who has no role here: they lose what they had. */
    async refuse(agent: Agent): Promise<void> {
      await store.saveAgent({ ...agent, teams: [] });
      await store.closeSessions(agent.id, lineOf(agent, 'not-let-in'));
      ended(agent.id);
    },
    async agentOf(session: string): Promise<Agent | undefined> {
      const now = clock();
      const seenAfter = new Date(now.getTime() - limits.idleMinutes * 60_000);
      return await store.sessionAgent(hashOf(session), { now, seenAfter, by });
    },
    /** Somebody is there, and not their page alone. */
    seen: (session: string) => store.sessionSeen(hashOf(session), clock()),
    /** Returns the hint that it was opened with. */
    async close(session: string, agent: Agent): Promise<string | undefined> {
      const hint = await store.closeSession(hashOf(session), lineOf(agent, 'signed-out'));
      ended(agent.id);
      return hint;
    },
    async closeAll(session: string, agent: Agent): Promise<string | undefined> {
      const hint = await store.sessionHint(hashOf(session));
      await store.closeSessions(agent.id, lineOf(agent, 'signed-out-everywhere'));
      ended(agent.id);
      return hint;
    },
    /** What the browser had before it signed in again. */
    drop: (session: string) => store.closeSession(hashOf(session)),
  };
}

const hashOf = (session: string) => createHash('sha256').update(session).digest('hex');
