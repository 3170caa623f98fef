// Orders a format where this service makes it by itself: in the same commit as the request for it, so that one is never without the other.

import { type FormatName, formatNames } from '../model/document.ts';
import type { FormatOrder } from '../model/format-order.ts';
import type { KeyedEffect } from './turn.ts';
import type { World } from './world.ts';

/**
 * Whether all of them can be made here at once. Easy read is written by people: only standard letters have it. A conversation stays in
 * the words in which it was written.
 */
export function isMadeHere(
  wanted: Pick<FormatOrder, 'language'> & {
    readonly formats: readonly string[];
    readonly about: FormatOrder['about']['is'];
    /** The language of what was said so far. */
    readonly spoken: string;
    readonly isLetter?: boolean;
  },
  { formats, phrases }: Pick<World, 'formats' | 'phrases'>,
): boolean {
  const { language, about, spoken } = wanted;
  const isWritten = phrases.languages.some(({ tag }) => tag === language);
  if (!isWritten || wanted.formats.length === 0) return false;
  if (about === 'conversation' && language !== spoken) return false;
  if (wanted.formats.includes('easy-read') && wanted.isLetter !== true) return false;
  return wanted.formats.every((each) => isFormat(each) && formats.canMake(each, language));
}

export function isFormat(name: string): name is FormatName {
  return (formatNames as readonly string[]).includes(name);
}

/** In line behind the request itself: the housing system has it before it is told that it was sent. */
export function orderEffect(order: FormatOrder): KeyedEffect {
  return { kind: 'format.make', key: `housing:${order.reference}`, payload: order };
}
