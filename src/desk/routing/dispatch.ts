// Offers what waits to whom it suits, and takes back what was not answered. Every instance looks; one at a time is let at it.

import { type Logger, nameOf } from '../../log.ts';
import type { Landlord } from '../../model/landlord.ts';
import type { LimitsSet } from '../../model/routing-limits.ts';
import type { Load, PresenceLeases, PresentAgent, Queue, Reservations } from '../ports.ts';
import { assign, type FreeAgent } from './assign.ts';
import { capacityOf, mostOf, type Room, roomOf, totalOf } from './limits.ts';

export interface DispatcherOptions {
  readonly reservations: Reservations;
  readonly leases: PresenceLeases;
  readonly landlord: Pick<Landlord, 'teams' | 'handover'>;
  readonly limits: () => Promise<LimitsSet>;
  readonly clock: () => Date;
  /** Called when offers were made or ended. */
  readonly changed: () => void;
  readonly logger: Logger;
}

export function createDispatcher(options: DispatcherOptions) {
  const { reservations, leases, landlord, limits, clock, changed, logger } = options;
  let isStopped = false;
  return {
    stop(): void {
      isStopped = true;
    },
    /** One look. Never throws: a store that is away is looked at again next time. */
    async look(): Promise<void> {
      if (isStopped) return;
      try {
        const [present, set] = await Promise.all([leases.all(), limits()]);
        const now = clock();
        const until = new Date(now.getTime() + landlord.handover.offerSeconds * 1_000);
        const known = { teams: landlord.teams, present: [...present.values()], now };
        const there = [...present].flatMap(([id, { state }]) => (state === 'available' ? [id] : []));
        const done = await reservations.turnOver(now, there, async (queue) => {
          const free = freeAgents(present, queue, (id, said) => capacityOf({ id, said }, landlord, set));
          if (free.length === 0) return [];
          const waiting = await queue.waiting(teamsOf(free, landlord.teams));
          return assign(waiting, free, known).map((offer) => ({ ...offer, until }));
        });
        if (done === 'changed') changed();
      } catch (error) {
        logger.warn('The queue could not be offered', { error: nameOf(error) });
      }
    },
  };
}

/** Theirs, and those whose long waits overflow to theirs. */
function teamsOf(free: readonly FreeAgent[], teams: Landlord['teams']): readonly string[] {
  const own = new Set(free.flatMap((agent) => agent.teams));
  return Object.keys(teams).filter((team) => own.has(team) || own.has(teams[team]?.overflow?.to ?? ''));
}

/** One offer at a time: an agent who is asked twice at once has to let one of them run out. */
function freeAgents(
  present: ReadonlyMap<string, PresentAgent>,
  queue: Queue,
  capacity: (agent: string, said: PresentAgent) => Room,
): readonly FreeAgent[] {
  return [...present].flatMap(([id, agent]) => {
    const load: Load = queue.loads.get(id) ?? new Map();
    const own = capacity(id, agent);
    const [most, room] = [mostOf(agent, own), roomOf(agent, own, load)];
    const isFree = agent.state === 'available' && !queue.asked.has(id) && room.size > 0;
    return isFree ? [{ ...agent, id, load: totalOf(load), most, room, isResting: queue.missed.has(id) }] : [];
  });
}
