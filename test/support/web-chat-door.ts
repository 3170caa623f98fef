// The web chat door on a real server at a spare port of this machine.

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RateLimit } from '../../src/channels/channel.ts';
import { openFileStore } from '../../src/channels/web-chat/files/file-store.ts';
import { createWebChat, type WebChat, type WebChatOptions } from '../../src/channels/web-chat/web-chat.ts';
import { problemHandler } from '../../src/http/problem.ts';
import type { Inbound } from '../../src/model/message.ts';
import { createInProcessConversations, type InProcessConversations } from './in-process-conversations.ts';
import { officeHours } from './office-hours.ts';
import { openServer } from './open-server.ts';
import { silentLog } from './silent-log.ts';

export const secret = 'a secret for tests only';
const noLimit: RateLimit = { take: async () => ({ allowed: true }) };

export interface Door extends InProcessConversations {
  readonly url: string;
  readonly directLine: string;
  readonly webChat: WebChat;
  readonly folder: string;
  readonly server: Server;
  /** What was answered 500 or more, and so would be reported. */
  readonly reported: unknown[];
  clock: { now: Date };
  storedFiles(): Promise<readonly string[]>;
  /** Destroys every open WebSocket as a lost network does; tells how many there were. */
  cut(): number;
  /** How many upgrades were asked for. */
  upgrades(): number;
  close(): Promise<void>;
}

export async function openDoor(
  options: Partial<WebChatOptions> = {},
  answer?: (inbound: Inbound) => string | undefined,
): Promise<Door> {
  const conversations = createInProcessConversations(answer);
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-files-'));
  const clock = { now: new Date('2026-11-02T10:00:00Z') };
  const reported: unknown[] = [];

  const opened = await openServer();
  const { app, server, url } = opened;
  const webChat = createWebChat({
    publicUrl: url,
    secret,
    ...conversations,
    limits: { session: noLimit, origin: noLimit, message: noLimit },
    files: await openFileStore(folder),
    clock: () => clock.now,
    logger: silentLog,
    landlord,
    openings: officeHours,
    languages: () => [{ tag: 'en', name: 'English', direction: 'ltr', reviewed: true }],
    ...options,
  });
  app.use(webChat.router);
  app.use(problemHandler((error) => reported.push(error)));
  webChat.attachUpgrade(server);

  return {
    ...conversations,
    url,
    directLine: `${url}/v3/directline`,
    webChat,
    folder,
    server,
    reported,
    clock,
    storedFiles: () => readdir(folder),
    cut: opened.cut,
    upgrades: opened.upgrades,
    async close() {
      await webChat.close();
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const landlord: WebChatOptions['landlord'] = {
  name: 'Harbour Homes',
  website: 'https://harbour.example',
  phone: '+441632960000',
  textNumber: '+447700900000',
  email: 'hello@harbour.example',
  outOfHours: { phone: '+441632960999', for: 'emergencies' },
  theme: { accent: '#0b5', accentText: '#fff' },
  origins: ['https://harbour.example/contact'],
};

/** A conversation's token, made with the secret as a landlord's server makes it. */
export async function makeToken(door: Door, body: unknown = { user: { id: 'dl_tester' } }) {
  const response = await fetch(`${door.directLine}/tokens/generate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { token: string; conversationId: string; expires_in: number };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back
  readonly body: any;
}

export interface Ask {
  readonly method?: string;
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** One request; a body that is no string or form is sent as JSON. */
export async function ask(url: string, { method = 'GET', token, body, headers = {} }: Ask = {}): Promise<Answer> {
  const isPlain = typeof body === 'string' || body instanceof FormData || body === undefined;
  const response = await fetch(url, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isPlain ? (body as string | FormData) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** Waits until it is so; fails after `patienceMs`. */
export async function until(isSo: () => boolean, patienceMs = 5_000): Promise<void> {
  const start = Date.now();
  while (!isSo()) {
    if (Date.now() - start > patienceMs) throw new Error(`not so after ${patienceMs} ms: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
