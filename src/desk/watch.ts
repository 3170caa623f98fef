// What time does at the desk: a tenant who waited too long is promised a call-back, and conversations of an agent who
// vanished go back in front of the queue. Every instance may look; the commit lets one of them win.

import { type Logger, nameOf } from '../log.ts';
import type { Conversations, DeskStore, Handover, PresenceLeases, PresenceState } from './ports.ts';

export interface DeskWatchOptions {
  readonly store: Pick<DeskStore, 'waiting' | 'waitingElsewhere' | 'accepted'>;
  readonly leases: PresenceLeases;
  readonly act: Conversations['act'];
  readonly waitLimitMinutes: number;
  readonly goneAfterSeconds: number;
  readonly clock: () => Date;
  readonly logger: Logger;
}

/** After a restart, or when Redis lost all that it had, pages have this long to show that they are there. */
const graceSeconds = 25;

type Present = ReadonlyMap<string, { readonly state: PresenceState }>;

/** Who was there at a look. */
interface Looked {
  readonly present: Present;
  readonly now: number;
}

export function createDeskWatch(options: DeskWatchOptions) {
  /** Since when each agent with open conversations has not been heard of. */
  const missingSince = new Map<string, number>();

  async function endLongWaits(now: number): Promise<void> {
    const { store } = options;
    for (const handover of [...(await store.waiting()), ...(await store.waitingElsewhere())]) {
      const waitedMs = now - handover.requestedAt.getTime();
      if (waitedMs > options.waitLimitMinutes * 60_000) await options.act(handover.conversation, { is: 'wait-over' });
    }
  }

  async function takeBackFromGone(now: number): Promise<void> {
    const present = await options.leases.all();
    const accepted = await options.store.accepted();
    forget(present, accepted);
    for (const handover of accepted) {
      if (handover.held === undefined) await takeBack(handover, { present, now });
      // What rests needs nobody: an agent who went home comes back to it, or its time comes.
      else if (handover.held.until.getTime() <= now) await endRest(handover, { present, now });
    }
  }

  async function takeBack({ conversation, agent }: Handover, at: Looked): Promise<void> {
    if (agent !== undefined && isGone(agent, at)) await options.act(conversation, { is: 'agent-gone', agent });
  }

  /** Back to its agent at the time that the tenant was told. Who is not there has the grace of everybody who is not heard of. */
  async function endRest({ conversation, agent }: Handover, at: Looked): Promise<void> {
    if (agent === undefined) return;
    const isHere = isThere(at.present, agent);
    if (isHere || isGone(agent, at)) await options.act(conversation, { is: 'hold-over', agent, isThere: isHere });
  }

  function isGone(agent: string, { present, now }: Looked): boolean {
    if (isThere(present, agent)) return false;
    const since = missingSince.get(agent) ?? now;
    missingSince.set(agent, since);
    return now - since >= Math.min(options.goneAfterSeconds, graceSeconds) * 1_000;
  }

  function forget(present: Present, accepted: readonly Handover[]): void {
    const busy = new Set(accepted.map((each) => each.agent));
    for (const agent of missingSince.keys()) {
      if (isThere(present, agent) || !busy.has(agent)) missingSince.delete(agent);
    }
  }

  return {
    /** One look. Never throws: a store that is away is looked at again next time. */
    async look(): Promise<void> {
      try {
        const now = options.clock().getTime();
        await endLongWaits(now);
        await takeBackFromGone(now);
      } catch (error) {
        options.logger.warn('The desk could not be looked over', { error: nameOf(error) });
      }
    },
  };
}

function isThere(present: Present, agent: string): boolean {
  const state = present.get(agent)?.state;
  return state !== undefined && state !== 'offline';
}
