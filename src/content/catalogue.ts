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
}

export function phrasesOf(catalogue: Catalogue): Phrases {
  const compiled = new Map<string, CompiledMessage>();
  const byChannel = new Map<string, CompiledMessage>();
  const [base = 'en'] = catalogue.languages.map((language) => language.tag);
  const keys = catalogue.texts.get(base) ?? new Map<string, string>();
  const find = (key: string, language: string, channel: string): CompiledMessage => {
    const texts = catalogue.texts.get(language) ?? keys;
    const variant = `${key}@${channel}`;
    const name = texts.has(variant) ? variant : key;
    const text = texts.get(name);
    if (text === undefined) throw new Error(`The phrase ${key} is not in ${language}.`);
    // Channels without a variant of their own share the message.
    const id = `${language}\n${name}`;
    const message = compiled.get(id) ?? compileMessage(text, language);
    compiled.set(id, message);
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
    languages: catalogue.languages,
  };
}
