// What supervisors see and set, put together for the desk.

import type { SupervisorOptions } from '../desk/supervisor/routes.ts';
import type { WallboardSources } from '../desk/supervisor/wallboard.ts';
import { createOrphans } from '../store/orphans.ts';
import type { Foundation } from './foundation.ts';
import type { Path } from './path.ts';

export function supervising(
  { store, incidents, stops, limits, content, outboxStore, clock }: Foundation,
  inbox: Path['inbox'],
): SupervisorOptions & Pick<WallboardSources, 'orphans'> {
  return {
    incidents: incidents.store,
    incidentsChanged: incidents.known.changed,
    topics: topicsIn(content),
    stops: stops.store,
    stopsChanged: () => {
      stops.known.changed();
      // What was held is answered at once; what another instance holds at this moment is found by the next sweep.
      void inbox.sweep(0).catch(() => undefined);
    },
    limits: { set: limits.store.set, now: limits.known.now },
    limitsChanged: limits.known.changed,
    deliveries: outboxStore,
    orphans: createOrphans(store.db),
    clock,
  };
}

/** Danger is told of to nobody but who is in it, and what only one team may see to nobody else. */
function topicsIn({ playbook, phrases }: Foundation['content']): SupervisorOptions['topics'] {
  return [...playbook]
    .filter(
      ([name, { enquiry, urgent, restricted }]) =>
        enquiry !== undefined && !urgent && !restricted && !/^(?:talk\.|none$)/.test(name),
    )
    .map(([name]) => ({ name, label: phrases.say(`label.${name}`, 'en', 'web', {}) }))
    .toSorted((one, other) => (one.label < other.label ? -1 : 1));
}
