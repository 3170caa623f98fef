// Every route of the service, in the order in which they are asked.

import type { Mounted } from '../http/app.ts';
import { healthRoutes } from '../http/health.ts';
import type { Desk } from './desk.ts';
import type { Doors } from './doors.ts';
import type { Foundation } from './foundation.ts';

/** Nobody has this id: asking for it tells whether the housing system answers. */
const nobody = 'P-0';

export function routesOf(foundation: Foundation, doors: Doors, desk: Desk): readonly Mounted[] {
  const { store, shared, metrics, housing, outboxStore } = foundation;
  const health = healthRoutes(
    {
      database: async () => {
        await store.ping();
        return 'up';
      },
      // Away, tenants are still served: what they report waits for it.
      housing: async () => ((await housing.reads.person(nobody)).is === 'away' ? 'degraded' : 'up'),
      outbox: async () => ((await outboxStore.counts()).parked > 0 ? 'degraded' : 'up'),
      ...(shared.redis && { redis: async () => (shared.redis.state() === 'up' ? 'up' : 'degraded') }),
    },
    metrics.text,
  );
  const routers = [
    health,
    doors.site,
    doors.noScript,
    doors.goPage,
    doors.formatPage,
    doors.photoPage,
    doors.webChat.router,
    doors.sms.router,
    doors.botFramework.router,
    ...(doors.skillDesk === undefined ? [] : [doors.skillDesk.router]),
  ];
  return [
    ...routers.map((router) => ({ path: '/', router })),
    { path: '/desk/api', router: desk.api },
    { path: '/desk', router: desk.signIn },
    { path: '/desk', router: desk.page },
    ...(foundation.housing.router === undefined ? [] : [{ path: '/housing/v1', router: foundation.housing.router }]),
  ];
}
