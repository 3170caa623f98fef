// A format as people call it: "Large print, Urdu".

import { languageCalledIn } from '../model/language-tag.ts';
import type { ChannelName } from '../model/message.ts';
import type { World } from './world.ts';

export interface Way {
  readonly formats: readonly string[];
  /** In which it is made, where that is to be told. */
  readonly language?: string | undefined;
  readonly way?: string | undefined;
}

interface Listener {
  readonly language: string;
  readonly channel: ChannelName;
}

/** Each as we call it where it is asked for. */
export function waysSaid({ formats, language, way }: Way, { phrases }: Pick<World, 'phrases'>, to: Listener): string {
  const say = (key: string, plain: string) =>
    phrases.has(key) ? phrases.say(key, to.language, to.channel, {}) : plain.replaceAll('-', ' ');
  return [
    ...formats.map((each) => say(`access.format.format.options.${each.replaceAll('-', '_')}`, each)),
    ...(language === undefined ? [] : [languageCalledIn(language, to.language)]),
    ...(way === undefined ? [] : [say(`access.contact_preference.prefer.options.${way}`, way)]),
  ].join(', ');
}

/** For who is spoken to in that language it goes without saying. */
export function waysHeard({ language, ...way }: Way, world: Pick<World, 'phrases'>, to: Listener): string {
  return waysSaid({ ...way, language: language === to.language ? undefined : language }, world, to);
}
