// The desk's API. Reading looks things up; changing a conversation is always an Act, answered when it is committed.

import { parse as parseCookies } from 'cookie';
import express, { type Request, type RequestHandler, type Router } from 'express';
import { Problem } from '../http/problem.ts';
import type { Landlord } from '../model/landlord.ts';
import { addDays, localTime } from '../model/london-time.ts';
import type { Act, AgentCard } from '../turn/act.ts';
import { type LinkTo, type ViewSources, viewConversation, viewMessage } from './conversation-view.ts';
import { deskDocument } from './openapi.ts';
import { isOwnOrigin } from './own-origin.ts';
import type { Acted, Agent, Conversations, DeskStore, Handover, Presence, PromiseStore, RouteStore } from './ports.ts';
import type { Presences } from './presence.ts';
import { type Handle, named, notThere, read, type SignedIn } from './requests.ts';
import { contactRouteRoutes, managesRoutes } from './routes-of-contact.ts';
import * as schema from './schema.ts';
import { agentId, type SignIn } from './sign-in.ts';
import { maySee, maySeePromise, queueLine } from './visible.ts';

const sessionCookie = 'doorstep_desk';

export interface DeskApiOptions {
  readonly signIn: SignIn;
  /** A new one-time link for a colleague. */
  readonly invite: (agent: Pick<Agent, 'name' | 'teams'>) => Promise<string>;
  readonly store: DeskStore;
  readonly presence: Presences;
  readonly conversations: Conversations;
  readonly view: ViewSources;
  readonly promises: PromiseStore;
  readonly routes: RouteStore;
  readonly landlord: Landlord;
  readonly insight: (name: string) => Promise<unknown>;
  /** Makes a parked delivery due again; false when there is none with this id. */
  readonly retryDelivery: (id: string) => Promise<boolean>;
  readonly clock: () => Date;
  readonly publicUrl: string;
}

type PromiseAct = Extract<Act, { readonly promise: unknown }>;
type HandoverAct = Extract<Act, { readonly handover?: string }>;

export function createDeskApi(options: DeskApiOptions): Router {
  const router = express.Router();
  router.use(sameOrigin(options.publicUrl));
  router.use(express.json({ limit: '256kb' }));
  router.get('/openapi.json', (_request, response) => void response.json(deskDocument(options.publicUrl)));
  const signedIn: SignedIn =
    (handle: Handle): RequestHandler =>
    async (request, response) => {
      response.set('Cache-Control', 'no-store');
      const agent = await agentOf(request, options.signIn);
      await options.presence.heardOf(agent);
      await handle(agent, request, response);
    };
  sessionRoutes(router, { ...options, signedIn });
  readingRoutes(router, { ...options, signedIn });
  actingRoutes(router, { ...options, signedIn });
  promiseRoutes(router, { ...options, signedIn });
  contactRouteRoutes(router, { ...options, people: { person: (id) => options.view.people.person(id) }, signedIn });
  return router;
}

type Routes = DeskApiOptions & { readonly signedIn: SignedIn };

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
      const mayRoute = managesRoutes(agent, options.landlord);
      response.json({
        ...agent,
        presence: (await presence.of(agent.id)) ?? null,
        handoverTeams,
        managesRoutes: mayRoute,
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

/** The teams that a conversation can be passed on to. */
function takingTeams({ teams }: Landlord) {
  return Object.entries(teams).flatMap(([id, { name, takesHandovers }]) => (takesHandovers ? [{ id, name }] : []));
}

function readingRoutes(router: Router, { store, view, signedIn, clock, insight, retryDelivery }: Routes): void {
  router.get(
    '/queue',
    signedIn(async (agent, _request, response) => {
      const [waiting, accepted] = await Promise.all([store.waiting(), store.accepted()]);
      const shown = (list: readonly Handover[]) =>
        list.filter((each) => maySee(agent, each)).map((each) => queueLine(each, clock()));
      response.json({ waiting: shown(waiting), mine: shown(accepted.filter((each) => each.agent === agent.id)) });
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
    '/insight/:name',
    signedIn(async (_agent, request, response) => {
      const figures = await insight(named(request, 'name'));
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

function actingRoutes(router: Router, options: Routes): void {
  const { signedIn, store } = options;
  const onHandover = (name: string, make: (card: AgentCard, body: unknown) => HandoverAct) =>
    router.post(
      `/handovers/:id/${name}`,
      signedIn(async (agent, request, response) => {
        const handover = await store.handover(named(request, 'id'));
        if (handover === undefined || !maySee(agent, handover)) throw notThere();
        const done = await options.conversations.act(handover.conversation, {
          ...make(card(agent), request.body ?? {}),
          handover: handover.id,
        });
        response.json(answerOf(done, options.view.linkTo));
      }),
    );

  onHandover('accept', (agent) => ({ is: 'accept', agent }));
  onHandover(
    'decline',
    (agent, body) => withoutUndefined({ is: 'decline', agent, ...read(schema.Decline, body) }) as HandoverAct,
  );
  onHandover('transfer', (agent, body) => {
    const wanted = read(schema.Transfer, body);
    if (!takingTeams(options.landlord).some(({ id }) => id === wanted.team)) {
      throw new Problem(400, 'no-such-team', { title: 'That team does not take conversations over.' });
    }
    return { is: 'transfer', agent, ...wanted };
  });
  onHandover(
    'return',
    (agent, body) => withoutUndefined({ is: 'return', agent, ...read(schema.ReturnToBot, body) }) as HandoverAct,
  );
  onHandover('close', (agent, body) => ({ is: 'close', agent, ...read(schema.Close, body) }));

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
    (agent, body) => withoutUndefined({ is: 'message', agent, ...read(schema.SendMessage, body) }) as Act,
  );
  onConversation('notes', (agent, body) => ({ is: 'note', agent, ...read(schema.WriteNote, body) }));
}

/** Due within so many days is due soon. */
const soonDays = 2;

function promiseRoutes(router: Router, { promises, landlord, view, conversations, clock, signedIn }: Routes): void {
  const today = () => localTime(clock(), landlord.timeZone).date;
  router.get(
    '/promises',
    signedIn(async (agent, _request, response) => {
      const due = await promises.due(addDays(today(), soonDays));
      const shown = due.filter((each) => maySeePromise(agent, each, view.teamOf));
      const isOverdue = ({ by }: { readonly by: string }) =>
        by.length > 10 ? Date.parse(by) < clock().getTime() : by < today();
      response.json({ overdue: shown.filter(isOverdue), soon: shown.filter((each) => !isOverdue(each)) });
    }),
  );
  const onPromise = (name: string, make: (about: Pick<PromiseAct, 'agent' | 'promise'>, body: unknown) => PromiseAct) =>
    router.post(
      `/promises/:id/${name}`,
      signedIn(async (agent, request, response) => {
        const promise = await promises.open(named(request, 'id'));
        if (promise === undefined || !maySeePromise(agent, promise, view.teamOf)) throw notThere();
        const done = await conversations.act(promise.conversation, make({ agent: card(agent), promise }, request.body));
        response.json(answerOf(done, view.linkTo));
      }),
    );
  onPromise('keep', (about) => ({ is: 'promise-kept', ...about }));
  onPromise('move', (about, body) => {
    const { to, why } = read(schema.MovePromise, body);
    if (to < today())
      throw new Problem(400, 'bad-request', { title: 'A promise is moved to a day that is yet to come.' });
    return { is: 'promise-moved', ...about, to, why };
  });
}

const card = ({ id, name, teams }: Agent): AgentCard => ({ id, name, teams });

const refusals = {
  'already-taken': 'Another agent has this conversation already.',
  'not-yours': 'This conversation is with somebody else now.',
  'nothing-waiting': 'This conversation waits for nobody any more.',
  stale: 'The tenant has written since. Read it, then send again.',
} as const;

function answerOf(done: Acted, linkTo: LinkTo) {
  if (done.is === 'refused') throw new Problem(409, done.because, { title: refusals[done.because] });
  if (done.is === 'stale')
    throw new Problem(409, 'stale', { title: refusals.stale, more: { sequence: done.sequence } });
  return { messages: done.messages.map((message) => viewMessage(message, linkTo)) };
}

/** zod writes an absent optional field as `undefined`; our own types know absence only. */
function withoutUndefined<T extends object>(value: T): object {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
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
