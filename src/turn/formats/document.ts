// What a person asked for, as the document that every format is made of. Our own phrases are said in the language that was asked for;
// what people wrote stays as it was written, and the original of a translated line stands beside it.

import type { Case } from '../../model/case.ts';
import type { Spoken } from '../../model/conversation.ts';
import type { DocumentPart, WrittenDocument } from '../../model/document.ts';
import type { FormatOrder } from '../../model/format-order.ts';
import { localTime } from '../../model/london-time.ts';
import type { Message } from '../../model/message.ts';
import { type Audience, sayLine } from '../reply/compose.ts';
import type { World } from '../world.ts';

export interface Sources {
  /** The conversation's log, in order. */
  readonly messages: readonly Message[];
  /** That the order is about, where it is about one. */
  readonly found?: Case | undefined;
  readonly world: Pick<World, 'phrases' | 'landlord' | 'rules'>;
  readonly now: Date;
}

interface Writing extends Sources {
  readonly order: FormatOrder;
  readonly audience: Audience;
}

/** Undefined where there is nothing of it, or not in the language that was asked for. */
export function documentOf(order: FormatOrder, sources: Sources): WrittenDocument | undefined {
  const { world, now } = sources;
  const audience: Audience = { ...world, language: order.language, channel: 'web', now };
  const writing = { ...sources, order, audience };
  const parts = partsOf(writing);
  if (parts === undefined || parts.length === 0) return undefined;
  const { about, language } = order;
  return {
    title: say(writing, `format.document.${about.is}`),
    language,
    from: world.landlord.name,
    on: localTime(now, world.landlord.timeZone).date,
    ...(about.is === 'case' && { reference: about.reference }),
    ...(about.is === 'case' && about.letter !== undefined && { letter: about.letter }),
    parts,
  };
}

function partsOf(writing: Writing): readonly DocumentPart[] | undefined {
  const { about } = writing.order;
  switch (about.is) {
    case 'reply':
      return replyParts(writing, about);
    case 'conversation':
      return conversationParts(writing, about.before);
    case 'case':
      return caseParts(writing, about.said);
  }
}

/** An agent's words are theirs: they are not in the catalogue, so they can be given in the language that they were sent in alone. */
function replyParts(
  writing: Writing,
  about: { readonly before: number; readonly said: readonly Spoken[] },
): readonly DocumentPart[] | undefined {
  const { language } = writing.order;
  const last = lastSaid(writing.messages, about.before);
  const isOurs = last.every(({ author }) => author === 'service');
  const isSpoken = last.every((message) => message.language === language);
  if (isSpoken && last.length > 0)
    return last.flatMap((message) => paragraphs(message.text, message.language, language));
  return isOurs && about.said.length > 0 ? saidParts(writing, about.said) : undefined;
}

/** All that answered the message before it, or that came of itself after it. */
function lastSaid(messages: readonly Message[], before: number): readonly Message[] {
  const earlier = messages.filter(({ sequence, kind }) => sequence < before && kind === 'message');
  const from = earlier.findLastIndex(({ author }) => author !== 'customer');
  const start = earlier.slice(0, from + 1).findLastIndex(({ author }) => author === 'customer');
  return earlier.slice(start + 1, from + 1).filter(({ text }) => text !== '');
}

function saidParts({ audience }: Writing, said: readonly Spoken[]): readonly DocumentPart[] {
  return said.flatMap((line) => paragraphs(sayLine(line, audience), audience.language, audience.language));
}

function conversationParts(writing: Writing, before: number): readonly DocumentPart[] {
  return writing.messages
    .filter(({ sequence, kind, text }) => sequence < before && kind === 'message' && text !== '')
    .flatMap((message) => spokenParts(writing, message));
}

function spokenParts(writing: Writing, message: Message): readonly DocumentPart[] {
  const { language } = writing.order;
  const { original, originalLanguage, agentName } = message.data;
  const { date, time } = localTime(message.at, writing.world.landlord.timeZone);
  const who = { customer: 'you', service: 'assistant', agent: 'agent' }[message.author];
  const by = agentName ?? say(writing, `format.document.${who}`);
  const at = say(writing, 'format.document.at', { date, time });
  const line = (text: string, spoken: string | undefined): DocumentPart => ({
    is: 'said',
    by,
    at,
    text,
    ...otherThan(language, spoken),
  });
  const said = [line(message.text, message.language)];
  return original === undefined || original === message.text ? said : [...said, line(original, originalLanguage)];
}

/** What the tenant told and what stands promised, beside what they heard of it. */
function caseParts(writing: Writing, said: readonly Spoken[]): readonly DocumentPart[] | undefined {
  const { found, order } = writing;
  if (found === undefined) return undefined;
  const fact = (name: string, value: string) => ({ name: say(writing, `format.document.${name}`), value });
  const day = (at: string) => say(writing, 'format.document.day', { date: at.slice(0, 10) });
  const answer = found.due.at(-1)?.by;
  const words = found.words.trim();
  return [
    ...saidParts(writing, said),
    {
      is: 'facts',
      rows: [
        fact('received', day(found.receivedAt)),
        ...(found.owner === undefined ? [] : [fact('owner', found.owner)]),
        ...(answer === undefined ? [] : [fact('answer_by', day(answer))]),
      ],
    },
    ...(words === ''
      ? []
      : [
          { is: 'heading' as const, text: say(writing, 'format.document.your_words') },
          ...paragraphs(words, found.language, order.language),
        ]),
  ];
}

function paragraphs(text: string, spoken: string, language: string): readonly DocumentPart[] {
  return text
    .split(/\n+/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => ({ is: 'paragraph' as const, text: each, ...otherThan(language, spoken) }));
}

function otherThan(language: string, spoken: string | undefined): { readonly language?: string } {
  return spoken === undefined || spoken === language || spoken === 'und' ? {} : { language: spoken };
}

function say({ audience }: Writing, phrase: string, values: Spoken['values'] = {}): string {
  return sayLine({ phrase, values }, audience);
}
