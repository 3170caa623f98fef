// The desk's API. Reading looks things up; changing a conversation is always an Act, answered when it is committed.

import { parse as parseCookies } from 'cookie';
import express, { type Request, type RequestHandler, type Router } from 'express';
import { Problem } from '../http/problem.ts';
import type { Landlord } from '../model/landlord.ts';
import { teamOf } from '../model/routes.ts';
import type { Act, AgentCard } from '../turn/act.ts';
import { cannedRoutes } from './canned-routes.ts';
import { type ViewSources, viewConversation } from './conversation-view.ts';
import { handoverRoutes } from './handover-routes.ts';
import { learningRoutes } from './learning-routes.ts';
import { type MisreadOptions, misreadRoutes } from './misread-routes.ts';
import { deskDocument } from './openapi.ts';
import { isOwnOrigin } from './own-origin.ts';
import type {
  Agent,
  Conversations,
  DeskStore,
  Handover,
  Presence,
  PromiseStore,
  Reservations,
  RouteStore,
  WithoutLesson,
} from './ports.ts';
import type { Presences } from './presence.ts';
import { promiseRoutes } from './promise-routes.ts';
import { answerOf, card, named, notThere, read, type SignedIn, withoutUndefined } from './requests.ts';
import { contactRouteRoutes, managesRoutes } from './routes-of-contact.ts';
import * as schema from './schema.ts';
import { agentId, type SignIn } from './sign-in.ts';
import { type TranslationSources, translateConversation } from './translations.ts';
import { isOffered, maySee, queueLine } from './visible.ts';

const sessionCookie = 'doorstep_desk';

export interface DeskApiOptions {
  readonly signIn: SignIn;
  /** A new one-time link for a colleague. */
  readonly invite: (agent: Pick<Agent, 'name' | 'teams'>) => Promise<string>;
  readonly store: DeskStore;
  readonly reservations: Pick<Reservations, 'open'>;
  /** It is somebody else's turn. */
  readonly declined: (handover: string, agent: string) => Promise<void>;
  readonly presence: Presences;
  readonly conversations: Conversations;
  readonly view: ViewSources & TranslationSources;
  readonly promises: PromiseStore;
  readonly routes: RouteStore;
  readonly landlord: Landlord;
  /** Replies of the catalogue of a language, by name, as they are written. */
  readonly cannedIn: (language: string) => Readonly<Record<string, string>>;
  readonly misread: MisreadOptions;
  /** Closed complaints that the housing system has without a lesson, as far as it can be asked for them. */
  readonly withoutLesson: () => Promise<readonly WithoutLesson[]>;
  readonly insight: (name: string, agent: Agent) => Promise<unknown>;
  /** Makes a parked delivery due again; false when there is none with this id. */
  readonly retryDelivery: (id: string) => Promise<boolean>;
  readonly clock: () => Date;
  readonly publicUrl: string;
}

export function createDeskApi(options: DeskApiOptions): Router {
  const router = express.Router();
  router.use(sameOrigin(options.publicUrl));
  router.use(express.json({ limit: '256kb' }));
  router.get('/openapi.json', (_request, response) => void response.json(deskDocument(options.publicUrl)));
  const signedIn = signedInBy(options);
  sessionRoutes(router, { ...options, signedIn });
  readingRoutes(router, { ...options, signedIn });
  conversationActs(router, { ...options, signedIn });
  handoverRoutes(router, { ...options, signedIn });
  promiseRoutes(router, { ...options, signedIn });
  learningRoutes(router, { ...options, signedIn });
  misreadRoutes(router, { ...options, signedIn });
  cannedRoutes(router, { ...options, signedIn });
  contactRouteRoutes(router, { ...options, people: { person: (id) => options.view.people.person(id) }, signedIn });
  return router;
}

export const signedInBy =
  ({ signIn, presence }: Pick<DeskApiOptions, 'signIn' | 'presence'>): SignedIn =>
  (handle) =>
  async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const agent = await agentOf(request, signIn);
    await presence.heardOf(agent);
    await handle(agent, request, response);
  };

export type Routes = DeskApiOptions & { readonly signedIn: SignedIn };

function sessionRoutes(router: Router, options: Routes): void {
  const { signIn, presence, signedIn, store, publicUrl } = options;
  const handoverTeams = takingTeams(options.landlord);
  const cookie = { httpOnly: true, sameSite: 'strict' as const, path: '/desk', secure: publicUrl.startsWith('https:') };

  router.post('/session', async (request, response) => {
    const { link } = read(schema.OpenSession, request.body);
    const opened = await signIn.open(link);
    if (opened === undefined) {
      throw new Problem(401, 'link-not-good', {
        title: 'This link was used before, is too old, or is not whole. Ask for a new one.',
      });
    }
    await presence.heardOf(opened.agent);
    response.cookie(sessionCookie, opened.session, { ...cookie, maxAge: opened.maxAgeSeconds * 1_000 });
    response.status(201).json(opened.agent);
  });
  router.delete(
    '/session',
    signedIn(async (agent, request, response) => {
      await signIn.close(sessionOf(request) ?? '');
      await presence.end(agent.id);
      response.clearCookie(sessionCookie, cookie).status(204).end();
    }),
  );
  router.post(
    '/links',
    signedIn(async (agent, request, response) => {
      const { name, teams } = read(schema.Invite, request.body);
      // Nobody lets a colleague see more than they see themselves, nor comes in as somebody who does.
      const colleague = await store.agent(agentId(name));
      const notOurs = [...teams, ...(colleague?.teams ?? [])].find((team) => !agent.teams.includes(team));
      if (notOurs !== undefined)
        throw new Problem(403, 'not-your-team', { title: 'You are not in all teams of this colleague.' });
      response.status(201).json({ link: await options.invite({ name, teams }) });
    }),
  );
  router.get(
    '/me',
    signedIn(async (agent, _request, response) => {
      response.json({
        ...agent,
        presence: (await presence.of(agent.id)) ?? null,
        handoverTeams,
        decidesAdjustments: agent.teams.includes(teamOf('access.adjustment', options.landlord)),
        managesRoutes: managesRoutes(agent, options.landlord),
        translates: options.view.translator !== undefined,
      });
    }),
  );
  router.put(
    '/me/presence',
    signedIn(async (agent, request, response) => {
      const said = withoutUndefined(read(schema.SetPresence, request.body)) as Presence;
      await presence.say(agent, said);
      response.json(said);
    }),
  );
}

/** The languages that an agent says they read; else the landlord's own. */
async function readsOf(
  agent: Agent,
  { presence, landlord }: Pick<DeskApiOptions, 'presence' | 'landlord'>,
): Promise<readonly [string, ...string[]]> {
  const [own = 'en'] = landlord.languages;
  const said = (await presence.of(agent.id))?.languages ?? [];
  return said.includes(own) || said.length === 0 ? [own, ...said] : [said[0] ?? own, ...said.slice(1)];
}

/** The teams that a conversation can be passed on to. */
export function takingTeams({ teams }: Landlord) {
  return Object.entries(teams).flatMap(([id, { name, takesHandovers }]) => (takesHandovers ? [{ id, name }] : []));
}

function readingRoutes(
  router: Router,
  { store, reservations, view, presence, signedIn, clock, insight, retryDelivery, landlord }: Routes,
): void {
  router.get(
    '/queue',
    signedIn(async (agent, _request, response) => {
      const [waiting, accepted, present, open] = await Promise.all([
        store.waiting(),
        store.accepted(),
        presence.all(),
        reservations.open(),
      ]);
      const reserved = new Map(open.map((each) => [each.handover, each]));
      const shown = (list: readonly Handover[]) =>
        list.filter((each) => maySee(agent, each)).map((each) => queueLine(each, clock(), reserved.get(each.id)));
      const offered = waiting.filter((each) => isOffered(agent, each, present));
      response.json({ waiting: shown(offered), mine: shown(accepted.filter((each) => each.agent === agent.id)) });
    }),
  );
  router.get(
    '/conversations/:id',
    signedIn(async (agent, request, response) => {
      const found = await viewConversation(named(request, 'id'), agent, view);
      if (found === undefined) throw notThere();
      response.json(found);
    }),
  );
  router.get(
    '/conversations/:id/translations',
    signedIn(async (agent, request, response) => {
      const reads = await readsOf(agent, { presence, landlord });
      const found = await translateConversation(named(request, 'id'), { agent, reads }, view);
      if (found === undefined) throw notThere();
      response.json(found);
    }),
  );
  router.get(
    '/insight/:name',
    signedIn(async (agent, request, response) => {
      const figures = await insight(named(request, 'name'), agent);
      if (figures === undefined) throw notThere();
      response.json(figures);
    }),
  );
  router.post(
    '/deliveries/:id/retry',
    signedIn(async (_agent, request, response) => {
      if (!(await retryDelivery(named(request, 'id')))) throw notThere();
      response.status(202).json({});
    }),
  );
}

function conversationActs(router: Router, options: Routes): void {
  const { signedIn, store } = options;
  const onConversation = (name: string, make: (card: AgentCard, body: unknown) => Act) =>
    router.post(
      `/conversations/:id/${name}`,
      signedIn(async (agent, request, response) => {
        const id = named(request, 'id');
        const handovers = await store.handoversOf(id);
        if (handovers.length === 0 || !handovers.every((each) => maySee(agent, each))) throw notThere();
        response
          .status(201)
          .json(answerOf(await options.conversations.act(id, make(card(agent), request.body)), options.view.linkTo));
      }),
    );

  onConversation(
    'messages',
    (agent, body) =>
      withoutUndefined({ is: 'message', agent, text: '', ...withoutUndefined(read(schema.SendMessage, body)) }) as Act,
  );
  onConversation('formats', (agent, body) => {
    const { requestId: id, points, colour, ...wanted } = read(schema.OrderFormat, body);
    const wish = withoutUndefined({ points, colour });
    return { is: 'format-ordered', agent, id, wanted: withoutUndefined({ ...wanted, wish }) } as Act;
  });
  onConversation('notes', (agent, body) => ({ is: 'note', agent, ...read(schema.WriteNote, body) }));
}

export function sessionOf(request: { readonly headers: { readonly cookie?: string | undefined } }): string | undefined {
  return parseCookies(request.headers.cookie ?? '')[sessionCookie];
}

async function agentOf(request: Request, signIn: SignIn): Promise<Agent> {
  const session = sessionOf(request);
  const agent = session === undefined ? undefined : await signIn.agentOf(session);
  if (agent === undefined) throw new Problem(401, 'sign-in', { title: 'Sign in to the desk first.' });
  return agent;
}

function sameOrigin(publicUrl: string): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || isOwnOrigin(request, publicUrl)) next();
    else next(new Problem(403, 'other-origin', { title: 'The desk is used from its own address only.' }));
  };
}
