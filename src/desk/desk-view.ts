// What a turn may know of the desk: how long the queue is, and whether anybody is there to take a handover.

import type { DeskView } from '../turn/world.ts';
import type { PresenceLeases, PresenceState } from './ports.ts';

interface Places {
  place(team: string, priority: number): Promise<number>;
  position(handover: string): Promise<number | undefined>;
}

export function createDeskView(places: Places, leases: PresenceLeases): DeskView {
  return {
    async queue(team, priority) {
      const [position, present] = await Promise.all([places.place(team, priority), leases.all()]);
      const agents = [...present.values()].filter((agent) => isThere(agent.state) && agent.teams.includes(team));
      return { position, agents: agents.length };
    },
    position: (handover) => places.position(handover),
  };
}

/** Who is busy will be free again, and the wait has a limit; who is away may not come back today. */
function isThere(state: PresenceState): boolean {
  return state === 'available' || state === 'busy';
}
