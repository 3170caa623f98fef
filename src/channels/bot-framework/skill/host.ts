// What comes back from a desk that is a skill: it posts to /api/skills as to any channel. Its words are an agent's, its statuses say who
// has the conversation, and the end of it gives it back.

import { createHash, randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { json, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { Problem } from '../../../http/problem.ts';
import type { Logger } from '../../../log.ts';
import type { Act } from '../../../turn/act.ts';
import type { Refusal } from '../../../turn/refusal.ts';
import type { BotApp } from '../adapter.ts';
import { kept } from '../bot-framework.ts';
import { stateOf, storable } from '../read-activity.ts';
import { createTokenCheck, isKeysAway, notNow, unauthorised } from '../token.ts';
import { type Authentication, createHandler } from './handler.ts';
import type { HandedOver, SkillConversations } from './ports.ts';
import { authenticationFor, rulesFor, type Skill } from './sign-in.ts';

export interface SkillHostOptions {
  readonly app: BotApp;
  readonly skill: Skill;
  readonly conversations: SkillConversations;
  readonly log: Logger;
}

export const skillHostPath = '/api/skills';
const activities = `${skillHostPath}/v3/conversations/:conversation/activities`;

/** As at our own desk. */
const mostCharacters = 20_000;

const Said = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().min(1).max(500).nullish(),
  text: z.string().nullish(),
  name: z.string().max(200).nullish(),
  value: z.unknown().optional(),
  timestamp: z.string().max(100).nullish(),
});
type Said = z.infer<typeof Said>;

/** The routes under `/api/skills`. Mount at the root. */
export function skillHost(options: SkillHostOptions): Router {
  const { app, skill } = options;
  const checkToken = createTokenCheck(rulesFor(app, skill));
  const authentication = authenticationFor(app, skill);
  const router = Router();
  // Before anything is read of what is sent.
  router.use(skillHostPath, async (request, _response, next) => {
    await checkToken(request.headers.authorization);
    next();
  });
  const paths = [activities, `${activities}/:activity`];
  router.post(paths, json({ limit: '256kb' }), (request, response) =>
    take(options, authentication, { request, response }),
  );
  router.all(paths, () => {
    throw new Problem(405, 'post-only', { title: 'Activities are sent by POST.', headers: { Allow: 'POST' } });
  });
  return router;
}

/** A handler for each request: what it hands on of an activity lacks the id. */
async function take(
  options: SkillHostOptions,
  authentication: Authentication,
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<void> {
  const said = parse(request.body);
  const id = said.id ?? randomUUID();
  let isLetIn = false;
  let found: HandedOver | undefined;
  const find = async (handover: string) => {
    isLetIn = true;
    found = await kept(options, handover, () => options.conversations.find(handover));
    if (found === undefined) throw notTheirs(404);
  };
  const tell = async () => {
    if (found !== undefined) await told(options, found, { said, handover });
    return { id };
  };
  const [handover, answers] = [String(request.params.conversation), request.params.activity];
  const handler = createHandler({ find, tell, authentication });
  const authorization = request.headers.authorization ?? '';
  const activity = request.body as Activity;
  try {
    await (answers === undefined
      ? handler.handleSendToConversation(authorization, handover, activity)
      : handler.handleReplyToActivity(authorization, handover, String(answers), activity));
  } catch (error) {
    if (isLetIn) throw error;
    options.log.warn('A request of the skill was not let in', { channel: 'bot-framework' });
    throw isKeysAway(error) ? notNow() : unauthorised();
  }
  response.json({ id });
}

/** @throws Problem 400 when it is no activity */
function parse(body: unknown): Said {
  const parsed = Said.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const detail = `${issue?.path.join('.') || 'activity'}: ${issue?.message}`;
  throw new Problem(400, 'bad-activity', { title: 'This is no activity that can be read.', detail });
}

interface About {
  readonly said: Said;
  readonly handover: string;
}

async function told(options: SkillHostOptions, found: HandedOver, about: About): Promise<void> {
  const { said } = about;
  if (said.type === 'message') await speak(options, found, about);
  else if (said.type === 'endOfConversation') await changed(options, found, { ...about, state: 'completed' });
  else if (said.type === 'event' && said.name === 'handoff.status')
    await changed(options, found, { ...about, state: stateOf(said.value) });
}

type State = Extract<Act, { is: 'other-desk' }>['state'];

/** What is so already is no error: it may be told again, or by the status and by the end of the conversation. */
async function changed(
  options: SkillHostOptions,
  { conversation: { id } }: HandedOver,
  { said, handover, state }: About & { readonly state: State },
): Promise<void> {
  const activity = keyOf(said, handover);
  const done = await act(options, id, { is: 'other-desk', state, activity, handover });
  if (done.is !== 'refused' || done.because === 'already-taken') return;
  if (state === 'accepted' || done.because !== 'nothing-waiting') throw notTheirs(409);
}

async function speak(options: SkillHostOptions, found: HandedOver, { said, handover }: About): Promise<void> {
  const text = storable(said.text ?? '').trim();
  if (text === '') throw new Problem(400, 'empty', { title: 'A message for a tenant has words in it.' });
  if (text.length > mostCharacters)
    throw new Problem(413, 'too-long', { title: 'A message may have 20,000 characters.' });
  const { id } = found.conversation;
  if (!found.isTheirs) throw notTheirs(409);
  const message: Act = { is: 'message', agent: found.speaker, text, clientMessageId: keyOf(said, handover), handover };
  const done = await act(options, id, message);
  if (done.is !== 'refused') return;
  if (done.because !== 'not-yours') throw refusal(done);
  // Whoever speaks has taken it, also where no status says so.
  await act(options, id, { is: 'other-desk', state: 'accepted', activity: `skill:${handover}:speaks`, handover });
  const again = await act(options, id, message);
  if (again.is === 'refused') throw refusal(again);
}

/** The same each time it is sent. Without an id it is known by its time; without either it is another one. */
function keyOf({ id, timestamp, ...said }: Said, handover: string): string {
  const { type, text, name, value } = said;
  const whole = JSON.stringify([type, text, name, value, timestamp]);
  const known = timestamp ? `sha256:${createHash('sha256').update(whole).digest('hex')}` : randomUUID();
  return `skill:${handover}:${id ?? known}`;
}

function act({ conversations, log }: SkillHostOptions, conversation: string, wanted: Act) {
  return kept({ log }, conversation, () => conversations.act(conversation, wanted));
}

function refusal({ because }: Refusal): Problem {
  if (because !== 'would-reveal') return notTheirs(409);
  const title = 'Somebody else may read this there. It tells of something that must stay between us and the tenant.';
  return new Problem(409, because, { title });
}

function notTheirs(status: 404 | 409): Problem {
  return status === 404
    ? new Problem(404, 'not-found', { title: 'There is no such conversation.' })
    : new Problem(409, 'not-yours', { title: 'This conversation is not with this desk, or not any more.' });
}
