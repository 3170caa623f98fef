// The agreed route of a customer, as agents see it.

import type { RouteChange } from './ports.ts';

/** What every agent needs to follow it; why it was set is not in it. */
export function viewRoute({ route, contact, weekday, until, reviewOn }: RouteChange) {
  return { route, contact, ...(weekday !== undefined && { weekday }), until, reviewOn };
}
