// The desk's WebSocket: the queue, messages of watched conversations, presence and typing. It resumes by sequence: the page
// says after which number it watches a conversation, and gets what came since from the log.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { asJson } from '../http/as-json.ts';
import type { Landlord } from '../model/landlord.ts';
import type { Audit } from '../privacy/ports.ts';
import { lineBy, personIn, readOf } from './audit/note.ts';
import { type Follower, type FollowOptions, follow, passOn } from './follow-conversation.ts';
import { callOf, sessionOf } from './gate.ts';
import { gathered } from './gathered.ts';
import { isOwnOrigin } from './own-origin.ts';
import type { Agent, Reservations } from './ports.ts';
import type { Presences } from './presence.ts';
import { queueFrames } from './queue-frames.ts';
import { readQueue } from './queue-view.ts';
import { roleFor, rolesOf } from './roles.ts';
import { FromPage } from './schema.ts';
import type { Sessions } from './sign-in/sessions.ts';
import { mayOpen } from './visible.ts';

export interface DeskStreamOptions extends FollowOptions {
  readonly sessions: Sessions;
  readonly landlord: Landlord;
  readonly audit: Pick<Audit, 'write'>;
  readonly reservations: Pick<Reservations, 'open'>;
  readonly presence: Presences;
  readonly clock: () => Date;
  readonly publicUrl: string;
  /** How often a page must show that it lives. */
  readonly beatMs: number;
}

interface Page {
  readonly agent: Agent;
  readonly session: string;
  readonly socket: WebSocket;
  readonly watching: Map<string, () => void>;
  /** What it was told of the queue last. */
  queue?: string;
  /** Whether the page answered the last ping. */
  answers: boolean;
}

/** The topic on which every instance says that the queue may have changed. */
export const queueTopic = 'desk-queue';
const gatherMs = 50;
/** After so many, whatever else waits has its turn. */
const pagesAtOnce = 10;
/** Close code: the database is away for now; the page connects again. */
const tryAgain = 1013;
/** Close code of our own: the session is over. */
const signedOut = 4401;
const largestFrameBytes = 64 * 1_024;

export function createDeskStream(options: DeskStreamOptions) {
  const server = new WebSocketServer({ noServer: true, maxPayload: largestFrameBytes });
  const pages = new Set<Page>();
  const tellQueue = gathered(gatherMs, () => sendQueue(pages, options));
  const unwatchQueue = options.watch(queueTopic, tellQueue);
  const beat = setInterval(() => void keepAlive(pages, options), options.beatMs);
  beat.unref();

  return {
    /** Takes `GET /desk/api/stream`; refuses on the socket itself when nobody is signed in, or another site asks. */
    async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
      socket.on('error', () => socket.destroy());
      if (!isOwnOrigin(request, options.publicUrl)) return refuse(socket, '403 Forbidden');
      const session = sessionOf(request, options.publicUrl) ?? '';
      const agent = await options.sessions.agentOf(session).catch(() => 'away' as const);
      if (agent === 'away') return refuse(socket, '503 Service Unavailable');
      if (agent === undefined) return refuse(socket, '401 Unauthorized');
      const role = roleIn(agent, options);
      if (role === undefined) return refuse(socket, '403 Forbidden');
      server.handleUpgrade(request, socket, head, (opened) =>
        welcome({ agent: { ...agent, role }, session, socket: opened, watching: new Map(), answers: true }),
      );
    },
    /** Somebody has one session less, here or at another instance. */
    async ended(agent: string): Promise<void> {
      for (const page of pages) if (page.agent.id === agent) await endIfOver(page, options);
    },
    close(): void {
      clearInterval(beat);
      unwatchQueue();
      for (const page of pages) page.socket.close(1001);
    },
  };

  function welcome(page: Page): void {
    pages.add(page);
    page.socket.on('message', (data) => hear(page, data, options).catch(() => page.socket.close(tryAgain)));
    page.socket.on('pong', () => {
      page.answers = true;
    });
    page.socket.on('error', () => page.socket.terminate());
    page.socket.on('close', () => {
      pages.delete(page);
      for (const stop of page.watching.values()) stop();
    });
    void options.presence.heardOf(page.agent).catch(() => undefined);
    tellQueue();
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}

async function hear(page: Page, data: RawData, options: DeskStreamOptions): Promise<void> {
  const said = FromPage.safeParse(asJson(String(data)));
  if (!said.success) {
    send(page, { type: 'not-understood' });
    return;
  }
  const { sessions } = options;
  if (said.data.type === 'here') return await sessions.seen(page.session);
  const { type, conversation } = said.data;
  if (type === 'unwatch') {
    page.watching.get(conversation)?.();
    page.watching.delete(conversation);
  } else if (type === 'typing' || type === 'seen') {
    if (page.watching.has(conversation)) await passOn(said.data, page.agent, options);
  } else if (mayOpen(page.agent, await options.store.handoversOf(conversation))) {
    await noteWatched(page.agent, conversation, options);
    page.watching.get(conversation)?.();
    page.watching.set(conversation, follow(followerOf(page), { conversation, after: said.data.after }, options));
  } else {
    send(page, { type: 'not-there', conversation });
  }
}

function followerOf(page: Page): Follower {
  return { agent: page.agent, send: (content) => send(page, content), failed: () => page.socket.close(tryAgain) };
}

/** One look at the store for all pages of this instance, however many asked meanwhile; messages go between. */
async function sendQueue(pages: ReadonlySet<Page>, options: DeskStreamOptions): Promise<void> {
  if (pages.size === 0) return;
  const framesFor = queueFrames(await readQueue(options));
  let told = 0;
  for (const page of pages) {
    const frames = framesFor(page.agent);
    sendFrame(page, page.queue === frames.seen ? frames.length : frames.whole());
    page.queue = frames.seen;
    told += 1;
    if (told % pagesAtOnce === 0) await setImmediate();
  }
}

/** An open page is a sign of life of its agent. A page that does not answer the ping is closed, and so is one whose session is over. */
async function keepAlive(pages: ReadonlySet<Page>, options: DeskStreamOptions): Promise<void> {
  for (const page of pages) {
    if (!page.answers) {
      page.socket.terminate();
      continue;
    }
    page.answers = false;
    page.socket.ping();
    try {
      if (await endIfOver(page, options)) continue;
      await options.presence.heardOf(page.agent);
    } catch {
      // The database is away: nobody is sent home for that.
    }
  }
}

/** Who was taken out of all roles, or became an auditor, is shown nothing more, either. */
async function endIfOver(page: Page, options: DeskStreamOptions): Promise<boolean> {
  const agent = await options.sessions.agentOf(page.session);
  if (agent !== undefined && roleIn(agent, options) !== undefined) return false;
  end(page, signedOut);
  return true;
}

function roleIn(agent: Agent, { landlord }: DeskStreamOptions) {
  const wanted = callOf('GET', '/stream')?.roles ?? [];
  return wanted === 'anyone' ? undefined : roleFor(rolesOf(agent, landlord), wanted);
}

/** Before the first line is shown; what comes after it is of the same watching. */
async function noteWatched(
  agent: Agent,
  conversation: string,
  { audit, clock, find }: DeskStreamOptions,
): Promise<void> {
  const read = readOf(conversation, { person: await personIn(conversation, { find }) });
  await audit.write(lineBy(agent, clock(), { ...read, did: 'conversation-watched' }));
}

function end({ socket }: Page, code: number): void {
  socket.close(code);
}

function send(page: Page, content: Readonly<Record<string, unknown>>): void {
  sendFrame(page, JSON.stringify(content));
}

function sendFrame({ socket }: Page, frame: string): void {
  if (socket.readyState === socket.OPEN) socket.send(frame);
}
