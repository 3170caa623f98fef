// What supervisors do beside agents, in one place.

import type { Router } from 'express';
import type { SignedIn } from '../requests.ts';
import { type ChannelOptions, channelRoutes } from './channel-routes.ts';
import { type IncidentOptions, incidentRoutes } from './incident-routes.ts';
import { type Deliveries, type WallboardSources, wallboardRoutes } from './wallboard.ts';

export interface SupervisorOptions extends IncidentOptions, ChannelOptions {
  readonly deliveries: Deliveries;
}

export function supervisorRoutes(
  router: Router,
  options: SupervisorOptions & WallboardSources & { readonly signedIn: SignedIn },
): void {
  incidentRoutes(router, options);
  channelRoutes(router, options);
  wallboardRoutes(router, options);
}
