// What was said in a conversation in a language that the agent does not read, in one that they do. Asked for beside the conversation: a
// translation that is slow or does not come keeps nobody from reading the original.

import type { Message } from '../model/message.ts';
import { namesOf } from '../turn/names-of.ts';
import { type Asked, isSameLanguage, type Translator } from '../turn/translator.ts';
import type { LanguageGuesser } from '../turn/understanding/ports.ts';
import { readOn, type ViewSources } from './conversation-view.ts';
import type { Agent } from './ports.ts';
import { readableBy } from './secrecy.ts';
import { mayOpen } from './visible.ts';

export interface TranslationSources extends ViewSources {
  readonly translator: Translator | undefined;
  readonly languages: LanguageGuesser;
}

export interface TranslatedLine {
  readonly sequence: number;
  /** BCP 47. */
  readonly from: string;
  readonly text: string;
}

/** An agent who takes over reads so far back at once. */
const mostLines = 100;

export interface Reader {
  readonly agent: Agent;
  /** BCP 47; the first is translated into. */
  readonly reads: readonly [string, ...string[]];
}

export interface Translated {
  readonly to: string;
  readonly lines: readonly TranslatedLine[];
}

/** Undefined when there is no such conversation, or none that this agent may see. */
export async function translateConversation(
  id: string,
  { agent, reads }: Reader,
  from: TranslationSources,
): Promise<Translated | undefined> {
  const [conversation, handovers] = await Promise.all([from.find(id), from.store.handoversOf(id)]);
  if (conversation === undefined || !mayOpen(agent, handovers)) return undefined;
  const [to] = reads;
  const { translator } = from;
  if (translator === undefined) return { to, lines: [] };
  const [messages, keep] = await Promise.all([
    readOn(from.read, id, Math.max(0, conversation.taken - mostLines)),
    namesOf(conversation.state.person?.id, from.people),
  ]);
  const { tag } = conversation.state.language;
  const foreign = readableBy(agent, messages, { handovers, secrecy: from })
    .filter(isForeign)
    .map(({ sequence, text, language }) => ({
      sequence,
      text,
      from: language === 'und' ? heardIn(text, tag, from.languages) : language,
    }))
    .filter((line) => !reads.some((each) => isSameLanguage(each, line.from)));
  const said = readableBy(agent, messages, { handovers, secrecy: from }).flatMap((message) => originalOf(message, to));
  const languages = [...new Set(foreign.map((line) => line.from))];
  const lines = await Promise.all(
    languages.map((language) =>
      translated(
        foreign.filter((line) => line.from === language),
        { from: language, to, keep },
        translator,
      ),
    ),
  );
  return { to, lines: [...said, ...lines.flat()].sort((one, other) => one.sequence - other.sequence) };
}

/** What an agent wrote, and what a machine put into the tenant's language for us, has its original beside it already. */
function isForeign({ author, kind, text, data }: Message): boolean {
  return kind === 'message' && author !== 'agent' && data.original === undefined && text.trim() !== '';
}

function originalOf({ author, sequence, language, data }: Message, to: string): readonly TranslatedLine[] {
  const { original, originalLanguage } = data;
  const isTheirs = author === 'service' && originalLanguage !== undefined && isSameLanguage(originalLanguage, to);
  return isTheirs && original !== undefined ? [{ sequence, from: language, text: original }] : [];
}

async function translated(
  lines: readonly TranslatedLine[],
  asked: Asked,
  translator: Translator,
): Promise<readonly TranslatedLine[]> {
  const texts = await translator.translate(
    lines.map(({ text }) => text),
    asked,
  );
  return lines.flatMap((line, at) => {
    const text = texts[at];
    return text === undefined ? [] : [{ ...line, text }];
  });
}

/** A few words may be in any language: then it is that of the conversation. */
function heardIn(text: string, conversation: string, languages: LanguageGuesser): string {
  const guess = languages.guess(text);
  return guess.confident ? guess.language : conversation;
}
