// The catalogues of all languages as the turn uses them: phrases said, control words listed.

import type { Phrases, Values } from '../turn/reply/ports.ts';
import { type CompiledMessage, compileMessage } from './message-format.ts';

export type Language = Phrases['languages'][number];

export interface Catalogue {
  readonly languages: readonly Language[];
  /** Language → key → text. SMS variants are keys ending in `@sms`. */
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Language → list → words. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /**
   * A text as it is filled in, compiled when it is first asked for; undefined where there is no such text.
   *
   * @throws Error when the text is no ICU message
   */
  message(language: string, key: string): CompiledMessage | undefined;
}

export function messagesOf(texts: Catalogue['texts']): Catalogue['message'] {
  const compiled = new Map<string, CompiledMessage>();
  return (language, key) => {
    const text = texts.get(language)?.get(key);
    if (text === undefined) return undefined;
    const id = `${language}\n${key}`;
    const message = compiled.get(id) ?? compileMessage(text, language);
    compiled.set(id, message);
    return message;
  };
}

/** @param spoken the languages that the landlord speaks, its own first */
export function phrasesOf(catalogue: Catalogue, spoken: readonly string[]): Phrases {
  const byChannel = new Map<string, CompiledMessage>();
  const [base = 'en'] = catalogue.languages.map((language) => language.tag);
  const keys = catalogue.texts.get(base) ?? new Map<string, string>();
  const find = (key: string, language: string, channel: string): CompiledMessage => {
    const tag = catalogue.texts.has(language) ? language : base;
    const message = catalogue.message(tag, `${key}@${channel}`) ?? catalogue.message(tag, key);
    if (message === undefined) throw new Error(`The phrase ${key} is not in ${language}.`);
    return message;
  };
  return {
    // biome-ignore lint/complexity/useMaxParams: the port's own signature
    say(key: string, language: string, channel: string, values: Values): string {
      const id = `${language}\n${channel}\n${key}`;
      const message = byChannel.get(id) ?? find(key, language, channel);
      byChannel.set(id, message);
      return message.format(values).trim();
    },
    has: (key) => keys.has(key),
    words: (list, language) => catalogue.words.get(language)?.get(list) ?? [],
    languages: spoken.flatMap((tag) => catalogue.languages.filter((language) => language.tag === tag)),
  };
}
