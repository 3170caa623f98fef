// The door for Azure Bot Service channels and the Emulator: POST /api/messages in, the connector out.

import type { Activity, TurnContext } from 'botbuilder';
import { json, type Request, type Response, Router } from 'express';
import { Problem } from '../../http/problem.ts';
import type { Logger } from '../../log.ts';
import { OutsideError } from '../../model/outside-error.ts';
import type { Inbox, Log } from '../channel.ts';
import { type BotApp, type Credentials, DoorAdapter, type Endpoints, publicCloud } from './adapter.ts';
import { admitLocal } from './local-only.ts';
import {
  answersInline,
  type DeskStatus,
  type Incoming,
  parseActivity,
  readActivity,
  readStatus,
} from './read-activity.ts';
import { type BotFrameworkRow, sendActivities } from './send.ts';
import { toActivity } from './show-activity.ts';
import { type CheckToken, createTokenCheck, isKeysAway, notNow, unauthorised } from './token.ts';

export interface BotFrameworkOptions {
  /** MICROSOFT_APP_ID and what goes with it; absent: the Emulator on this machine only. */
  readonly app?: BotApp | undefined;
  readonly inbox: Inbox;
  readonly messages: Log;
  /** Where conversations are handed to the desk behind the channel: resolves once what it says is durable. */
  readonly otherDesk?: ((status: DeskStatus) => Promise<unknown>) | undefined;
  readonly log: Logger;
  readonly now: () => Date;
  /** Absent: the public cloud's. */
  readonly endpoints?: Partial<Endpoints>;
  /** Absent: MSAL with the app's password. */
  readonly credentials?: Credentials;
  /** How long an answer with the replies in it may wait for them; the Bot Framework gives up after 15 seconds. */
  readonly inlineTimeoutMs?: number;
  readonly sendTimeoutMs?: number;
}

export interface BotFramework {
  /** `/api/messages`. Mount at the root. */
  readonly router: Router;
  readonly deliver: { readonly 'bot-framework.send': (row: BotFrameworkRow) => Promise<void> };
}

interface Door {
  readonly options: BotFrameworkOptions;
  readonly adapter: DoorAdapter;
  /** Absent: from this machine only. */
  readonly checkToken: CheckToken | undefined;
}

export function createBotFramework(options: BotFrameworkOptions): BotFramework {
  const endpoints = { ...publicCloud, ...options.endpoints };
  const { app } = options;
  const adapter = new DoorAdapter(app, endpoints, options.credentials);
  const checkToken = app === undefined ? undefined : createTokenCheck({ appId: app.id, ...endpoints });
  const door: Door = { options, adapter, checkToken };
  const router = Router();
  router.post('/api/messages', json({ limit: '256kb' }), (request, response) => receive(door, request, response));
  router.all('/api/messages', () => {
    throw new Problem(405, 'post-only', { title: 'Activities are sent by POST.', headers: { Allow: 'POST' } });
  });
  return {
    router,
    deliver: { 'bot-framework.send': sendActivities(adapter, options.messages, options.sendTimeoutMs ?? 15_000) },
  };
}

async function receive(door: Door, request: Request, response: Response): Promise<void> {
  if (door.checkToken === undefined) admitLocal(request);
  else await door.checkToken(request.headers.authorization);
  const activity = parseActivity(request.body);
  const answer = await runTurn(door, request.headers.authorization ?? '', activity);
  // The SDK answers an invoke that nobody took: we have none, and say so as every other door does.
  if (answer?.status === 501) throw new Problem(501, 'no-invoke', { title: 'There are no invoke activities here.' });
  if (answer?.body === undefined) response.status(answer?.status ?? 200).end();
  else response.status(answer.status).json(answer.body);
}

/** What fails before our own logic runs is authentication: the service address or an endorsement does not fit the token. */
async function runTurn(door: Door, authorization: string, activity: Incoming) {
  let isLetIn = false;
  try {
    return await door.adapter.receive(authorization, activity as unknown as Activity, async (context) => {
      isLetIn = true;
      await take(door.options, activity, context);
    });
  } catch (error) {
    if (isLetIn) throw error;
    door.options.log.warn('A Bot Framework request was not let in', { channel: 'bot-framework' });
    throw isKeysAway(error) ? notNow() : unauthorised();
  }
}

async function take(options: BotFrameworkOptions, activity: Incoming, context: TurnContext): Promise<void> {
  const { otherDesk } = options;
  const status = otherDesk && readStatus(activity);
  if (otherDesk !== undefined && status !== undefined) {
    await kept(options, status.conversation, () => otherDesk(status));
    return;
  }
  const inbound = readActivity(activity, options.now());
  if (inbound === undefined) return;
  if ((activity.attachments ?? []).length > 0) {
    options.log.info('An activity came with attachments that this channel does not take', {
      conversation: inbound.conversation,
      count: activity.attachments?.length,
    });
  }
  const accepted = await kept(options, inbound.conversation, () => options.inbox.accept(inbound));
  if (!answersInline(activity)) return;
  await settled(accepted.answered, options.inlineTimeoutMs ?? 14_000);
  const replies = await readReplies(options.messages, inbound.conversation, accepted.sequence);
  if (replies.length > 0) await context.sendActivities(replies as Partial<Activity>[]);
}

/** Up to the customer's next message: what comes after that answers that one, and is in its answer. */
async function readReplies(log: Log, conversation: string, after: number) {
  const messages = await log.read(conversation, after);
  const next = messages.findIndex((message) => message.author === 'customer');
  return messages.slice(0, next === -1 ? messages.length : next).map(toActivity);
}

/** @throws OutsideError (retryable) whatever the reason: who sent it sends it again */
export async function kept<Kept>(
  { log }: Pick<BotFrameworkOptions, 'log'>,
  conversation: string,
  keep: () => Promise<Kept>,
): Promise<Kept> {
  try {
    return await keep();
  } catch (error) {
    if (error instanceof OutsideError) throw error;
    log.error('An activity could not be saved', { conversation });
    throw new OutsideError('The activity could not be saved', {
      system: 'store',
      code: 'unreachable',
      retryable: true,
      cause: error,
    });
  }
}

/** @throws Problem 503 when it takes too long: sent again under its id, the same activity gets the replies that were made meanwhile */
async function settled(answered: Promise<void>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), timeoutMs);
  });
  const first = await Promise.race([answered, tooLong]);
  clearTimeout(timer);
  if (first === 'late') {
    throw new Problem(503, 'not-yet', {
      title: 'The message is saved; its answer is not ready. Send it again to get it.',
      headers: { 'Retry-After': '2' },
    });
  }
}
