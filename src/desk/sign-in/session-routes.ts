// Sessions in the desk's API: opened by a one-time link, ended here or everywhere.

import type { Response, Router } from 'express';
import { Problem } from '../../http/problem.ts';
import { type Note, noted } from '../audit/note.ts';
import { cookieName, sessionOf, signedIn } from '../gate.ts';
import type { Agent, DeskStore } from '../ports.ts';
import type { Presences } from '../presence.ts';
import { read } from '../requests.ts';
import * as schema from '../schema.ts';
import { agentId, isOwnMachine, readLink } from './link.ts';
import { cookieOptions, letIn, type WayIn, withinLimit } from './way-in.ts';

export interface SessionParts {
  readonly wayIn: WayIn;
  readonly presence: Presences;
  readonly store: DeskStore;
  readonly note: Note;
  /** A new one-time link for a colleague. */
  readonly invite: (agent: Pick<Agent, 'name' | 'teams'>) => Promise<string>;
}

export function sessionRoutes(router: Router, parts: SessionParts): void {
  const { wayIn, presence } = parts;
  const { sessions, publicUrl, provider, whyNoLinks } = wayIn;
  router.get('/sign-in', (_request, response) => {
    response.json(provider === undefined ? { by: 'link', closed: whyNoLinks ?? null } : { by: 'oidc', closed: null });
  });
  linkRoutes(router, parts);
  const ending = (end: (session: string, agent: Agent) => Promise<string | undefined>) =>
    signedIn(async (agent, request, response) => {
      const hint = await end(sessionOf(request, publicUrl) ?? '', agent);
      noted(response);
      await presence.end(agent.id);
      response.clearCookie(cookieName(publicUrl), cookieOptions(publicUrl));
      await goOut(response, hint, wayIn);
    });
  router.delete('/session', ending(sessions.close));
  router.delete('/sessions', ending(sessions.closeAll));
}

/** Who is not signed out at the provider, too, is let in again there without being asked. */
async function goOut(response: Response, hint: string | undefined, { provider, publicUrl }: WayIn): Promise<void> {
  const to = await provider?.endUrl(hint, `${publicUrl}/desk`);
  if (to === undefined) response.status(204).end();
  else response.json({ to });
}

function linkRoutes(router: Router, { wayIn, presence, store, invite, note }: SessionParts): void {
  const { clock, signing, whyNoLinks } = wayIn;
  const noLinks = (title: string) => new Problem(403, 'no-links', { title });
  router.post('/session', async (request, response) => {
    await withinLimit(request, wayIn);
    if (whyNoLinks !== undefined) throw noLinks(whyNoLinks);
    if (!isOwnMachine(request.ip ?? '')) throw noLinks('A one-time link opens the desk on its own machine alone.');
    const link = await readLink(read(schema.OpenSession, request.body).link, { signing, now: clock() });
    if (link === undefined || !(await store.spendLink({ id: link.once, at: clock() }))) throw notGood();
    await letIn({ agent: link.agent }, { request, response }, wayIn);
    noted(response);
    await presence.heardOf(link.agent);
    response.status(201).json(link.agent);
  });
  router.post(
    '/links',
    signedIn(async (agent, request, response) => {
      if (whyNoLinks !== undefined) throw noLinks(whyNoLinks);
      const { name, teams } = read(schema.Invite, request.body);
      // Nobody lets a colleague see more than they see themselves, nor comes in as somebody who does.
      const colleague = await store.agent(agentId(name));
      const notOurs = [...teams, ...(colleague?.teams ?? [])].find((team) => !agent.teams.includes(team));
      if (notOurs !== undefined)
        throw new Problem(403, 'not-your-team', { title: 'You are not in all teams of this colleague.' });
      await note(agent, response, { did: 'invited', data: { colleague: agentId(name), teams } });
      response.status(201).json({ link: await invite({ name, teams }) });
    }),
  );
}

function notGood(): Problem {
  return new Problem(401, 'link-not-good', {
    title: 'This link was used before, is too old, or is not whole. Ask for a new one.',
  });
}
