// `GET /chat`: the conversation of the web chat with no JavaScript at all, by forms, also in a text browser.
// An answer is saved before it is acknowledged, as everywhere; then the page is shown again by a redirect, so that loading it anew
// sends nothing twice.

import express, { type Request, type Router } from 'express';
import { Problem } from '../../../http/problem.ts';
import { Door, type NoScriptOptions } from './door.ts';

/** Mounted at `/`; serves `/chat` and what is below it. */
export function createNoScriptChat(options: NoScriptOptions): Router {
  const door = new Door(options);
  const router = express.Router();
  router.use('/chat', (request, response, next) => {
    response.set({
      'Cache-Control': 'no-store',
      // With `no-referrer` a browser would send `Origin: null` with our own forms.
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    });
    if (request.method === 'POST') refuseOtherSites(request, options.publicUrl);
    next();
  });
  router.get('/chat', (request, response) => door.show(request, response));
  router.get('/chat/settings', (request, response) => door.settings(request, response));
  router.get('/chat/leave', (request, response) => door.leave(request, response));
  router.post('/chat', (request, response) => door.take(request, response));
  return router;
}

/** Beside SameSite=Strict: a form on another site cannot write in a tenant's name. */
function refuseOtherSites(request: Request, publicUrl: string): void {
  const origin = request.get('origin');
  const site = request.get('sec-fetch-site');
  const own = [new URL(publicUrl).origin, `${request.protocol}://${request.get('host')}`];
  const strange = origin === undefined ? site === 'cross-site' || site === 'same-site' : !own.includes(origin);
  if (strange) throw new Problem(403, 'strange-origin', { title: 'This form was sent from another site.' });
}
