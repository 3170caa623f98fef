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
  const [base = 'en'] = catalogue.languages.map((language) => language.tag);
  const keys = catalogue.texts.get(base) ?? new Map<string, string>();
  const find = (key: string, language: string, channel: string): readonly [string, string] => {
    const texts = catalogue.texts.get(language) ?? keys;
    const variant = `${key}@${channel}`;
    const [name, text] = texts.has(variant) ? [variant, texts.get(variant)] : [key, texts.get(key)];
    if (text === undefined) throw new Error(`The phrase ${key} is not in ${language}.`);
    return [name, text];
  };
  return {
    // biome-ignore lint/complexity/useMaxParams: the port's own signature
    say(key: string, language: string, channel: string, values: Values): string {
      const [name, text] = find(key, language, channel);
      const id = `${language}\n${name}`;
      const message = compiled.get(id) ?? compileMessage(text, language);
      compiled.set(id, message);
      return message.format(values).trim();
    },
    has: (key) => keys.has(key),
    words: (list, language) => catalogue.words.get(language)?.get(list) ?? [],
    languages: catalogue.languages,
  };
}
