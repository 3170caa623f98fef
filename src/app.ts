// The composition root: makes every part and hands one to the other, top to bottom. With app/ the only place that knows them all.

import { createServer } from 'node:http';
import { join } from 'node:path';
import { buildDesk } from './app/desk.ts';
import { buildDoors } from './app/doors.ts';
import { buildFormats, openMakers } from './app/formats.ts';
import { type Foundation, layFoundation } from './app/foundation.ts';
import { buildPath } from './app/path.ts';
import { buildPrivacy } from './app/privacy.ts';
import { watchOver } from './app/promises.ts';
import { routesOf } from './app/routes.ts';
import { running } from './app/running.ts';
import { caseEnglish } from './app/translation.ts';
import { noSkill } from './channels/bot-framework/skill/skill-desk.ts';
import { openFileStore } from './channels/web-chat/files/file-store.ts';
import type { Config } from './config.ts';
import { createHttp } from './http/app.ts';
import { contactAt } from './model/contact-hours.ts';
import type { Person } from './model/person.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createWebhook, notSet } from './outbox/webhook/send.ts';

export type App = Awaited<ReturnType<typeof buildApp>>;

/**
 * Makes the service; nothing listens before `listen`.
 *
 * @throws Error with a message for whoever starts it: settings, content or a data folder that cannot be used
 */
export async function buildApp(config: Config) {
  const foundation = await layFoundation(config);
  const makers = await openMakers(foundation);
  const path = buildPath(foundation, makers);
  const files = await openFileStore(join(config.store.dataDir, 'files'));
  const formats = buildFormats(foundation, path, { makers, files });
  const doors = buildDoors(foundation, path, { files, links: formats.links, speak: makers.speak });
  const privacy = buildPrivacy(foundation, path, files);
  const desk = buildDesk(foundation, path, { linkTo: doors.webChat.linkTo, privacy });
  const { contactHours, timeZone } = foundation.content.landlord;
  const outbox = createOutbox({
    store: foundation.outboxStore,
    deliver: {
      ...doors.botFramework.deliver,
      'skill.send': doors.skillDesk?.deliver ?? noSkill,
      ...foundation.housing.deliver,
      ...formats.deliver,
      'sms.send': async (row) => doors.sms.deliver['sms.send'](await formats.shortened(row)),
      'time.unfinished': ({ payload: { conversation, frame } }) =>
        path.inbox.act(conversation, { is: 'left-unfinished', frame }),
      'time.survey': ({ payload: { conversation, ended } }) =>
        path.inbox.act(conversation, { is: 'survey-due', ended }),
      ...caseEnglish(foundation),
      'webhook.send': webhookOf(foundation),
    },
    clock: foundation.clock,
    log: foundation.log,
    ended: ({ kind }, how) => foundation.metrics.delivery(kind, how),
    heldUntil: ({ kind, payload }, now) => {
      if (kind === 'time.unfinished' || kind === 'time.survey') return new Date(payload.at);
      return 'notice' in payload ? contactAt(now, contactHours, timeZone) : now;
    },
  });
  const promiseWatch = watchOver(foundation, path);
  path.onCommit(() => outbox.wake());
  const server = createServer(
    createHttp(routesOf(foundation, doors, desk), foundation.log, foundation.metrics.failure),
  );
  doors.webChat.attachUpgrade(server);
  server.on('upgrade', (request, socket, head) => {
    const path = request.url?.split('?')[0] ?? '';
    if (path === '/desk/api/stream') void desk.stream.upgrade(request, socket, head);
    else if (!path.startsWith('/v3/directline/')) socket.destroy();
  });
  return {
    ...running({ foundation, path, doors, desk, outbox, makers, promiseWatch, keeping: privacy.keeping, server }),
    inbox: path.inbox,
    messages: foundation.messages,
    content: foundation.content,
    hub: foundation.hub,
    clock: foundation.clock,
    /** Somebody on file; undefined when there is no such person or the housing system is away. */
    async person(id: string): Promise<Person | undefined> {
      const found = await foundation.housing.reads.person(id);
      return found.is === 'known' ? (found.value ?? undefined) : undefined;
    },
  };
}

/** Events that are left from when there was an address are not lost: they are parked until there is one again. */
function webhookOf({ config: { webhook }, clock, log }: Foundation) {
  const { url, secrets } = webhook;
  return url === undefined ? notSet : createWebhook({ url, secrets, clock, log });
}
