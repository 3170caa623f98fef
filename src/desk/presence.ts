// Who is at the desk. Any sign of life keeps an agent there with what they said last; without one they are gone. What is lost
// with a restart comes back with the next sign of life.

import type { Agent, Presence, PresenceLeases, PresentAgent } from './ports.ts';

export interface Presences {
  /** Each request of an agent, and each beat of an open page. Whoever says nothing else is there to take conversations. */
  heardOf(agent: Agent): Promise<void>;
  say(agent: Agent, presence: Presence): Promise<void>;
  end(agent: string): Promise<void>;
  of(agent: string): Promise<Presence | undefined>;
  all(): Promise<ReadonlyMap<string, PresentAgent>>;
}

export interface PresenceOptions {
  readonly leases: PresenceLeases;
  readonly goneAfterSeconds: number;
  /** Called when somebody came, went or changed. */
  readonly changed: () => void;
}

/** As long as a session. */
const offlineLastsMs = 12 * 3_600_000;
const unsaid: Presence = { state: 'available', skills: [], languages: [] };

export function createPresence({ leases, goneAfterSeconds, changed }: PresenceOptions): Presences {
  const lastsMs = goneAfterSeconds * 1_000;
  const renewedAt = new Map<string, number>();

  const say = async (agent: Agent, presence: Presence) => {
    renewedAt.set(agent.id, performance.now());
    await leases.renew(
      agent.id,
      { ...presence, teams: agent.teams },
      presence.state === 'offline' ? offlineLastsMs : lastsMs,
    );
  };
  return {
    heardOf: async (agent) => {
      const since = performance.now() - (renewedAt.get(agent.id) ?? Number.NEGATIVE_INFINITY);
      if (since < lastsMs / 6) return;
      renewedAt.set(agent.id, performance.now());
      const said = (await leases.all()).get(agent.id);
      await say(agent, said ?? unsaid);
      if (said === undefined) changed();
    },
    say: async (agent, presence) => {
      await say(agent, presence);
      changed();
    },
    end: async (agent) => {
      renewedAt.delete(agent);
      await leases.end(agent);
      changed();
    },
    of: async (agent) => (await leases.all()).get(agent),
    all: () => leases.all(),
  };
}
