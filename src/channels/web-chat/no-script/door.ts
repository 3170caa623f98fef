// What the page does: shows itself, and takes what its forms send.

import { createHash, randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { Problem } from '../../../http/problem.ts';
import { type Logger, nameOf } from '../../../log.ts';
import { pictureKinds } from '../../../model/file-kinds.ts';
import type { Attachment, Message } from '../../../model/message.ts';
import type { Inbox, Log, RateLimit } from '../../channel.ts';
import type { FileStore } from '../files/file-store.ts';
import { choicesOf, drawPage, type Page } from './page.ts';
import { createFormReader, type Form, type FormReader } from './read-form.ts';
import { createVisitors, type Visitor, type Visitors } from './visitor.ts';
import { type PageLanguage, say, spokenLanguage, type Words } from './words.ts';

export interface NoScriptOptions {
  readonly publicUrl: string;
  /** The Direct Line secret: the page's cookie holds the same kind of token. */
  readonly secret: string;
  readonly inbox: Inbox;
  readonly log: Log;
  /** New conversations per address, messages per conversation. */
  readonly limits: { readonly session: RateLimit; readonly message: RateLimit };
  readonly files: FileStore;
  linkTo(attachment: Attachment): string;
  readonly clock: () => Date;
  readonly logger: Logger;
  readonly landlord: { readonly name: string };
  languages(): readonly PageLanguage[];
  /** The words of area `widget` in a language, by key. */
  words(language: string): Words;
}

/** How long a page waits for the answer before it is shown without it. */
const patienceMs = 2_000;
const mostCharacters = 20_000;
const pageSize = 100;

interface Refusal {
  readonly status: number;
  readonly key: string;
  readonly kept?: string;
}

export class Door {
  private readonly options: NoScriptOptions;
  private readonly visitors: Visitors;
  private readonly read: FormReader;

  constructor(options: NoScriptOptions) {
    this.options = options;
    this.visitors = createVisitors(options.secret, options.clock);
    this.read = createFormReader(options.files.maxBytes);
  }

  async show(request: Request, response: Response): Promise<void> {
    const visitor = await this.visitors.of(request);
    if (visitor !== undefined) await this.visitors.remember(response, visitor);
    const left = 'left' in request.query ? 'cleared' : undefined;
    const page = await this.pageFor(request, visitor);
    this.send(response, left === undefined ? page : { ...page, note: say(page.words, left) });
  }

  /** A form that is too large or broken gets a page too, not a problem document: a person is looking at it. */
  async take(request: Request, response: Response): Promise<void> {
    const form = await this.read(request, response).catch(refusalOf);
    if ('status' in form) return this.refuse(request, response, form);
    const visitor = await this.visitors.of(request);
    if (form.act === 'leave') {
      this.visitors.forget(response);
      response.redirect(303, '/chat?left');
    } else if (form.act === 'language') await this.speak(form, { visitor, response });
    else await this.answer(form, { visitor, request, response });
  }

  private async refuse(request: Request, response: Response, refusal: Refusal): Promise<void> {
    const page = await this.pageFor(request, await this.visitors.of(request));
    const megabytes = Math.floor(this.options.files.maxBytes / 1024 / 1024);
    const about = { limit: mostCharacters, megabytes, kinds: pictureKinds };
    const kept = refusal.kept === undefined ? {} : { kept: refusal.kept };
    this.send(response.status(refusal.status), { ...page, problem: say(page.words, refusal.key, about), ...kept });
  }

  private send(response: Response, page: Page): void {
    response.type('html').set('Content-Language', page.language.tag).send(drawPage(page));
  }

  /** Nothing written yet: the page changes. Else the conversation is asked, in words, to go on in that language. */
  private async speak(
    { language = '', once }: Form,
    { visitor, response }: { readonly visitor: Visitor | undefined; readonly response: Response },
  ): Promise<void> {
    const chosen = spokenLanguage([language], this.languages());
    if (visitor === undefined) return response.redirect(303, `/chat?language=${chosen.tag}`);
    await this.visitors.remember(response, { ...visitor, locale: chosen.tag });
    await this.say({ text: chosen.name, once: `${once ?? randomUUID()}-language` }, visitor);
    response.redirect(303, '/chat#newest');
  }

  private async answer(
    form: Form,
    at: { readonly visitor: Visitor | undefined; readonly request: Request; readonly response: Response },
  ): Promise<void> {
    const { request, response } = at;
    const refusal = fault(form) ?? (await this.overLimit(at.visitor, request));
    const refused = (about: Refusal) => this.refuse(request, response, { kept: form.text, ...about });
    if (refusal !== undefined) return refused(refusal);
    const visitor = at.visitor ?? this.visitors.make(this.languageOf(request, undefined).tag);
    let stored: string | undefined;
    try {
      const said = await this.wordsOf(form, { visitor, request });
      stored = said.stored;
      await this.say(said, visitor);
    } catch (error) {
      if (stored !== undefined) await this.options.files.remove(stored);
      return refused(this.refusalFor(error, visitor));
    }
    await this.visitors.remember(response, visitor);
    response.redirect(303, '/chat#newest');
  }

  private refusalFor(error: unknown, { conversation }: Visitor): Refusal {
    if (error instanceof Problem && error.status < 500) return { status: error.status, key: 'page-file-refused' };
    this.options.logger.error('a message from the page could not be saved', { conversation, error: nameOf(error) });
    return { status: 503, key: 'page-failed' };
  }

  private async overLimit(visitor: Visitor | undefined, request: Request): Promise<Refusal | undefined> {
    const { session, message } = this.options.limits;
    const taken =
      visitor === undefined
        ? await session.take(`session:${request.ip ?? ''}`)
        : await message.take(`message:${visitor.conversation}`);
    return taken.allowed ? undefined : { status: 429, key: 'page-busy' };
  }

  private async wordsOf(form: Form, at: { readonly visitor: Visitor; readonly request: Request }): Promise<Said> {
    const once = form.once ?? randomUUID();
    if (form.choice !== undefined) {
      const page = await this.pageFor(at.request, at.visitor);
      const option = choicesOf(page).find(({ value }) => value === form.choice);
      // A choice of an older page: its value is still understood.
      return { once, text: option?.label ?? form.choice, value: form.choice };
    }
    if (form.file === undefined) return { once, text: form.text };
    const kept = await this.options.files.keep({ ...form.file, place: `${at.visitor.conversation}:${once}` });
    return {
      once,
      text: form.text,
      attachments: [kept.attachment],
      ...(kept.isNew ? { stored: kept.attachment.id } : {}),
    };
  }

  private async say(said: Said, visitor: Visitor): Promise<void> {
    const { conversation, user, locale, identity } = visitor;
    const { text, once, value, attachments = [] } = said;
    const now = this.options.clock();
    const proved = identity !== undefined && Date.parse(identity.until) > now.getTime();
    const accepted = await this.options.inbox.accept({
      conversation,
      address: { channel: 'web', user },
      channelMessageId: `${conversation}:page-${once}-${digest(said)}`,
      kind: 'message',
      text,
      attachments,
      receivedAt: now,
      ...(value === undefined || value.startsWith('start-') ? {} : { value }),
      ...(locale === undefined ? {} : { locale }),
      ...(proved ? { identity } : {}),
    });
    await Promise.race([accepted.answered, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
  }

  private languages(): readonly [PageLanguage, ...PageLanguage[]] {
    const [first = { tag: 'en', name: 'English', direction: 'ltr' }, ...others] = this.options.languages();
    return [first, ...others];
  }

  private languageOf(request: Request, spoken: string | undefined, chosen?: string): PageLanguage {
    const { language } = request.query;
    const { speak } = (request.body ?? {}) as { speak?: unknown };
    const asked = [language, speak].map((each) => (typeof each === 'string' ? each : undefined));
    const wanted = [asked[0], spoken, chosen, asked[1], ...request.acceptsLanguages()];
    return spokenLanguage(wanted, this.languages());
  }

  private async pageFor(request: Request, visitor: Visitor | undefined): Promise<Page> {
    const messages = visitor === undefined ? [] : await this.readAll(visitor.conversation);
    const spoken = messages.findLast(({ author }) => author === 'service')?.language;
    const language = this.languageOf(request, spoken, visitor?.locale);
    const before = Number(request.query.before);
    const isEarlier = Number.isInteger(before) && before > 0;
    return {
      landlord: this.options.landlord.name,
      language,
      languages: this.languages(),
      words: this.options.words(language.tag),
      messages: isEarlier ? messages.filter(({ sequence }) => sequence < before) : messages,
      show: { linkTo: this.options.linkTo },
      once: randomUUID(),
      hasConversation: visitor !== undefined,
      waiting: await this.isWaiting(visitor, messages),
      isEarlier,
    };
  }

  /** With a person, an answer takes as long as it takes: only the assistant's own is promised "in a moment". */
  private async isWaiting(visitor: Visitor | undefined, messages: readonly Message[]): Promise<boolean> {
    if (visitor === undefined || messages.at(-1)?.author !== 'customer') return false;
    const conversation = await this.options.log.find(visitor.conversation);
    return conversation === undefined || conversation.owner.is === 'bot';
  }

  private async readAll(conversation: string): Promise<readonly Message[]> {
    const all: Message[] = [];
    for (;;) {
      const page = await this.options.log.read(conversation, all.at(-1)?.sequence ?? 0, pageSize);
      all.push(...page);
      if (page.length < pageSize) return all;
    }
  }
}

interface Said {
  readonly once: string;
  readonly text: string;
  readonly value?: string;
  readonly attachments?: readonly Attachment[];
  /** A file that this message brought: it goes again when the message is not taken. */
  readonly stored?: string;
}

/** Sending a page twice is one message; going back to it and answering otherwise is another. */
function digest({ text, value, attachments = [] }: Said): string {
  const said = JSON.stringify([text, value, attachments.map(({ id }) => id)]);
  return createHash('sha256').update(said).digest('hex').slice(0, 12);
}

function fault({ text, choice, file }: Form): Refusal | undefined {
  if (text.length > mostCharacters) return { status: 413, key: 'page-too-long' };
  if (text === '' && choice === undefined && file === undefined) return { status: 422, key: 'page-empty' };
  return undefined;
}

/** @throws what is our own fault */
function refusalOf(error: unknown): Refusal {
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (typeof code === 'string' && code.startsWith('LIMIT_')) return { status: 413, key: 'page-file-refused' };
  if (typeof status === 'number' && status < 500) return { status, key: 'page-file-refused' };
  throw error;
}
