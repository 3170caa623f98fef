// What supervisors do beside agents, in one place.

import type { Router } from 'express';
import { type ChannelOptions, channelRoutes } from './channel-routes.ts';
import { type IncidentOptions, incidentRoutes } from './incident-routes.ts';
import { type LimitOptions, limitRoutes } from './limit-routes.ts';
import { type Deliveries, type WallboardSources, wallboardRoutes } from './wallboard.ts';

export interface SupervisorOptions extends IncidentOptions, ChannelOptions, LimitOptions {
  readonly deliveries: Deliveries;
}

export function supervisorRoutes(
  router: Router,
  options: SupervisorOptions & WallboardSources & Parameters<typeof limitRoutes>[1],
): void {
  incidentRoutes(router, options);
  channelRoutes(router, options);
  limitRoutes(router, options);
  wallboardRoutes(router, options);
}
