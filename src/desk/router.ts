// The desk's API. Reading looks things up; changing a conversation is always an Act, answered when it is committed.

import express, { type RequestHandler, type Router } from 'express';
import { Problem } from '../http/problem.ts';
import type { Landlord } from '../model/landlord.ts';
import type { NationRules } from '../model/nation-rules.ts';
import { takingTeams } from '../model/routes.ts';
import type { Audit } from '../privacy/ports.ts';
import type { Act, AgentCard } from '../turn/act.ts';
import { type Note, noteWith, personIn, readOf } from './audit/note.ts';
import { auditRoutes } from './audit/routes.ts';
import { cannedRoutes } from './canned-routes.ts';
import { colleagueRoutes } from './colleagues/routes.ts';
import { type ViewSources, viewConversation } from './conversation-view.ts';
import { createGate, signedIn } from './gate.ts';
import { handoverRoutes } from './handover-routes.ts';
import { learningRoutes } from './learning-routes.ts';
import { macroRoutes } from './macros.ts';
import { type MisreadOptions, misreadRoutes } from './misread-routes.ts';
import { deskDocument } from './openapi.ts';
import { handoversFor } from './opened.ts';
import { isOwnOrigin } from './own-origin.ts';
import { type PersonOptions, personRoutes } from './person/routes.ts';
import type {
  Agent,
  Conversations,
  DeskStore,
  Presence,
  PromiseStore,
  Reservations,
  RouteStore,
  WithoutLesson,
} from './ports.ts';
import type { Presences } from './presence.ts';
import { promiseRoutes } from './promise-routes.ts';
import { readQueue } from './queue-view.ts';
import { answerOf, card, named, notThere, read, type SignedIn, withoutUndefined } from './requests.ts';
import { rolesOf } from './roles.ts';
import { contactRouteRoutes } from './routes-of-contact.ts';
import * as schema from './schema.ts';
import type { SearchSources } from './search/find.ts';
import { searchRoutes } from './search/routes.ts';
import { type SessionParts, sessionRoutes } from './sign-in/session-routes.ts';
import { type SupervisorOptions, supervisorRoutes } from './supervisor/routes.ts';
import type { WallboardSources } from './supervisor/wallboard.ts';
import { type TranslationSources, translateConversation } from './translations.ts';
import { viewRoutes } from './views/routes.ts';

export interface DeskApiOptions extends SupervisorOptions, PersonOptions, Pick<WallboardSources, 'orphans'> {
  readonly wayIn: SessionParts['wayIn'];
  readonly invite: SessionParts['invite'];
  readonly audit: Pick<Audit, 'write' | 'search'>;
  readonly store: DeskStore;
  readonly reservations: Pick<Reservations, 'open'>;
  /** Somebody is named in a note. */
  readonly mentioned: () => void;
  /** What the assistant can be given a conversation back for. */
  readonly dialogs: readonly string[];
  /** It is somebody else's turn. */
  readonly declined: (handover: string, agent: string) => Promise<void>;
  readonly presence: Presences;
  readonly conversations: Conversations;
  readonly view: ViewSources & TranslationSources;
  readonly searching: SearchSources;
  readonly promises: PromiseStore;
  readonly routes: RouteStore;
  readonly landlord: Landlord;
  readonly rules: NationRules;
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
  const { publicUrl, wayIn, audit, clock } = options;
  const router = express.Router();
  router.use(sameOrigin(publicUrl));
  router.use(createGate({ ...options, sessions: wayIn.sessions }));
  router.use(express.json({ limit: '256kb' }));
  router.get('/openapi.json', (_request, response) => void response.json(deskDocument(publicUrl)));
  const routes = { ...options, signedIn, note: noteWith(audit, clock) };
  sessionRoutes(router, routes);
  ownRoutes(router, routes);
  readingRoutes(router, routes);
  conversationActs(router, routes);
  handoverRoutes(router, routes);
  macroRoutes(router, routes);
  promiseRoutes(router, routes);
  learningRoutes(router, routes);
  misreadRoutes(router, routes);
  cannedRoutes(router, routes);
  contactRouteRoutes(router, { ...routes, people: { person: (id) => options.view.people.person(id) } });
  auditRoutes(router, routes);
  searchRoutes(router, routes);
  viewRoutes(router, routes);
  colleagueRoutes(router, routes);
  personRoutes(router, routes);
  supervisorRoutes(router, routes);
  return router;
}

export type Routes = DeskApiOptions & { readonly signedIn: SignedIn; readonly note: Note };

function ownRoutes(router: Router, { presence, landlord, view, signedIn }: Routes): void {
  const handoverTeams = takingTeams(landlord);
  router.get(
    '/me',
    signedIn(async ({ id, name, teams }, _request, response) => {
      const roles = rolesOf({ teams }, landlord);
      response.json({
        id,
        name,
        teams,
        roles,
        presence: (await presence.of(id)) ?? null,
        handoverTeams,
        decidesAdjustments: roles.includes('case-lead'),
        managesRoutes: roles.includes('supervisor'),
        translates: view.translator !== undefined,
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

function readingRoutes(router: Router, sources: Routes): void {
  const { view, presence, signedIn, note, insight, retryDelivery, landlord } = sources;
  router.get(
    '/queue',
    signedIn(async (agent, _request, response) => {
      response.json((await readQueue(sources)).of(agent));
    }),
  );
  router.get(
    '/conversations/:id',
    signedIn(async (agent, request, response) => {
      const found = await viewConversation(named(request, 'id'), agent, view);
      if (found === undefined) throw notThere();
      await note(agent, response, readOf(found.id, { person: found.person?.id ?? (await personIn(found.id, view)) }));
      response.json(found);
    }),
  );
  router.get(
    '/conversations/:id/translations',
    signedIn(async (agent, request, response) => {
      const id = named(request, 'id');
      const reads = await readsOf(agent, { presence, landlord });
      const found = await translateConversation(id, { agent, reads }, view);
      if (found === undefined) throw notThere();
      await note(agent, response, readOf(id, { part: 'translations', person: await personIn(id, view) }));
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
    signedIn(async (agent, request, response) => {
      const id = named(request, 'id');
      if (!(await retryDelivery(id))) throw notThere();
      await note(agent, response, { did: 'delivery-retried', data: { delivery: id } });
      response.status(202).json({});
    }),
  );
}

function conversationActs(router: Router, options: Routes): void {
  const { signedIn, store, clock } = options;
  const onConversation = (name: string, make: (card: AgentCard, body: unknown) => Act) =>
    router.post(
      `/conversations/:id/${name}`,
      signedIn(async (agent, request, response) => {
        const { id } = await handoversFor(agent, request, options);
        const answer = answerOf(
          await options.conversations.act(id, make(card(agent), request.body)),
          options.view.linkTo,
        );
        // What was being written has been sent.
        if (name === 'messages')
          await store.keepDraft({ conversation: id, agent: agent.id }, { text: '', at: clock() });
        response.status(201).json(answer);
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
}

function sameOrigin(publicUrl: string): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || isOwnOrigin(request, publicUrl)) next();
    else next(new Problem(403, 'other-origin', { title: 'The desk is used from its own address only.' }));
  };
}
