// What a link from a text to the chat leads to: a button first, since telephones look at links by themselves, then the chat. The first
// who presses it has the conversation on this screen; after that the link is nothing.

import { randomUUID } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import type { ShortLinks } from '../../../http/short-links.ts';
import type { Phrases } from '../../../turn/reply/ports.ts';
import type { Inbox, Log } from '../../channel.ts';
import { html } from './html.ts';
import { drawLinkPage } from './link-page.ts';
import { to } from './screen.ts';
import { policy } from './style.ts';
import { createVisitors } from './visitor.ts';

export interface GoPageOptions {
  readonly links: Pick<ShortLinks, 'open'>;
  /** True the first time. */
  readonly markUsed: (link: string, conversation: string, at: Date) => Promise<boolean>;
  /** The name of the event that says that the chat was opened. */
  readonly eventName: string;
  readonly secret: string;
  readonly inbox: Inbox;
  readonly log: Pick<Log, 'find'>;
  readonly phrases: Phrases;
  readonly landlord: { readonly name: string };
  readonly clock: () => Date;
}

type Link = Request<{ token: string }>;

/** How long the answer is waited for before the chat is shown without it. */
const patienceMs = 2_000;

export function createGoPage(options: GoPageOptions): Router {
  const router = express.Router();
  const visitors = createVisitors(options.secret, options.clock);
  router.use('/g', (_request, response, next) => {
    response.set({
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex, nofollow',
    });
    next();
  });
  router.get('/g/:token', async (request: Link, response: Response) => {
    await draw(options.links.open(request.params.token), response, options);
  });
  router.post('/g/:token', async (request: Link, response: Response) => {
    const { token } = request.params;
    const conversation = options.links.open(token);
    const isFirst = conversation !== undefined && (await options.markUsed(token, conversation, options.clock()));
    if (!isFirst) return await draw(undefined, response, options);
    const user = `dl_${randomUUID()}`;
    await comeHere({ conversation, user, token }, options);
    const visitor = { conversation, user, origins: [], by: 'form' } as const;
    await visitors.remember(response, visitor);
    response.redirect(303, to({ once: randomUUID(), carried: await visitors.carried(visitor) }, {}));
  });
  return router;
}

/** The same way in as every message: saved once, and from then on they are reached here. */
async function comeHere(
  { conversation, user, token }: { readonly conversation: string; readonly user: string; readonly token: string },
  { inbox, clock, eventName }: GoPageOptions,
): Promise<void> {
  const accepted = await inbox.accept({
    conversation,
    address: { channel: 'web', user },
    channelMessageId: `${eventName}:${token}`,
    kind: 'event',
    name: eventName,
    text: '',
    attachments: [],
    receivedAt: clock(),
  });
  await Promise.race([accepted.answered, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
}

/** Of a link that is over nobody can tell whose language it was. */
async function draw(conversation: string | undefined, response: Response, options: GoPageOptions): Promise<void> {
  const { phrases, landlord, log } = options;
  const found = conversation === undefined ? undefined : await log.find(conversation);
  const wanted = found?.state.language.tag;
  const language = phrases.languages.find(({ tag }) => tag === wanted) ?? phrases.languages[0];
  const { tag, direction } = language ?? { tag: 'en', direction: 'ltr' as const };
  const say = (key: string) => phrases.say(`instead.page.${key}`, tag, 'web', { landlord: landlord.name });
  const body =
    found === undefined
      ? html`<p class="note">${say('over')}</p>`
      : html`<form method="post"><p><button class="send">${say('go')}</button></p></form>`;
  response
    .status(found === undefined ? 410 : 200)
    .type('html')
    .set('Content-Language', tag)
    .send(drawLinkPage({ language: tag, direction, title: say('title'), body }));
}
