// Whose turn it is at the desk, and what time does there, put together.

import { gathered } from '../desk/gathered.ts';
import { createOrphanWatch } from '../desk/orphan-watch.ts';
import { createDispatcher } from '../desk/routing/dispatch.ts';
import { queueTopic } from '../desk/stream.ts';
import { createDeskWatch } from '../desk/watch.ts';
import { createOrphans } from '../store/orphans.ts';
import { createReservations } from '../store/reservations.ts';
import type { Foundation } from './foundation.ts';
import type { Path } from './path.ts';

/** What comes so close together is looked at once. */
const gatherMs = 20;

export function watchOf(
  { desk: store, shared: { leases }, content, clock, log: logger }: Foundation,
  act: Path['inbox']['act'],
) {
  const { waitLimitMinutes, goneAfterSeconds } = content.landlord.handover;
  return createDeskWatch({ store, leases, act, waitLimitMinutes, goneAfterSeconds, clock, logger });
}

export function orphanWatchOf({ store, log: logger }: Foundation, act: Path['inbox']['act']) {
  return createOrphanWatch({ orphans: createOrphans(store.db), act, logger });
}

/** Who is offered what waits. */
export function routing({
  store,
  shared: { leases },
  hub,
  limits: { known },
  content: { landlord },
  clock,
  log,
}: Foundation) {
  const reservations = createReservations(store.db);
  const queueChanged = () => hub.announce(queueTopic, []);
  const dispatcher = createDispatcher({
    reservations,
    leases,
    landlord,
    limits: known.now,
    clock,
    changed: queueChanged,
    logger: log,
  });
  known.onChange(dispatcher.look);
  // At once when the queue, or who is at the desk, changed; a timer sees to offers that run out.
  const unwatch = hub.watch(queueTopic, gathered(gatherMs, dispatcher.look));
  const stop = () => {
    unwatch();
    dispatcher.stop();
  };
  const declined = async (handover: string, agent: string) => {
    await reservations.declined({ handover, agent }, clock());
    queueChanged();
  };
  return { reservations, queueChanged, declined, dispatch: { look: dispatcher.look, stop } };
}
