// The composition root: makes every part and hands one to the other, top to bottom. With app/ the only place that knows them all.

import { createServer } from 'node:http';
import { join } from 'node:path';
import { openBase } from './app/base.ts';
import { buildDesk } from './app/desk.ts';
import { buildDoors } from './app/doors.ts';
import { buildPath } from './app/path.ts';
import { routesOf } from './app/routes.ts';
import { running } from './app/running.ts';
import { openFileStore } from './channels/web-chat/files/file-store.ts';
import type { Config } from './config.ts';
import { createHttp } from './http/app.ts';
import type { Person } from './model/person.ts';
import { createOutbox } from './outbox/outbox.ts';

export type App = Awaited<ReturnType<typeof buildApp>>;

/**
 * Makes the service; nothing listens before `listen`.
 *
 * @throws Error with a message for whoever starts it: settings, content or a data folder that cannot be used
 */
export async function buildApp(config: Config) {
  const base = await openBase(config);
  const path = buildPath(base);
  const files = await openFileStore(join(config.store.dataDir, 'files'));
  const doors = buildDoors(base, path, files);
  const desk = buildDesk(base, path, doors.webChat.linkTo);
  const outbox = createOutbox({
    store: base.outboxStore,
    deliver: { ...doors.sms.deliver, ...doors.botFramework.deliver, ...base.housing.deliver },
    clock: base.clock,
    log: base.log,
    ended: ({ kind }, how) => base.metrics.delivery(kind, how),
  });
  path.onCommit(() => outbox.wake());
  const server = createServer(createHttp(routesOf(base, doors, desk), base.log, base.metrics.failure));
  doors.webChat.attachUpgrade(server);
  server.on('upgrade', (request, socket, head) => {
    const path = request.url?.split('?')[0] ?? '';
    if (path === '/desk/api/stream') void desk.stream.upgrade(request, socket, head);
    else if (!path.startsWith('/v3/directline/')) socket.destroy();
  });
  return {
    ...running({ base, path, doors, desk, outbox, server }),
    inbox: path.inbox,
    messages: base.messages,
    content: base.content,
    hub: base.hub,
    clock: base.clock,
    /** Somebody on file; undefined when there is no such person or the housing system is away. */
    async person(id: string): Promise<Person | undefined> {
      const found = await base.housing.reads.person(id);
      return found.is === 'known' ? (found.value ?? undefined) : undefined;
    },
  };
}
