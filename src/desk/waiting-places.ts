// Where each of those stands who wait for a person, for the doors to tell: one look at the queues serves all who watch on this instance.

import { usualWait } from '../model/usual-wait.ts';

interface Waiting {
  readonly conversation: string;
  readonly team: string;
  readonly priority: number;
  readonly position: number;
  readonly requestedAt: Date;
}

interface Queues {
  places(): Promise<readonly Waiting[]>;
  waits(of: { readonly team: string; readonly priority: number; readonly since: Date }): Promise<readonly number[]>;
}

interface Place {
  readonly position: number;
  readonly waitMinutes?: number;
}

const dayMs = 24 * 3_600_000;
const minuteMs = 60_000;
/** So old it may be. */
const goodForMs = 5_000;

export function createWaitingPlaces(queues: Queues, clock: () => Date): () => Promise<ReadonlyMap<string, Place>> {
  let last: { readonly at: number; readonly found: Promise<ReadonlyMap<string, Place>> } | undefined;
  return () => {
    const now = clock().getTime();
    if (last === undefined || now - last.at >= goodForMs) {
      const found = look(queues, clock());
      last = { at: now, found };
      found.catch(() => {
        last = undefined;
      });
    }
    return last.found;
  };
}

async function look(queues: Queues, now: Date): Promise<ReadonlyMap<string, Place>> {
  const waiting = await queues.places();
  const since = new Date(now.getTime() - dayMs);
  const keyOf = ({ team, priority }: Waiting) => `${team} ${priority}`;
  const kinds = new Map(waiting.map((each) => [keyOf(each), each]));
  const usual = new Map<string, number | undefined>();
  for (const [key, { team, priority }] of kinds) {
    usual.set(key, usualWait(await queues.waits({ team, priority, since })));
  }
  return new Map(
    waiting.map((each) => {
      const left = Math.ceil((usual.get(keyOf(each)) ?? 0) - (now.getTime() - each.requestedAt.getTime()) / minuteMs);
      // Who has waited longer than others did is told no time: the next would be wrong again.
      return [each.conversation, { position: each.position, ...(left > 0 && { waitMinutes: left }) }];
    }),
  );
}
