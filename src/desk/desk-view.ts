// What a turn may know of the desk: how long the queue is, and whether anybody is there to take a handover.

import type { Landlord } from '../model/landlord.ts';
import type { LimitsSet } from '../model/routing-limits.ts';
import { usualWait } from '../model/usual-wait.ts';
import type { DeskView } from '../turn/world.ts';
import type { PresenceLeases } from './ports.ts';
import { fullAt, isFull } from './routing/limits.ts';
import { takes } from './visible.ts';

interface Places {
  place(team: string, priority: number): Promise<number>;
  position(handover: string): Promise<number | undefined>;
  /** How many seconds those waited whom the team answered last, of a day. */
  waits(of: { readonly team: string; readonly priority: number; readonly since: Date }): Promise<readonly number[]>;
}

const dayMs = 24 * 3_600_000;

interface Sources {
  readonly places: Places;
  readonly leases: PresenceLeases;
  readonly landlord: Pick<Landlord, 'teams' | 'handover'>;
  readonly limits: () => Promise<LimitsSet>;
  readonly clock: () => Date;
}

export function createDeskView({ places, leases, landlord, limits, clock }: Sources): DeskView {
  return {
    async queue(team, priority, skills) {
      const since = new Date(clock().getTime() - dayMs);
      const [position, present, waits, set] = await Promise.all([
        places.place(team, priority),
        leases.all(),
        places.waits({ team, priority, since }),
        limits(),
      ]);
      const waitMinutes = usualWait(waits);
      const full = isFull(fullAt(team, landlord, set), { ahead: position - 1, minutes: waitMinutes });
      const agents = [...present.values()].filter((agent) => takes(agent, { team, skills }));
      return { position, agents: agents.length, waitMinutes, isFull: full };
    },
    position: (handover) => places.position(handover),
  };
}
