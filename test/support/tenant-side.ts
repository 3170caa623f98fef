// The tenant's side as it is served — page, widget, no-script chat and Direct Line — on a spare port, with arrays for a store and a
// script for a turn.

import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { parse } from 'yaml';
import type { Inbox, Place, RateLimit } from '../../src/channels/channel.ts';
import { openFileStore } from '../../src/channels/web-chat/files/file-store.ts';
import { createNoScriptChat } from '../../src/channels/web-chat/no-script/no-script.ts';
import { createWebChat } from '../../src/channels/web-chat/web-chat.ts';
import type { PortalIdentity } from '../../src/channels/web-chat/widget-session.ts';
import { createAudioMaker } from '../../src/formats/audio/audio-maker.ts';
import { problemHandler } from '../../src/http/problem.ts';
import { createSite } from '../../src/http/site.ts';
import type { Inbound, Message } from '../../src/model/message.ts';
import { createInProcessConversations, type InProcessConversations } from './in-process-conversations.ts';
import { officeHours } from './office-hours.ts';
import { openServer } from './open-server.ts';
import { silentLog } from './silent-log.ts';

export interface TenantSide extends InProcessConversations {
  readonly url: string;
  readonly reported: unknown[];
  /** Destroys every open WebSocket as a lost network does; tells how many there were. */
  cut(): number;
  upgrades(): number;
  /** While true, every message is answered 429. */
  limits: { tooMany: boolean };
  /** Moves the service's clock on, from now. */
  later(byMs: number): void;
  /** Who waits for a person, and where: by conversation. */
  readonly places: Map<string, Place>;
  /** The service's own, where it is to be another than the device's. */
  clock: { now?: Date };
  close(): Promise<void>;
}

type Reply = Partial<Message> & { readonly text: string };

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const languages = parse(readFileSync(at('locales/languages.yaml'), 'utf8')) as {
  tag: string;
  name: string;
  direction: 'ltr' | 'rtl';
  reviewed: boolean;
}[];

async function readWords(): Promise<(language: string) => Record<string, string>> {
  const entries = languages.map(async ({ tag }) => {
    return [tag, parse(await readFile(at(`locales/${tag}/widget.yaml`), 'utf8'))] as const;
  });
  const all: Record<string, Record<string, string>> = Object.fromEntries(await Promise.all(entries));
  return (language) => all[language] ?? {};
}

const landlord = {
  name: 'Ashby Wharf Homes',
  website: 'https://www.ashbywharf.example.com',
  phone: '+441632960100',
  textNumber: '+447700900000',
  email: 'hello@ashbywharf.example.com',
  outOfHours: { phone: '+448081570199', for: 'emergency repairs' },
  quickExit: 'https://weather.example.com/today',
  theme: { accent: '#0b5d66', accentText: '#ffffff' },
};

/** The widget as it is now, built once per process. */
let built: Promise<unknown> | undefined;
function buildWidget(): Promise<unknown> {
  const configFile = at('web/widget/vite.config.ts');
  const part = (mode: string) => () => build({ configFile, mode, logLevel: 'error' });
  built ??= part('production')().then(part('chat')).then(part('more')).then(part('page'));
  return built;
}

interface More {
  /** Other sites that carry the widget. */
  readonly origins?: readonly string[];
  readonly portalIdentity?: PortalIdentity;
  /** The demonstration's page signs people in. */
  readonly signIn?: (person: string) => Promise<string>;
}

/** @param reply what the service says to a message: the turn's place */
export async function openTenantSide(
  reply: (inbound: Inbound) => readonly Reply[] = () => [],
  { origins = [], ...more }: More = {},
): Promise<TenantSide> {
  await buildWidget();
  const conversations = createInProcessConversations();
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-files-'));
  const reported: unknown[] = [];
  const limits = { tooMany: false };
  const clock: { now?: Date } = {};
  const places = new Map<string, Place>();
  // Starts nothing before somebody wants to hear.
  const audio = createAudioMaker({ log: silentLog, say: (key) => key });
  const inbox = answering(conversations, reply);

  const opened = await openServer();
  const { app, server, url } = opened;
  const limit: RateLimit = {
    take: async () => (limits.tooMany ? { allowed: false, retryAfterMs: 1_000 } : { allowed: true }),
  };
  const words = await readWords();
  let movedMs = 0;
  const shared = {
    publicUrl: url,
    secret: 'a secret for tests only',
    ...conversations,
    inbox,
    limits: { session: limit, origin: limit, message: limit },
    files: await openFileStore(folder),
    clock: () => clock.now ?? new Date(Date.now() + movedMs),
    logger: silentLog,
    landlord: { ...landlord, origins },
    openings: officeHours,
    places: async () => places,
    speak: audio.speak,
    placesEveryMs: 300,
    languages: () => languages,
    words,
    ...more,
  };
  const webChat = createWebChat(shared);
  app.use(createSite({ ...shared, pageFolder: at('web/site'), isDemonstration: true, buildFolder: at('build') }));
  app.use(createNoScriptChat({ ...shared, linkTo: webChat.linkTo }));
  app.use(webChat.router);
  app.use(problemHandler((error) => reported.push(error)));
  webChat.attachUpgrade(server);
  return {
    ...conversations,
    url,
    reported,
    limits,
    clock,
    places,
    cut: opened.cut,
    upgrades: opened.upgrades,
    later(byMs) {
      movedMs = byMs;
    },
    async close() {
      audio.close();
      await webChat.close();
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Answers as the real inbox does: after the message is saved and acknowledged. */
function answering(conversations: InProcessConversations, reply: (inbound: Inbound) => readonly Reply[]): Inbox {
  return {
    async accept(inbound) {
      const accepted = await conversations.inbox.accept(inbound);
      if (accepted.is === 'repeat') return accepted;
      const answered = new Promise<void>((resolve) => {
        setTimeout(() => {
          for (const { text, ...more } of reply(inbound)) {
            conversations.say(inbound.conversation, text, { replyTo: accepted.sequence, at: new Date(), ...more });
          }
          resolve();
        }, 20);
      });
      return { ...accepted, answered };
    },
  };
}
