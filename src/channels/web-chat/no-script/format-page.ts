// What the link in a text leads to: a light page without scripts that names what was made and lets it be opened, or shows the words that
// were too long for a text. It names nobody, and nothing of it is kept or found elsewhere.

import { type Request, type Response, Router } from 'express';
import type { FormatLinks, Linked } from '../../../formats/ports.ts';
import { localTime } from '../../../model/london-time.ts';
import type { Attachment } from '../../../model/message.ts';
import type { Phrases, Values } from '../../../turn/reply/ports.ts';
import { type Html, html } from './html.ts';
import { drawLinkPage } from './link-page.ts';
import { policy } from './style.ts';

export interface FormatPageOptions {
  readonly links: Pick<FormatLinks, 'find'>;
  linkTo(attachment: Attachment): string;
  readonly phrases: Phrases;
  readonly landlord: { readonly name: string; readonly timeZone: string };
  readonly clock: () => Date;
}

export function createFormatPage(options: FormatPageOptions): Router {
  const router = Router();
  router.get('/formats/:id', async (request: Request<{ id: string }>, response: Response) => {
    const found = await options.links.find(request.params.id);
    const isOver = found !== undefined && found.until <= options.clock();
    response
      .status(found === undefined ? 404 : isOver ? 410 : 200)
      .type('html')
      .set({
        'Content-Language': tagOf(found, options),
        'Content-Security-Policy': `${policy}; media-src 'self'`,
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
        'X-Robots-Tag': 'noindex, nofollow',
      })
      .send(drawPage(found !== undefined && !isOver ? found : undefined, tagOf(found, options), options));
  });
  return router;
}

/** Of a link that we do not know nobody can tell whose language it was. */
function tagOf(found: Linked | undefined, { phrases }: FormatPageOptions): string {
  return found?.language ?? phrases.languages[0]?.tag ?? 'en';
}

function drawPage(found: Linked | undefined, tag: string, options: FormatPageOptions): string {
  const { phrases, landlord } = options;
  const say = (key: string, values: Values = {}) =>
    phrases.say(`format.page.${key}`, tag, 'web', { landlord: landlord.name, ...values });
  const direction = phrases.languages.find((each) => each.tag === tag)?.direction ?? 'ltr';
  const body = found === undefined ? html`<p class="note">${say('ended')}</p>` : shown(found, say, options);
  return drawLinkPage({ language: tag, direction, title: say('title'), body });
}

function shown(
  { words, files, ways, until }: Linked,
  say: (key: string, values?: Values) => string,
  { linkTo, landlord }: FormatPageOptions,
): Html {
  const ends = html`<p class="foot">${say('until', { until: localTime(until, landlord.timeZone).date })}</p>`;
  if (words !== undefined) return html`${words.split(/\n+/).map((line) => html`<p dir="auto">${line}</p>`)}${ends}`;
  const items = files.map((file) => {
    const url = linkTo(file);
    const sound =
      file.contentType.startsWith('audio/') && html`<p><audio controls preload="none" src="${url}"></audio></p>`;
    return html`<li><p><a href="${url}" dir="auto">${file.name}</a></p>${sound}</li>`;
  });
  return html`<p>${ways}</p><ul>${items}</ul>${ends}`;
}
