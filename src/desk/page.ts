// Serves the desk's page: its built files, and its shell with a nonce of its own for each visit, because Fluent UI makes
// its styles at run time.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Router } from 'express';
import { Problem } from '../http/problem.ts';

/** @param folder where the desk was built, e.g. `build/desk` */
export function createDeskPage(folder: string): Router {
  const router = express.Router();
  const shell = join(folder, 'index.html');
  const html = existsSync(shell) ? readFileSync(shell, 'utf8') : undefined;

  router.get('/', (_request, response) => {
    if (html === undefined) throw new Problem(503, 'not-built', { title: 'The desk was not built: run npm start.' });
    const nonce = randomBytes(16).toString('base64');
    response
      .set('Content-Security-Policy', policy(nonce))
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(html.replaceAll('__NONCE__', nonce));
  });
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false }));
  return router;
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
