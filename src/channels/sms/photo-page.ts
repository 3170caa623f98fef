// The page behind the link in a text: photographs, one at a time, by a plain form that any phone can send. It names nobody and no
// matter. Each is saved as a message of the conversation before the page says that it is here; the turn answers by text.

import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { Problem } from '../../http/problem.ts';
import { type Logger, nameOf } from '../../log.ts';
import type { Conversation } from '../../model/conversation.ts';
import { contentTypes, pictureKinds } from '../../model/file-kinds.ts';
import { type Attachment, type Inbound, photosDone } from '../../model/message.ts';
import type { Phrases } from '../../turn/reply/ports.ts';
import type { Inbox, Log, RateLimit } from '../channel.ts';
import type { PhotoLinks } from './photo-links.ts';
import type { PhotoForm, PhotoView } from './ports.ts';

export interface PhotoPageOptions {
  readonly links: PhotoLinks;
  readonly inbox: Inbox;
  readonly log: Log;
  readonly limit: RateLimit;
  readonly files: {
    readonly maxBytes: number;
    keep(file: {
      readonly bytes: Buffer;
      readonly name: string;
      readonly claims: string;
      readonly place: string;
    }): Promise<{ readonly attachment: Attachment; readonly isNew: boolean }>;
    remove(id: string): Promise<void>;
  };
  /** Reads a form with one file: what it throws has a status or a code of multer's. */
  readonly readForm: (request: Request, response: Response) => Promise<PhotoForm>;
  readonly draw: (page: PhotoView) => string;
  /** The page's own Content-Security-Policy. */
  readonly policy: string;
  readonly phrases: Phrases;
  readonly landlord: { readonly name: string };
  readonly clock: () => Date;
  readonly logger: Logger;
}

type Link = Request<{ token: string }>;

export function createPhotoPage(options: PhotoPageOptions): Router {
  const router = Router();
  const page = new Page(options);
  router.use('/p', (_request, response, next) => {
    response.type('html').set({
      'Content-Security-Policy': options.policy,
      'Cache-Control': 'no-store',
      // The address is what lets in: it goes nowhere else.
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex, nofollow',
    });
    next();
  });
  router.get('/p/:token', (request: Link, response) => page.show(request, response));
  router.post('/p/:token', (request: Link, response) => page.take(request, response));
  return router;
}

class Page {
  private readonly options: PhotoPageOptions;

  constructor(options: PhotoPageOptions) {
    this.options = options;
  }

  async show(request: Link, response: Response): Promise<void> {
    const conversation = await this.conversationOf(request);
    const is = 'done' in request.query ? 'finished' : 'open';
    this.send(response, conversation, { is, count: countIn(request) });
  }

  async take(request: Link, response: Response): Promise<void> {
    const conversation = await this.conversationOf(request);
    if (conversation === undefined) return this.send(response, undefined, {});
    const count = countIn(request);
    try {
      const form = await this.options.readForm(request, response);
      if (form.act === 'done') await this.finish(conversation, form);
      else if (form.file === undefined) return this.refuse(response, conversation, { count, key: 'none', status: 422 });
      else await this.keep(conversation, form.file, form.once ?? randomUUID());
      const to = form.act === 'done' ? 'done' : `n=${count + 1}`;
      response.redirect(303, `/p/${request.params.token}?${to}`);
    } catch (error) {
      this.refuse(response, conversation, { count, ...this.refusalOf(error, conversation) });
    }
  }

  /** Saved under the file's own name: sent again, it is the same message. */
  private async keep({ id, address }: Conversation, file: NonNullable<PhotoForm['file']>, once: string): Promise<void> {
    const { files, limit } = this.options;
    const taken = await limit.take(`message:${id}`);
    if (!taken.allowed) throw new Problem(429, 'too-many', { title: 'Too many photographs at once.' });
    const { attachment, isNew } = await files.keep({ ...file, place: `${id}:${once}` });
    try {
      await this.options.inbox.accept({
        ...this.inbound(id, address),
        kind: 'message',
        channelMessageId: `photo:${attachment.id}`,
        attachments: [attachment],
      });
    } catch (error) {
      if (isNew) await files.remove(attachment.id);
      throw error;
    }
  }

  private async finish({ id, address }: Conversation, { once = randomUUID() }: PhotoForm): Promise<void> {
    const event = {
      kind: 'event',
      name: photosDone,
      channelMessageId: `photos-done:${once}`,
      attachments: [],
    } as const;
    await this.options.inbox.accept({ ...this.inbound(id, address), ...event });
  }

  private inbound(conversation: string, address: Inbound['address']) {
    return { conversation, address, text: '', receivedAt: this.options.clock() };
  }

  private refusalOf(error: unknown, { id }: Conversation): { readonly status: number; readonly key: string } {
    const { status, code } = error as { status?: unknown; code?: unknown };
    if (code === 'LIMIT_FILE_SIZE' || status === 413) return { status: 413, key: 'big' };
    if (typeof code === 'string' && code.startsWith('LIMIT_')) return { status: 422, key: 'wrong' };
    if (typeof status === 'number' && status < 500 && status !== 429) return { status, key: 'wrong' };
    if (status !== 429)
      this.options.logger.error('a photograph could not be saved', { conversation: id, error: nameOf(error) });
    return { status: status === 429 ? 429 : 503, key: 'later' };
  }

  private async conversationOf(request: Link): Promise<Conversation | undefined> {
    const id = this.options.links.open(request.params.token);
    const found = id === undefined ? undefined : await this.options.log.find(id);
    return found?.address.channel === 'sms' ? found : undefined;
  }

  private refuse(
    response: Response,
    conversation: Conversation,
    { count, key, status }: { readonly count: number; readonly key: string; readonly status: number },
  ): void {
    const megabytes = Math.floor(this.options.files.maxBytes / 1024 / 1024);
    const problem = this.say(this.tagOf(conversation))(key, { kinds: pictureKinds, megabytes });
    this.send(response.status(status), conversation, { count, problem });
  }

  private send(response: Response, conversation: Conversation | undefined, view: Partial<PhotoView>): void {
    const language = this.tagOf(conversation);
    const direction = this.options.phrases.languages.find(({ tag }) => tag === language)?.direction ?? 'ltr';
    const own = { language, direction, say: this.say(language), once: randomUUID(), accept };
    if (conversation === undefined) response.status(410);
    const is = conversation === undefined ? 'ended' : 'open';
    response.set('Content-Language', language).send(this.options.draw({ is, count: 0, ...own, ...view }));
  }

  private say(language: string): PhotoView['say'] {
    const { phrases, landlord } = this.options;
    return (key, values = {}) =>
      phrases.say(`photos.page.${key}`, language, 'web', { landlord: landlord.name, ...values });
  }

  /** Of a link that is over nobody can tell whose language it was. */
  private tagOf(conversation: Conversation | undefined): string {
    const { languages } = this.options.phrases;
    const tag = conversation?.state.language.tag;
    return languages.find((each) => each.tag === tag)?.tag ?? languages[0]?.tag ?? 'en';
  }
}

const accept = Object.values(contentTypes).join(',');

/** Only shown, trusted for nothing. */
function countIn({ query }: Link): number {
  const count = Number(query.n);
  return Number.isInteger(count) && count > 0 && count < 1_000 ? count : 0;
}
