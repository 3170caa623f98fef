// Gathers what a page shows: the conversation as far as it is read, who has it, the language, the look.

import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Message } from '../../../model/message.ts';
import type { NoScriptOptions } from './door.ts';
import { readLook } from './look.ts';
import type { Page } from './page.ts';
import type { Visitor, Visitors } from './visitor.ts';
import { type PageLanguage, spokenLanguage } from './words.ts';

export interface MakePage {
  (request: Request, visitor: Visitor | undefined): Promise<Page>;
  /** The first of these that is spoken, else what the browser asks for. */
  languageOf(request: Request, wanted: readonly (string | undefined)[]): PageLanguage;
}

const pageSize = 100;

type Options = Pick<NoScriptOptions, 'log' | 'places' | 'landlord' | 'words' | 'languages' | 'linkTo'>;

export function createMakePage(options: Options, visitors: Visitors): MakePage {
  const languages = (): readonly [PageLanguage, ...PageLanguage[]] => {
    const [first = { tag: 'en', name: 'English', direction: 'ltr' }, ...others] = options.languages();
    return [first, ...others];
  };
  const languageOf: MakePage['languageOf'] = (request, wanted) =>
    spokenLanguage([...wanted, ...request.acceptsLanguages()], languages());

  const makePage = async (request: Request, visitor: Visitor | undefined): Promise<Page> => {
    const messages = visitor === undefined ? [] : await readAll(options, visitor.conversation);
    const language = languageOf(request, wantedBy(request, messages, visitor));
    const hasConversation = messages.length > 0;
    return {
      landlord: options.landlord,
      language,
      languages: languages(),
      words: options.words(language.tag),
      look: readLook(request),
      show: { linkTo: options.linkTo },
      once: randomUUID(),
      hasConversation,
      ...(await standing(options, request, messages)),
      ...(await shownBy(visitor ?? visitors.make(language.tag), hasConversation)),
    };
  };
  const shownBy = async (visitor: Visitor, hasConversation: boolean) => {
    if (visitor.by === 'cookie') return {};
    const token = await visitors.token(visitor);
    return { token, ...(hasConversation ? { carried: await visitors.carried(visitor) } : {}) };
  };
  return Object.assign(makePage, { languageOf });
}

/** Which part of the conversation is looked at, and who is to write next. */
async function standing({ log, places }: Options, request: Request, messages: readonly Message[]) {
  const { before, watch } = request.query;
  const conversation = messages[0]?.conversation;
  const found = conversation === undefined ? undefined : await log.find(conversation);
  const withPerson = found !== undefined && found.owner.is !== 'bot';
  // Shown without it where it cannot be read now.
  const all = found?.owner.is === 'queue' ? await places?.().catch(() => undefined) : undefined;
  const place = all?.get(conversation ?? '');
  const isEarlier = Number.isInteger(Number(before)) && Number(before) > 0;
  return {
    messages: isEarlier ? messages.filter(({ sequence }) => sequence < Number(before)) : messages,
    // With a person, an answer takes as long as it takes: only the assistant's own is promised "in a moment".
    waiting: !withPerson && messages.at(-1)?.author === 'customer',
    withPerson,
    isWatching: withPerson && !isEarlier && isWatching(watch, messages),
    isEarlier,
    ...(place === undefined ? {} : { place }),
  };
}

/** As long as nobody but the tenant has written since. */
function isWatching(since: unknown, messages: readonly Message[]): boolean {
  if (typeof since !== 'string' || !/^\d+$/.test(since)) return false;
  return !messages.some(({ sequence, author }) => sequence > Number(since) && author !== 'customer');
}

function wantedBy(request: Request, messages: readonly Message[], visitor: Visitor | undefined) {
  const { language } = request.query;
  const { speak } = (request.body ?? {}) as { speak?: unknown };
  const [asked, shown] = [language, speak].map((each) => (typeof each === 'string' ? each : undefined));
  const spoken = messages.findLast(({ author }) => author === 'service')?.language;
  // A token that only stands in the form was made before anything was chosen.
  const chosen = messages.length === 0 && visitor?.by === 'form' ? undefined : visitor?.locale;
  return [asked, spoken, chosen, shown];
}

async function readAll({ log }: Options, conversation: string): Promise<readonly Message[]> {
  const all: Message[] = [];
  for (;;) {
    const page = await log.read(conversation, all.at(-1)?.sequence ?? 0, pageSize);
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}
