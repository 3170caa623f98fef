// Views that agents keep: each their own.

import type { Request, Router } from 'express';
import { z } from 'zod';
import { Problem } from '../../http/problem.ts';
import { takingTeams } from '../../model/routes.ts';
import { refuseUnknownTopic } from '../ending.ts';
import type { Agent } from '../ports.ts';
import { named, notThere, read, withoutUndefined } from '../requests.ts';
import type { Routes } from '../router.ts';
import { listAnswer } from '../search/routes.ts';
import type { SavedView, ViewFilter } from './ports.ts';
import { KeepView } from './schema.ts';
import { fits, viewable } from './shown.ts';

/** As many as one finds one's way among. */
const mostViews = 20;

const refusals = {
  'name-taken': 'You have a view of that name already.',
  'too-many-views': 'You have as many views as can be kept. Delete one first.',
} as const;

export function viewRoutes(router: Router, routes: Routes): void {
  const { signedIn, store, landlord } = routes;
  const { languages } = landlord;
  router.get(
    '/views',
    signedIn(async (agent, _request, response) => {
      const views = await store.views(agent.id);
      const lines = views.length === 0 ? [] : await viewable(agent, routes);
      const count = ({ filter }: SavedView) => lines.filter((each) => fits(filter, each, agent)).length;
      response.json({ views: views.map((view) => ({ ...view, count: count(view) })), languages });
    }),
  );
  router.get(
    '/views/:id/list',
    signedIn(async (agent, request, response) => {
      const id = idIn(request);
      const view = (await store.views(agent.id)).find((each) => each.id === id);
      if (view === undefined) throw notThere();
      const lines = (await viewable(agent, routes)).filter((each) => fits(view.filter, each, agent));
      response.json(await listAnswer(lines, routes));
    }),
  );
  router.put(
    '/views/:id',
    signedIn(async (agent, request, response) => {
      const view = viewIn(request, routes);
      await keep(agent, view, routes);
      response.json(view);
    }),
  );
  router.delete(
    '/views/:id',
    signedIn(async (agent, request, response) => {
      if (!(await store.deleteView(agent.id, idIn(request)))) throw notThere();
      response.status(204).end();
    }),
  );
}

function idIn(request: Request): string {
  const id = named(request, 'id');
  if (!z.uuid().safeParse(id).success) throw notThere();
  return id.toLowerCase();
}

function viewIn(request: Request, { landlord, dialogs }: Routes): SavedView {
  const id = idIn(request);
  const { name, filter } = read(KeepView, request.body);
  if (filter.team !== undefined && !takingTeams(landlord).some(({ id: team }) => team === filter.team))
    throw new Problem(400, 'no-such-team', { title: 'That team does not take conversations over.' });
  refuseUnknownTopic(filter.topic, dialogs);
  return { id, name, filter: withoutUndefined(filter) as ViewFilter };
}

async function keep({ id }: Agent, view: SavedView, { store }: Routes): Promise<void> {
  const done = await store.keepView(id, view, mostViews);
  if (done === 'not-theirs') throw notThere();
  if (done !== 'kept') throw new Problem(409, done, { title: refusals[done] });
}
