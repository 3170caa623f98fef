// Links from a text to the chat: one conversation, a quarter of an hour, once.

import { createShortLinks, type ShortLinks } from '../../http/short-links.ts';

const secondMs = 1_000;
const lifeSeconds = 15 * 60;

export function createChatLinks(of: {
  readonly publicUrl: string;
  readonly secret: string;
  readonly clock: () => Date;
}): ShortLinks {
  return createShortLinks({ ...of, path: 'g', purpose: 'doorstep chat link', unitMs: secondMs, life: lifeSeconds });
}
