// The desk's WebSocket: the queue, messages of watched conversations, presence and typing. It resumes by sequence: the page
// says after which number it watches a conversation, and gets what came since from the log.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { asJson } from '../http/as-json.ts';
import { type Follower, type FollowOptions, follow, passOn } from './follow-conversation.ts';
import { isOwnOrigin } from './own-origin.ts';
import type { Agent } from './ports.ts';
import type { Presences } from './presence.ts';
import { sessionOf } from './router.ts';
import { FromPage } from './schema.ts';
import type { SignIn } from './sign-in.ts';
import { isOffered, mayOpen, maySee, queueLine } from './visible.ts';

export interface DeskStreamOptions extends FollowOptions {
  readonly signIn: SignIn;
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
  /** Whether the page answered the last ping. */
  answers: boolean;
}

/** The topic on which every instance says that the queue may have changed. */
export const queueTopic = 'desk-queue';
const gatherMs = 50;
/** Close code: the database is away for now; the page connects again. */
const tryAgain = 1013;
/** Close code of our own: the session is over. */
const signedOut = 4401;
const largestFrameBytes = 64 * 1_024;

export function createDeskStream(options: DeskStreamOptions) {
  const server = new WebSocketServer({ noServer: true, maxPayload: largestFrameBytes });
  const pages = new Set<Page>();
  const tellQueue = gathered(() => sendQueue(pages, options));
  const unwatchQueue = options.watch(queueTopic, tellQueue);
  const beat = setInterval(() => void keepAlive(pages, options), options.beatMs);
  beat.unref();

  return {
    /** Takes `GET /desk/api/stream`; refuses on the socket itself when nobody is signed in, or another site asks. */
    async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
      socket.on('error', () => socket.destroy());
      if (!isOwnOrigin(request, options.publicUrl)) return refuse(socket, '403 Forbidden');
      const session = sessionOf(request) ?? '';
      const agent = await options.signIn.agentOf(session).catch(() => 'away' as const);
      if (agent === 'away') return refuse(socket, '503 Service Unavailable');
      if (agent === undefined) return refuse(socket, '401 Unauthorized');
      server.handleUpgrade(request, socket, head, (opened) =>
        welcome({ agent, session, socket: opened, watching: new Map(), answers: true }),
      );
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
  const { type, conversation } = said.data;
  if (type === 'unwatch') {
    page.watching.get(conversation)?.();
    page.watching.delete(conversation);
  } else if (type === 'typing' || type === 'seen') {
    if (page.watching.has(conversation)) await passOn(said.data, page.agent, options);
  } else if (mayOpen(page.agent, await options.store.handoversOf(conversation))) {
    page.watching.get(conversation)?.();
    page.watching.set(conversation, follow(followerOf(page), { conversation, after: said.data.after }, options));
  } else {
    send(page, { type: 'not-there', conversation });
  }
}

function followerOf(page: Page): Follower {
  return { agent: page.agent, send: (content) => send(page, content), failed: () => page.socket.close(tryAgain) };
}

/** One look at the store for all pages of this instance, however many asked meanwhile. */
async function sendQueue(pages: ReadonlySet<Page>, { store, presence, clock }: DeskStreamOptions): Promise<void> {
  if (pages.size === 0) return;
  const [waiting, accepted, there] = await Promise.all([store.waiting(), store.accepted(), presence.all()]);
  const present = Object.fromEntries([...there].map(([agent, { state }]) => [agent, state]));
  for (const page of pages) {
    const mine = accepted.filter((each) => each.agent === page.agent.id);
    send(page, {
      type: 'queue',
      waiting: waiting
        .filter((each) => maySee(page.agent, each) && isOffered(page.agent, each, there))
        .map((each) => queueLine(each, clock())),
      mine: mine.map((each) => queueLine(each, clock())),
      presence: present,
    });
  }
}

/** An open page is a sign of life of its agent. A page that does not answer the ping is closed, and so is one whose session is over. */
async function keepAlive(pages: ReadonlySet<Page>, { presence, signIn }: DeskStreamOptions): Promise<void> {
  for (const page of pages) {
    if (!page.answers) {
      page.socket.terminate();
      continue;
    }
    page.answers = false;
    page.socket.ping();
    try {
      if (await signIn.agentOf(page.session)) await presence.heardOf(page.agent);
      else end(page, signedOut);
    } catch {
      // The database is away: nobody is sent home for that.
    }
  }
}

function gathered(work: () => Promise<void>): () => void {
  let planned = false;
  return () => {
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      void work().catch(() => undefined);
    }, gatherMs);
  };
}

function end({ socket }: Page, code: number): void {
  socket.close(code);
}

function send(page: Page, content: Readonly<Record<string, unknown>>): void {
  if (page.socket.readyState === page.socket.OPEN) page.socket.send(JSON.stringify(content));
}
