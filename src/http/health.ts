// Ways to see whether the service lives and can serve.

import express, { type Router } from 'express';

/** `up`: works. `degraded`: works with less (Redis away). `down`: cannot serve. */
export type PartState = 'up' | 'degraded' | 'down';

/** Each look answers in time or counts as down. */
export type Parts = Readonly<Record<string, () => Promise<PartState>>>;

/** Longer than the housing system is given to answer, so that its being away is not taken for ours. */
const lookMs = 3_000;

export function healthRoutes(parts: Parts, metrics: () => Promise<string>): Router {
  const router = express.Router();
  router.get('/healthz', (_request, response) => void response.type('text/plain').send('alive\n'));
  router.get('/readyz', async (_request, response) => {
    const states = Object.fromEntries(
      await Promise.all(Object.entries(parts).map(async ([name, look]) => [name, await inTime(look)] as const)),
    );
    const ready = !Object.values(states).includes('down');
    response.status(ready ? 200 : 503).json({ ready, parts: states });
  });
  router.get('/metrics', async (_request, response) => {
    response.type('text/plain; version=0.0.4').send(await metrics());
  });
  return router;
}

async function inTime(look: () => Promise<PartState>): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PartState>((resolve) => {
    timer = setTimeout(() => resolve('down'), lookMs);
  });
  try {
    return await Promise.race([look(), late]);
  } catch {
    return 'down';
  } finally {
    clearTimeout(timer);
  }
}
