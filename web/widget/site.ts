// What the service knows of its landlord before anybody asks: it is put into the launcher's script when that is served (src/http/site.ts),
// so that a page that is only looked at asks for nothing more.

import type { Language, Ways } from './chat/state.ts';

export interface Site {
  readonly landlord: string;
  /** The landlord's own first. `launcher`: what the button says. */
  readonly languages: readonly (Language & { readonly launcher: string })[];
  readonly theme: { readonly accent: string; readonly accentText: string };
  readonly ways: Ways;
  /** Where the widget may be, besides the service's own pages. */
  readonly origins: readonly string[];
}

/** In one literal, whatever the bundler makes of quotes: the service replaces it whole. */
export const site = JSON.parse('%DOORSTEP_SITE%') as Site;
