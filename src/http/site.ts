// The demonstration landlord's page at `GET /`, the embed script, and the widget's words. All of it is static: a page that is only looked
// at costs no turn, no record and no database.

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import express, { type Request, type Response, type Router } from 'express';
import { Problem } from './problem.ts';
import { trustedOrigins } from './trusted-origins.ts';

interface SiteLanguage {
  readonly tag: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

export interface SiteOptions {
  readonly publicUrl: string;
  /** The page of the demonstration landlord, which is in `web/site`; another landlord has its own site, and visitors come to the chat. */
  readonly pageFolder: string;
  readonly isDemonstration: boolean;
  /** Signs for one of the demonstration's people, as a portal would; absent where people may be real. */
  readonly signIn?: (person: string) => Promise<string>;
  /** What `npm run build` makes: `build`. */
  readonly buildFolder: string;
  readonly landlord: {
    readonly name: string;
    readonly theme: { readonly accent: string; readonly accentText: string };
    readonly phone: string;
    readonly textNumber?: string | undefined;
    readonly email?: string | undefined;
    readonly quickExit: string;
    readonly origins: readonly string[];
  };
  /** The languages of the catalogues; the first is the landlord's own. */
  languages(): readonly SiteLanguage[];
  /** The words of area `widget` in a language, by key. */
  words(language: string): Readonly<Record<string, string>>;
}

interface File {
  readonly path: string;
  readonly type: string;
  /** The script is fetched by pages on other sites. */
  readonly anywhere?: boolean;
  /** What is put into it before it is sent. */
  readonly fill?: (text: string) => string;
}

const minute = 60;

/** Mounted at `/`. Serves `/`, `/site/*` (with the demonstration’s sign-in), `/widget.js`, `/widget-chat.js`, `/widget-more.js`, `/widget-page.js`, `/widget.css` and `/widget/words/<language>.json`. */
export function createSite(options: SiteOptions): Router {
  const { pageFolder, buildFolder } = options;
  const send = createSender();
  const page = (name: string) => join(pageFolder, name);
  const built = (name: string) => join(buildFolder, name);
  const router = express.Router();
  router.get('/', (request, response) => {
    if (!options.isDemonstration) return response.redirect('/chat');
    response.set({ 'Content-Security-Policy': policyFor(options.publicUrl), 'Referrer-Policy': 'same-origin' });
    return send({ path: page('index.html'), type: 'text/html' }, request, response);
  });
  const files: Readonly<Record<string, File>> = {
    '/site/site.css': { path: page('site.css'), type: 'text/css' },
    '/site/site.js': { path: page('site.js'), type: 'text/javascript' },
    '/site/icon.svg': { path: page('icon.svg'), type: 'image/svg+xml' },
    '/widget.js': {
      path: built('widget.js'),
      type: 'text/javascript',
      anywhere: true,
      fill: (text) => filled(text, options),
    },
    '/widget-chat.js': { path: built('widget-chat.js'), type: 'text/javascript', anywhere: true },
    '/widget-more.js': { path: built('widget-more.js'), type: 'text/javascript', anywhere: true },
    '/widget-page.js': { path: built('widget-page.js'), type: 'text/javascript', anywhere: true },
    '/widget.css': { path: built('widget.css'), type: 'text/css', anywhere: true },
  };
  for (const [route, file] of Object.entries(files)) {
    router.get(route, (request, response) => send(file, request, response));
  }
  const { signIn } = options;
  if (signIn !== undefined) {
    router.post('/site/identity/:person', async (request, response) => {
      response
        .set('Cache-Control', 'no-store')
        .type('text/plain')
        .send(await signIn(request.params.person));
    });
  }
  router.get('/widget/words/:file', (request, response) => {
    response.set(shared).json(wordsAnswer(request.params.file.replace(/\.json$/, ''), options));
  });
  return router;
}

/** For five minutes nobody asks again; after that the old copy is used while it is asked for. */
const shared = {
  'Cache-Control': `public, max-age=${5 * minute}, stale-while-revalidate=${24 * 60 * minute}`,
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** `self` does not cover web sockets in Safari before 15.4. */
function policyFor(publicUrl: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${publicUrl.replace(/^http/, 'ws')}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What the launcher shows and the chat needs at once (web/widget/site.ts): a page that is only looked at asks for nothing more. */
function filled(script: string, { publicUrl, languages, words, landlord }: SiteOptions): string {
  const { name, theme, phone, textNumber, email, quickExit, origins } = landlord;
  const spoken = languages().map(({ tag, name: own, direction }) => ({
    tag,
    name: own,
    direction,
    launcher: words(tag).launcher ?? '',
  }));
  const site = {
    landlord: name,
    languages: spoken,
    theme,
    ways: { phone, textNumber, email, exit: quickExit },
    origins: trustedOrigins(publicUrl, origins),
  };
  // A function, for `$` in a replacement text means something.
  return script.replace(/(["'`])%DOORSTEP_SITE%\1/, () => JSON.stringify(JSON.stringify(site)));
}

/** The words in the nearest language that is spoken: `pl-PL` is served by `pl`, what is unknown by the landlord's own. */
function wordsAnswer(wanted: string, { languages, words }: SiteOptions) {
  const lower = wanted.toLowerCase();
  const all = languages().map(({ tag, name, direction }) => ({ tag, name, direction }));
  const language = all.find(({ tag }) => lower === tag || lower.startsWith(`${tag}-`)) ?? all[0];
  if (language === undefined) throw new Problem(404, 'no-language', { title: 'There are no words here.' });
  const own = Object.entries(words(language.tag)).filter(([key]) => !key.startsWith('page-'));
  return { language, words: Object.fromEntries(own) };
}

interface Ready {
  readonly changedAt: number;
  readonly etag: string;
  readonly bodies: Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>;
}

/** Files are read once and compressed once, until they are built anew. */
function createSender() {
  const ready = new Map<string, Ready>();
  return async (wanted: File, request: Request, response: Response): Promise<void> => {
    const { path, type, anywhere = false, fill } = wanted;
    const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (changedAt === undefined) throw new Problem(404, 'not-built', { title: 'This file has not been built yet.' });
    let file = ready.get(path);
    if (file?.changedAt !== changedAt) {
      file = await prepare(path, changedAt, fill);
      ready.set(path, file);
    }
    const encoding = (request.acceptsEncodings('br', 'gzip') || 'identity') as keyof Ready['bodies'];
    if (encoding !== 'identity') response.set('Content-Encoding', encoding);
    response
      .set(anywhere ? shared : { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' })
      .vary('Accept-Encoding')
      .set('ETag', `W/"${file.etag}"`)
      .type(type)
      .send(file.bodies[encoding]);
  };
}

async function prepare(path: string, changedAt: number, fill = (text: string) => text): Promise<Ready> {
  const identity = Buffer.from(fill(readFileSync(path, 'utf8')));
  const [br, zipped] = await Promise.all([promisify(brotliCompress)(identity), promisify(gzip)(identity)]);
  const etag = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  return { changedAt, etag, bodies: { br, gzip: zipped, identity } };
}
