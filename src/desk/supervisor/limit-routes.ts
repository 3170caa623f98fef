// Limits of teams and agents, changed while everything runs: every instance goes by them at once.

import type { Router } from 'express';
import type { Landlord } from '../../model/landlord.ts';
import { takingTeams } from '../../model/routes.ts';
import { Capacity, Full, type LimitsSet } from '../../model/routing-limits.ts';
import { lineBy, noted } from '../audit/note.ts';
import type { Agent, DeskStore } from '../ports.ts';
import { named, notThere, read, type SignedIn } from '../requests.ts';
import { capacityOf, fullAt } from '../routing/limits.ts';
import type { RoutingLimits } from './ports.ts';

export interface LimitOptions {
  readonly limits: Pick<RoutingLimits, 'set'> & {
    /** As this instance goes by them. */
    readonly now: () => Promise<LimitsSet>;
  };
  /** Every instance goes by what holds now. */
  readonly limitsChanged: () => void;
  readonly clock: () => Date;
}

interface Options extends LimitOptions {
  readonly signedIn: SignedIn;
  readonly store: Pick<DeskStore, 'agents' | 'agent'>;
  readonly landlord: Landlord;
}

export function limitRoutes(router: Router, options: Options): void {
  const { limits, limitsChanged, signedIn, store, landlord, clock } = options;
  router.get(
    '/limits',
    signedIn(async (_agent, _request, response) => {
      response.json(await viewLimits(options));
    }),
  );
  const set = async (by: Agent, what: Parameters<RoutingLimits['set']>[0]) => {
    const { kind, of, limits: data } = what;
    await limits.set(what, lineBy(by, clock(), { did: 'limits-set', data: { [kind]: of, ...data } }));
    limitsChanged();
  };
  router.put(
    '/limits/teams/:team',
    signedIn(async (agent, request, response) => {
      const team = named(request, 'team');
      if (!takingTeams(landlord).some(({ id }) => id === team)) throw notThere();
      await set(agent, { kind: 'team', of: team, limits: read(Full, request.body) });
      noted(response);
      response.json({});
    }),
  );
  router.put(
    '/limits/agents/:agent',
    signedIn(async (agent, request, response) => {
      const id = named(request, 'agent');
      const capacity = read(Capacity, request.body);
      if ((await store.agent(id)) === undefined) throw notThere();
      await set(agent, { kind: 'agent', of: id, limits: capacity });
      noted(response);
      response.json({});
    }),
  );
}

async function viewLimits({ limits, store, landlord }: Options) {
  const [set, agents] = await Promise.all([limits.now(), store.agents()]);
  return {
    teams: takingTeams(landlord).map(({ id, name }) => {
      const { waiting = null, minutes = null } = fullAt(id, landlord, set);
      return { team: id, name, waiting, minutes, isSet: set.teams.has(id) };
    }),
    agents: agents.map(({ id, name }) => ({
      agent: id,
      name,
      capacity: capacityOf({ id }, landlord, set),
      isSet: set.agents.has(id),
    })),
  };
}
