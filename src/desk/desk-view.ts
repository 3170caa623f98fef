// What a turn may know of the desk: how long the queue is, and whether anybody is there to take a handover.

import type { DeskView } from '../turn/world.ts';
import type { PresenceLeases } from './ports.ts';
import { takes } from './visible.ts';

interface Places {
  place(team: string, priority: number): Promise<number>;
  position(handover: string): Promise<number | undefined>;
}

export function createDeskView(places: Places, leases: PresenceLeases): DeskView {
  return {
    async queue(team, priority, skills) {
      const [position, present] = await Promise.all([places.place(team, priority), leases.all()]);
      const agents = [...present.values()].filter((agent) => takes(agent, { team, skills }));
      return { position, agents: agents.length };
    },
    position: (handover) => places.position(handover),
  };
}
