// What the page does: shows itself, and takes what its forms send.

import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { Problem } from '../../../http/problem.ts';
import { type Logger, nameOf } from '../../../log.ts';
import { pictureKinds } from '../../../model/file-kinds.ts';
import type { Attachment } from '../../../model/message.ts';
import type { Inbox, Log, RateLimit, WaitingPlaces } from '../../channel.ts';
import type { FileStore } from '../files/file-store.ts';
import { forgetLook, keepLook, lookFrom } from './look.ts';
import { createMakePage, type MakePage } from './make-page.ts';
import { choicesOf, drawPage, menuWords, type Page } from './page.ts';
import { createFormReader, type Form, type FormReader } from './read-form.ts';
import { type Said, sayTo } from './say-to.ts';
import { to, type Ways } from './screen.ts';
import { drawSettings } from './settings-page.ts';
import { dressFor } from './style.ts';
import { createVisitors, type Visitor, type Visitors } from './visitor.ts';
import { type PageLanguage, say, type Words } from './words.ts';

export interface NoScriptOptions {
  readonly publicUrl: string;
  /** The Direct Line secret: the page's cookie holds the same kind of token. */
  readonly secret: string;
  readonly inbox: Inbox;
  readonly log: Log;
  /** New conversations per address, messages per conversation. */
  readonly limits: { readonly session: RateLimit; readonly message: RateLimit };
  readonly files: FileStore;
  readonly places?: WaitingPlaces;
  linkTo(attachment: Attachment): string;
  readonly clock: () => Date;
  readonly logger: Logger;
  readonly landlord: Ways & { readonly quickExit: string };
  languages(): readonly PageLanguage[];
  /** The words of area `widget` in a language, by key. */
  words(language: string): Words;
}

const mostCharacters = 20_000;

interface Refusal {
  readonly status: number;
  readonly key: string;
  readonly kept?: string;
}

interface At {
  readonly visitor: Visitor | undefined;
  readonly request: Request;
  readonly response: Response;
}

export class Door {
  private readonly options: NoScriptOptions;
  private readonly visitors: Visitors;
  private readonly read: FormReader;
  private readonly makePage: MakePage;

  constructor(options: NoScriptOptions) {
    this.options = options;
    this.visitors = createVisitors(options.secret, options.clock);
    this.read = createFormReader(options.files.maxBytes);
    this.makePage = createMakePage(options, this.visitors);
  }

  async show(request: Request, response: Response): Promise<void> {
    const visitor = await this.visitors.of(request);
    const { carry, before, watch, left } = request.query;
    if (visitor?.by === 'cookie') {
      await this.visitors.remember(response, visitor);
      // What was carried in the address is of no more use, and has no place in the history.
      const wanted = { ...whole('before', before), ...whole('watch', watch) };
      if (carry !== undefined) return response.redirect(303, to({ once: randomUUID() }, wanted));
    }
    const page = await this.makePage(request, visitor);
    const key = left !== undefined ? 'cleared' : carry !== undefined && visitor === undefined ? 'ended' : undefined;
    this.send(response, key === undefined ? page : { ...page, note: say(page.words, key) });
  }

  async settings(request: Request, response: Response): Promise<void> {
    const page = await this.makePage(request, await this.visitors.of(request));
    response.set('Content-Security-Policy', dressFor(page.look).policy);
    response.type('html').set('Content-Language', page.language.tag).send(drawSettings(page));
  }

  /** Another page, and nothing left here. Who came from another site was not asked whether they want to leave. */
  leave(request: Request, response: Response): void {
    if (request.get('sec-fetch-site') !== 'cross-site') {
      this.visitors.forget(response);
      forgetLook(response);
    }
    response.set('Referrer-Policy', 'no-referrer').redirect(303, this.options.landlord.quickExit);
  }

  /** A form that is too large or broken gets a page too, not a problem document: a person is looking at it. */
  async take(request: Request, response: Response): Promise<void> {
    const form = await this.read(request, response).catch(refusalOf);
    const visitor = await this.visitors.of(request);
    const at = { visitor, request, response };
    if ('status' in form) return this.refuse(form, at);
    if (form.act === 'leave') {
      this.visitors.forget(response);
      response.redirect(303, '/chat?left');
    } else if (form.act === 'look') {
      keepLook(response, lookFrom(form));
      response.redirect(303, `/chat?language=${encodeURIComponent(form.speak ?? '')}`);
    } else if (form.act === 'see' && visitor !== undefined) await this.onward(at.response, visitor, form);
    else if (form.act === 'language') await this.speak(form, at);
    else await this.answer(form, at);
  }

  private async refuse(refusal: Refusal, { visitor, request, response }: At): Promise<void> {
    const page = await this.makePage(request, visitor);
    const megabytes = Math.floor(this.options.files.maxBytes / 1024 / 1024);
    const about = { limit: mostCharacters, megabytes, kinds: pictureKinds };
    const kept = refusal.kept === undefined ? {} : { kept: refusal.kept };
    this.send(response.status(refusal.status), { ...page, problem: say(page.words, refusal.key, about), ...kept });
  }

  private send(response: Response, page: Page): void {
    response.set('Content-Security-Policy', dressFor(page.look).policy);
    response.type('html').set('Content-Language', page.language.tag).send(drawPage(page));
  }

  /** On to the page that shows what came of it. A browser that has shown no cookie may keep none: then the address says who is there. */
  private async onward(
    response: Response,
    visitor: Visitor,
    { before, watch }: Pick<Form, 'before' | 'watch'> = {},
  ): Promise<void> {
    await this.visitors.remember(response, visitor);
    const carried = visitor.by === 'cookie' ? {} : { carried: await this.visitors.carried(visitor) };
    const where = { ...(before === undefined ? {} : { before }), ...(watch === undefined ? {} : { watch }) };
    response.redirect(303, to({ once: randomUUID(), ...carried }, where));
  }

  /** Nothing written yet: the page changes. Else the conversation is asked, in words, to go on in that language. */
  private async speak({ language = '', once }: Form, { visitor, request, response }: At): Promise<void> {
    const chosen = this.makePage.languageOf(request, [language]);
    if (visitor === undefined || (await this.isNew(visitor)))
      return response.redirect(303, `/chat?language=${chosen.tag}`);
    await sayTo(this.options, { text: chosen.name, once: `${once ?? randomUUID()}-language` }, visitor);
    await this.onward(response, { ...visitor, locale: chosen.tag });
  }

  private async isNew({ by, conversation }: Visitor): Promise<boolean> {
    return by !== 'cookie' && (await this.options.log.find(conversation)) === undefined;
  }

  private async answer(form: Form, at: At): Promise<void> {
    const { request } = at;
    const locale = this.makePage.languageOf(request, [form.speak]).tag;
    const known = at.visitor ?? this.visitors.make(locale);
    let stored: string | undefined;
    try {
      const isNew = at.visitor === undefined || (await this.isNew(known));
      const visitor = isNew ? { ...known, locale } : known;
      const refusal = fault(form) ?? (await this.overLimit(visitor, { isNew, request }));
      if (refusal !== undefined) return await this.refuse({ kept: form.text, ...refusal }, at);
      const said = await this.wordsOf(form, { visitor, request });
      stored = said.stored;
      await sayTo(this.options, said, visitor);
      await this.onward(at.response, visitor);
    } catch (error) {
      if (stored !== undefined) await this.options.files.remove(stored);
      return this.refuse({ kept: form.text, ...this.refusalFor(error, known) }, at);
    }
  }

  private refusalFor(error: unknown, { conversation }: Visitor): Refusal {
    if (error instanceof Problem && error.status < 500) return { status: error.status, key: 'page-file-refused' };
    this.options.logger.error('a message from the page could not be saved', { conversation, error: nameOf(error) });
    return { status: 503, key: 'page-failed' };
  }

  private async overLimit(
    { conversation }: Visitor,
    { isNew, request }: { readonly isNew: boolean; readonly request: Request },
  ): Promise<Refusal | undefined> {
    const { session, message } = this.options.limits;
    const taken = isNew
      ? await session.take(`session:${request.ip ?? ''}`)
      : await message.take(`message:${conversation}`);
    return taken.allowed ? undefined : { status: 429, key: 'page-busy' };
  }

  private async wordsOf(form: Form, at: { readonly visitor: Visitor; readonly request: Request }): Promise<Said> {
    const once = form.once ?? randomUUID();
    if (form.choice !== undefined) {
      const page = await this.makePage(at.request, at.visitor);
      // Words and no choice: whatever was asked, it is no answer to that.
      const asked = menuWords(form.choice, page.words);
      if (asked !== undefined) return { once, text: asked };
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
}

function whole<Name extends string>(name: Name, said: unknown): { readonly [name in Name]?: number } {
  const number = typeof said === 'string' && said !== '' ? Number(said) : Number.NaN;
  return Number.isSafeInteger(number) && number >= 0 ? ({ [name]: number } as { [name in Name]?: number }) : {};
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
