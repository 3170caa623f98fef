// Direct Line 3.0 over HTTP, as Microsoft's clients speak it. What they make of each status is in the comments: they are not forgiving.

import { randomUUID } from 'node:crypto';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { Problem } from '../../http/problem.ts';
import { type Logger, nameOf } from '../../log.ts';
import type { Log, WaitingPlaces } from '../channel.ts';
import type { ConversationIds } from './access/conversation-ids.ts';
import type { Caller, Gate } from './access/gate.ts';
import { allowOrigin, answerPreflight, type Origins } from './access/origins.ts';
import { type Session, type Tokens, tokenLifeSeconds } from './access/tokens.ts';
import type { Receive } from './receive.ts';
import { showMessage, showPlace, type View } from './show-message.ts';
import type { SpokenMessages } from './spoken-messages.ts';
import { readWatermark, type Tickets } from './tickets.ts';

export interface DirectLineParts {
  readonly gate: Gate;
  readonly tokens: Tokens;
  readonly ids: ConversationIds;
  readonly origins: Origins;
  readonly tickets: Tickets;
  readonly receive: Receive;
  readonly log: Log;
  readonly logger: Logger;
  readonly places?: WaitingPlaces;
  readonly spoken: SpokenMessages;
  viewOf(user: string): View;
}

const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const User = maybe(z.object({ id: maybe(z.string().max(200)) }));
const Generate = z.object({ user: User, trustedOrigins: maybe(z.array(z.string().max(300)).max(50)) });
const Start = z.object({ user: User, locale: maybe(z.string().regex(/^[A-Za-z0-9-]{2,35}$/)) });

const pageSize = 200;
const pollPatienceMs = 5_000;

export function createDirectLine(parts: DirectLineParts): Router {
  const router = express.Router();
  // Twice the characters of the longest message as the wordiest JSON spells them; what is larger is 413.
  const json = express.json({ limit: '256kb', type: () => true });

  router.use((request, response, next) => {
    response.vary('Origin');
    response.set('Cache-Control', 'no-store');
    // A preflight carries no token, so which sites the token trusts is asked of the request that follows.
    if (request.method === 'OPTIONS') return answerPreflight(request, response);
    const origin = request.get('origin');
    if (parts.origins.trusts(origin, request.get('host'))) allowOrigin(response, origin);
    next();
  });
  // Who may not come in has nothing read of what they send.
  const comeIn = async (request: Request<{ id: string }>, response: Response, next: NextFunction) => {
    response.locals.session = await enter(request, response, parts);
    next();
  };
  router.post('/tokens/generate', json, (request, response) => generate(request, response, parts));
  router.post('/tokens/refresh', (request, response) => refresh(request, response, parts));
  router.post('/conversations', json, (request, response) => start(request, response, parts));
  router.get('/conversations/:id', (request, response) => reconnect(request, response, parts));
  router.get('/conversations/:id/activities', (request, response) => poll(request, response, parts));
  router.get('/conversations/:id/activities/:sequence/audio', async (request, response) => {
    const { conversation } = await enter(request, response, parts);
    const bytes = await parts.spoken(conversation, readWatermark(request.params.sequence));
    response.type('audio/mpeg').set('X-Content-Type-Options', 'nosniff').send(Buffer.from(bytes));
  });
  router.post('/conversations/:id/activities', comeIn, json, async (request, response) => {
    response.json({ id: await parts.receive.activity(request.body, sessionIn(response)) });
  });
  router.post('/conversations/:id/upload', comeIn, async (request, response) => {
    response.json({ id: await parts.receive.upload(request, response, sessionIn(response)) });
  });
  router.use(() => {
    throw new Problem(404, 'no-such-address', { title: 'Direct Line has no such address here.' });
  });
  return router;
}

async function generate(request: Request, response: Response, parts: DirectLineParts): Promise<void> {
  const caller = await parts.gate.identify(request, response);
  if (caller.is !== 'secret') throw new Problem(403, 'secret-needed', { title: 'Tokens are made with the secret.' });
  const { user, trustedOrigins = [] } = readBody(Generate, request.body);
  const session = { conversation: parts.ids.make(), user: userFor(user?.id), origins: trustedOrigins.map(originOf) };
  response.json(await tokenAnswer(session, parts));
}

async function refresh(request: Request, response: Response, parts: DirectLineParts): Promise<void> {
  const caller = await parts.gate.identify(request, response);
  if (caller.is === 'secret') throw new Problem(403, 'token-needed', { title: 'Only a token can be refreshed.' });
  response.json(await tokenAnswer(caller.session, parts));
}

async function start(request: Request, response: Response, parts: DirectLineParts): Promise<void> {
  const caller = await parts.gate.identify(request, response);
  const { user, locale } = readBody(Start, request.body);
  const fresh = () => ({ conversation: parts.ids.make(), user: userFor(user?.id), origins: [] });
  const asked = caller.is === 'secret' ? fresh() : caller.session;
  const session: Session = locale === undefined ? asked : { ...asked, locale };
  const exists = caller.is === 'session' && (await hasBegun(session.conversation, parts));
  response.status(exists ? 200 : 201).json(await openAnswer(session, 0, parts));
}

/** After each cut the client asks here with its watermark, and opens the stream that it is given. */
async function reconnect(request: Request<{ id: string }>, response: Response, parts: DirectLineParts): Promise<void> {
  const session = await enter(request, response, parts);
  response.json(await openAnswer(session, readWatermark(request.query.watermark), parts));
}

/** Microsoft's client never polls again after one 5xx, so trouble of ours is answered as "nothing new". */
async function poll(request: Request<{ id: string }>, response: Response, parts: DirectLineParts): Promise<void> {
  const session = await enter(request, response, parts);
  const asked = request.query.watermark;
  const after = readWatermark(asked);
  const messages = await inTime(parts.log.read(session.conversation, after, pageSize)).catch((error: unknown) => {
    parts.logger.warn('a poll could not read its log', { conversation: session.conversation, error: nameOf(error) });
  });
  if (messages === undefined) {
    response.json({ activities: [], watermark: typeof asked === 'string' ? asked : '' });
    return;
  }
  const view = parts.viewOf(session.user);
  const watermark = String(messages.at(-1)?.sequence ?? after);
  const activities = messages.map((message) => showMessage(message, view));
  response.json({ activities: [...activities, ...(await placeFor(session, request, parts))], watermark });
}

/** Only for who asks: another client would show the same event at each poll. */
async function placeFor({ conversation }: Session, { query }: Request, { places }: DirectLineParts) {
  if (query.place === undefined || places === undefined) return [];
  const place = (await inTime(places()).catch(() => undefined))?.get(conversation);
  return place === undefined ? [] : [showPlace(conversation, place)];
}

async function enter(request: Request<{ id: string }>, response: Response, parts: DirectLineParts): Promise<Session> {
  const { id } = request.params;
  return sessionOf(await parts.gate.enter(id, request, response), id);
}

function sessionIn(response: Response): Session {
  return response.locals.session as Session;
}

/** A landlord's server speaks for whatever user it names in the activity. */
function sessionOf(caller: Caller, conversation: string): Session {
  return caller.is === 'session' ? caller.session : { conversation, user: '', origins: [] };
}

async function tokenAnswer(session: Session, { tokens }: DirectLineParts) {
  const token = await tokens.issue(session);
  return { conversationId: session.conversation, token, expires_in: tokenLifeSeconds };
}

async function openAnswer(session: Session, after: number, parts: DirectLineParts) {
  return { ...(await tokenAnswer(session, parts)), streamUrl: parts.tickets.streamUrl(session, after) };
}

/** Any error here would be the client's last word, and 200 or 201 is all that hangs on it. */
async function hasBegun(conversation: string, { log }: DirectLineParts): Promise<boolean> {
  const found = await inTime(log.find(conversation)).catch(() => undefined);
  return found !== undefined;
}

function readBody<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body ?? {});
  if (!parsed.success) throw new Problem(400, 'bad-request', { title: 'The body must be a JSON object.' });
  return parsed.data;
}

/** Only ids that begin so are kept by Microsoft's client as they are in the token. */
function userFor(id: string | undefined): string {
  return id?.startsWith('dl_') ? id : `dl_${randomUUID()}`;
}

function originOf(site: string): string {
  return URL.canParse(site) ? new URL(site).origin : site;
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the log took too long')), pollPatienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
