// What a turn may know of the desk: how long the queue is, and whether anybody is there to take a handover.

import { usualWait } from '../model/usual-wait.ts';
import type { DeskView } from '../turn/world.ts';
import type { PresenceLeases } from './ports.ts';
import { takes } from './visible.ts';

interface Places {
  place(team: string, priority: number): Promise<number>;
  position(handover: string): Promise<number | undefined>;
  /** How many seconds those waited whom the team answered last, of a day. */
  waits(of: { readonly team: string; readonly priority: number; readonly since: Date }): Promise<readonly number[]>;
}

const dayMs = 24 * 3_600_000;

export function createDeskView(places: Places, leases: PresenceLeases, clock: () => Date): DeskView {
  return {
    async queue(team, priority, skills) {
      const since = new Date(clock().getTime() - dayMs);
      const [position, present, waits] = await Promise.all([
        places.place(team, priority),
        leases.all(),
        places.waits({ team, priority, since }),
      ]);
      const agents = [...present.values()].filter((agent) => takes(agent, { team, skills }));
      return { position, agents: agents.length, waitMinutes: usualWait(waits) };
    },
    position: (handover) => places.position(handover),
  };
}
