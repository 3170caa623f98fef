// Lists of work beside the queue, and the search.

import type { Router } from 'express';
import type { Message } from '../../model/message.ts';
import { openable } from '../opened.ts';
import type { Agent, Handover } from '../ports.ts';
import { read } from '../requests.ts';
import type { Routes } from '../router.ts';
import { queueLine } from '../visible.ts';
import { type Found, find, type SearchSources } from './find.ts';
import { SearchFor } from './schema.ts';

const dayMs = 24 * 3_600_000;
/** Of what was said, as much as tells which conversation it is. */
const longestExcerpt = 300;

export function searchRoutes(router: Router, routes: Routes & { readonly searching: SearchSources }): void {
  const { signedIn, store, clock, note, searching } = routes;
  const list = (name: string, of: (agent: Agent) => Promise<readonly Handover[]>) =>
    router.get(
      `/lists/${name}`,
      signedIn(async (agent, _request, response) => {
        response.json(await listAnswer(await openable(agent, await of(agent), { store }), routes));
      }),
    );

  list('team', async ({ teams }) => {
    const open = [...(await store.waiting()), ...(await store.accepted())];
    return open.filter(({ team }) => teams.includes(team));
  });
  list('all', async () => [
    ...(await store.waiting()),
    ...(await store.accepted()),
    ...(await store.endedSince(new Date(clock().getTime() - dayMs))),
  ]);
  router.post(
    '/search',
    signedIn(async (agent, request, response) => {
      const { text } = read(SearchFor, request.body);
      const { found, housing } = await find(text, agent, searching);
      await note(agent, response, {
        did: 'searched',
        data: { by: [...new Set(found.map(({ by }) => by))], count: found.length },
      });
      const handovers = found.map(({ handover }) => handover);
      response.json({
        found: found.map((each) => viewFound(each, clock())),
        agents: await namesOf(handovers, routes),
        housing,
      });
    }),
  );
}

/** What every list of handovers is answered as. @param seen those that the agent may see */
export async function listAnswer(seen: readonly Handover[], routes: Pick<Routes, 'store' | 'clock'>) {
  const now = routes.clock();
  return { lines: seen.map((each) => queueLine(each, now)), agents: await namesOf(seen, routes) };
}

async function namesOf(handovers: readonly Handover[], { store }: Pick<Routes, 'store'>) {
  return await store.names([...new Set(handovers.flatMap(({ agent }) => agent ?? []))]);
}

function viewFound({ by, handover, reference, person, lines }: Found, now: Date) {
  return {
    by,
    line: queueLine(handover, now),
    ...(reference !== undefined && { reference }),
    ...(person !== undefined && { person }),
    said: lines.map(viewSaid),
  };
}

function viewSaid({ sequence, author, text, language, at }: Message) {
  return { sequence, author, text: text.slice(0, longestExcerpt), language, at: at.toISOString() };
}
