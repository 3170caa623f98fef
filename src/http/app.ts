// Express with what every route shares: safe headers, an honest 404, errors as problem details.

import express, { type Express, type Router } from 'express';
import helmet from 'helmet';
import { type Logger, nameOf } from '../log.ts';
import { Problem, problemHandler } from './problem.ts';

export interface Mounted {
  readonly path: string;
  readonly router: Router;
}

/** @param onFailure is told of each request that ended in our own fault */
export function createHttp(routes: readonly Mounted[], logger: Logger, onFailure: () => void): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  // A proxy on this machine or in the same private network tells the visitor's address; one from outside is not believed.
  app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  // Pages set their own Content-Security-Policy; files and the embed script say themselves who may fetch them.
  app.use(helmet({ contentSecurityPolicy: false, crossOriginResourcePolicy: false, crossOriginOpenerPolicy: false }));
  for (const { path, router } of routes) app.use(path, router);
  app.use(() => {
    throw new Problem(404, 'not-found', { title: 'There is nothing at this address.' });
  });
  app.use(
    problemHandler((error, route) => {
      onFailure();
      logger.error('A request ended in our own fault', { route, error: nameOf(error) });
    }),
  );
  return app;
}
