// A format as people call it: "Large print, Urdu".

import type { ChannelName } from '../model/message.ts';
import type { World } from './world.ts';

export interface Way {
  readonly formats: readonly string[];
  /** In which it is made, where that is to be told. */
  readonly language?: string | undefined;
  readonly way?: string | undefined;
}

/** Each as we call it where it is asked for. */
export function waysSaid(
  { formats, language, way }: Way,
  { phrases }: Pick<World, 'phrases'>,
  to: { readonly language: string; readonly channel: ChannelName },
): string {
  const say = (key: string, plain: string) =>
    phrases.has(key) ? phrases.say(key, to.language, to.channel, {}) : plain.replaceAll('-', ' ');
  return [
    ...formats.map((each) => say(`access.format.format.options.${each.replaceAll('-', '_')}`, each)),
    ...(language === undefined ? [] : [languageSaid(language, to.language)]),
    ...(way === undefined ? [] : [say(`access.contact_preference.prefer.options.${way}`, way)]),
  ].join(', ');
}

function languageSaid(tag: string, spoken: string): string {
  return new Intl.DisplayNames([spoken], { type: 'language' }).of(tag) ?? tag;
}
