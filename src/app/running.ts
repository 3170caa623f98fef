// Listening, the work that comes back, and stopping without losing anything.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nameOf } from '../log.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Keeping } from '../privacy/keeping.ts';
import type { PromiseWatch } from '../promises/watch.ts';
import { keepUp, vacuum } from '../store/upkeep.ts';
import { every } from '../timers.ts';
import type { Desk } from './desk.ts';
import { type Doors, isDemonstration } from './doors.ts';
import type { Makers } from './formats.ts';
import type { Foundation } from './foundation.ts';
import type { Path } from './path.ts';

const hourSeconds = 3_600;
const sweepSeconds = 5;
const deskLookSeconds = 5;
const orphanLookSeconds = 10;
const dispatchSeconds = 1;
const promiseLookSeconds = 2;
const keepingLookSeconds = 5;

interface Running {
  readonly foundation: Foundation;
  readonly path: Path;
  readonly doors: Doors;
  readonly desk: Desk;
  readonly outbox: Outbox;
  readonly makers: Makers;
  readonly promiseWatch: PromiseWatch;
  readonly keeping: Keeping;
  readonly server: Server;
}

export function running({ foundation, path, doors, desk, outbox, makers, promiseWatch, keeping, server }: Running) {
  const { config, log, store, shared, clock } = foundation;
  const failed = (error: unknown) => log.warn('Upkeep did not work; it is tried again', { error: nameOf(error) });
  const timers: (() => Promise<void>)[] = [];
  return {
    url: () => foundation.listening.url,
    invite: desk.invite,
    /** Why nobody comes in by a link; undefined where they do. */
    noLinks: desk.noLinks,
    signsIn: desk.signsIn,
    hasSite: isDemonstration(config),
    hasPhone: config.twilio.accountSid === undefined,
    database: store.kind,

    async listen(): Promise<void> {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(config.http.port, config.http.host, resolve);
      });
      const { port } = server.address() as AddressInfo;
      foundation.listening.url = `http://127.0.0.1:${port}`;
      if (store.kind === 'embedded') await foundation.outboxStore.release(clock());
      outbox.start();
      // Also what is younger: another instance may be at it, then one of the two turns loses at the commit.
      await path.inbox.sweep(0);
      timers.push(
        every(sweepSeconds, () => path.inbox.sweep(), failed),
        every(deskLookSeconds, () => desk.watch.look(), failed),
        every(orphanLookSeconds, () => desk.orphanWatch.look(), failed),
        every(dispatchSeconds, () => desk.dispatch.look(), failed),
        every(promiseLookSeconds, () => promiseWatch.look(), failed),
        every(keepingLookSeconds, () => keeping.look(), failed),
        every(24 * hourSeconds, () => keepUp(store.db, clock()), failed),
      );
      if (store.kind === 'embedded') timers.push(every(hourSeconds / 6, () => vacuum(store.db), failed));
      log.info('Listening', { port, version: process.version, database: store.kind });
    },

    /** Takes no more, lets what is under way end, then lets go of everything. What is not done is taken up at the next start. */
    async close(signal: string): Promise<void> {
      log.info('Stopping', { signal });
      const closed = new Promise((resolve) => server.close(resolve));
      keeping.stop();
      desk.dispatch.stop();
      await Promise.all(timers.map((stop) => stop()));
      desk.stream.close();
      await doors.webChat.close();
      doors.sms.close();
      server.closeIdleConnections();
      await path.inbox.drain();
      // What is being made is made again at the next start.
      makers.close();
      await outbox.stop();
      server.closeAllConnections();
      await closed;
      shared.bus.close();
      await shared.redis?.close();
      await store.close();
    },
  };
}
