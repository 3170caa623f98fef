// The WebSocket side of Direct Line. A socket is told what the log has after its ticket's watermark, and then what comes. It may be cut at
// any moment: the client comes back with the watermark of what it got. Several sockets in one conversation are well.

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Logger, nameOf } from '../../log.ts';
import type { Message } from '../../model/message.ts';
import type { Hub, Log, WaitingPlaces } from '../channel.ts';
import type { Origins } from './access/origins.ts';
import { type Following, follow } from './follow.ts';
import { createPlaceTeller } from './place-teller.ts';
import { type Activity, showMessage, showPlace, showReceipt, showTyping, type View } from './show-message.ts';
import { conversationOf, type Ticket, type Tickets } from './tickets.ts';

export interface Stream {
  attachUpgrade(server: Server): void;
  /** Tells every client to come back elsewhere (1001). */
  close(): Promise<void>;
}

export interface StreamParts {
  readonly tickets: Tickets;
  readonly origins: Origins;
  readonly log: Log;
  readonly hub: Hub;
  readonly logger: Logger;
  readonly places?: WaitingPlaces;
  viewOf(user: string): View;
  /** How often an empty frame is sent; a socket that was silent for two of these is dead. */
  readonly keepAliveMs?: number;
  /** How often places in the queue are looked at. */
  readonly placesEveryMs?: number;
}

interface Watcher {
  readonly socket: WebSocket;
  readonly conversation: string;
  readonly following: Following;
  readonly stopSigns: () => void;
  /** Rounds of keep-alive since the client was last heard of. */
  silentRounds: number;
  rounds: number;
}

/** A client that does not take its messages is cut off; it comes back and goes on where it stopped. */
const mostBufferedBytes = 1024 * 1024;
/** Clients send nothing but empty keep-alives here. */
const largestFrameBytes = 4 * 1024;
/** A telephone in a tunnel leaves dead sockets behind; above this the oldest goes. */
const mostPerConversation = 20;
const closingGraceMs = 1_000;
const goingAway = 1001;
const tryAgainLater = 1013;

export function createStream(parts: StreamParts): Stream {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestFrameBytes, perMessageDeflate: false });
  const watchers = new Set<Watcher>();
  const servers = new Map<Server, (request: IncomingMessage, socket: Duplex, head: Buffer) => void>();
  let closed = false;

  const welcome = (socket: WebSocket, ticket: Ticket) => {
    makeRoom(watchers, ticket.conversation);
    const watcher = watch(socket, ticket, parts);
    watchers.add(watcher);
    socket.on('close', () => {
      watcher.following.stop();
      watcher.stopSigns();
      watchers.delete(watcher);
    });
  };
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const address = addressOf(request);
    if (address === undefined) return refuse(socket, 400);
    if (!address.pathname.startsWith('/v3/directline/')) return;
    const admitted = admit(address, request);
    if (typeof admitted === 'number') return refuse(socket, admitted);
    sockets.handleUpgrade(request, socket, head, (opened) => welcome(opened, admitted));
  };
  const admit = (address: URL, { headers: { origin, host } }: IncomingMessage) => {
    if (conversationOf(address) === undefined) return 404;
    if (closed) return 503;
    const ticket = parts.tickets.read(address);
    return ticket === undefined || !parts.origins.trusts(origin, host, ticket.origins) ? 403 : ticket;
  };
  const timer = setInterval(() => {
    for (const watcher of watchers) keepAlive(watcher);
  }, parts.keepAliveMs ?? 20_000);
  timer.unref();
  const teller = createPlaceTeller(parts, (conversation, place) => {
    for (const { conversation: its, socket, following } of watchers) {
      if (its === conversation) void send(socket, frame([showPlace(conversation, place)], following.position));
    }
  });

  return {
    attachUpgrade(server) {
      servers.set(server, upgrade);
      server.on('upgrade', upgrade);
    },
    async close() {
      closed = true;
      clearInterval(timer);
      teller.stop();
      await Promise.all([...watchers].map(({ socket }) => sayGoodbye(socket)));
      for (const [server, listener] of servers) server.off('upgrade', listener);
      sockets.close();
    },
  };
}

function watch(socket: WebSocket, ticket: Ticket, parts: StreamParts): Watcher {
  const { conversation, user } = ticket;
  const view = parts.viewOf(user);
  // What goes wrong with a socket ends in its close, which is handled.
  socket.on('error', () => socket.terminate());
  const following = follow(conversation, ticket.after, {
    log: parts.log,
    hub: parts.hub,
    deliver: (messages) => sendAll(socket, messages, view),
    failed: (error) => {
      parts.logger.warn('a stream could not read its log', { conversation, error: nameOf(error) });
      socket.close(tryAgainLater);
    },
  });
  const stopTyping = parts.hub.watchTyping(conversation, (from) => {
    if (from === 'customer') return;
    void send(socket, frame([showTyping(conversation, from, view)], following.position));
  });
  const stopReceipts = parts.hub.watchReceipts(conversation, (receipt) => {
    if (receipt.from === 'customer') return;
    void send(socket, frame([showReceipt(conversation, receipt)], following.position));
  });
  const stopSigns = () => {
    stopTyping();
    stopReceipts();
  };
  const watcher = { socket, conversation, following, stopSigns, silentRounds: 0, rounds: 0 };
  const heard = () => {
    watcher.silentRounds = 0;
  };
  socket.on('message', heard);
  socket.on('pong', heard);
  return watcher;
}

/** Each in a frame of its own: Microsoft's client mixes the order of frames that hold several. Resolves when the last has left. */
async function sendAll(socket: WebSocket, messages: readonly Message[], view: View): Promise<void> {
  // Looked at once for all: a page of history may be larger than what a client may be behind with.
  if (isTooSlow(socket)) {
    socket.terminate();
    return;
  }
  const sent = messages.map((message) => send(socket, frame([showMessage(message, view)], message.sequence)));
  await sent.at(-1);
}

function frame(activities: readonly Activity[], watermark: number): string {
  return JSON.stringify({ activities, watermark: String(watermark) });
}

function isTooSlow(socket: WebSocket): boolean {
  return socket.bufferedAmount > mostBufferedBytes;
}

/** Resolves when the frame has left, or never will. */
function send(socket: WebSocket, text: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  return new Promise((resolve) => {
    socket.send(text, () => resolve());
  });
}

/** Every third round also asks the log, so that a message which the hub failed to tell is a minute late and never lost. */
function keepAlive(watcher: Watcher): void {
  watcher.silentRounds += 1;
  watcher.rounds += 1;
  const { socket } = watcher;
  if (watcher.silentRounds > 2 || isTooSlow(socket)) {
    socket.terminate();
    return;
  }
  void send(socket, '');
  if (socket.readyState === socket.OPEN) socket.ping();
  if (watcher.rounds % 3 === 0) watcher.following.catchUp();
}

function makeRoom(watchers: ReadonlySet<Watcher>, conversation: string): void {
  const others = [...watchers].filter((watcher) => watcher.conversation === conversation);
  if (others.length >= mostPerConversation) others[0]?.socket.terminate();
}

function sayGoodbye(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const grace = setTimeout(() => socket.terminate(), closingGraceMs);
    socket.on('close', () => {
      clearTimeout(grace);
      resolve();
    });
    socket.close(goingAway);
  });
}

function addressOf(request: IncomingMessage): URL | undefined {
  const path = request.url ?? '';
  return path.startsWith('/') && URL.canParse(path, 'http://door') ? new URL(path, 'http://door') : undefined;
}

const reasons = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' } as const;

function refuse(socket: Duplex, status: keyof typeof reasons): void {
  socket.on('error', () => socket.destroy());
  const answer = `HTTP/1.1 ${status} ${reasons[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
  socket.end(answer, () => socket.destroy());
}
