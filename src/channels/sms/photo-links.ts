// Links under which a phone without picture messages sends photographs.

import { createShortLinks, type ShortLinks } from '../../http/short-links.ts';

export type PhotoLinks = ShortLinks;

const hourMs = 3_600_000;

export function createPhotoLinks(of: {
  readonly publicUrl: string;
  readonly secret: string;
  readonly hours: number;
  readonly clock: () => Date;
}): PhotoLinks {
  return createShortLinks({ ...of, path: 'p', purpose: 'doorstep photo link', unitMs: hourMs, life: of.hours });
}
