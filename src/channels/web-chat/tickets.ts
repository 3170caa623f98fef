// The address of a stream. A browser's WebSocket can send no headers, so the address itself lets in: for a minute, for one conversation,
// from one watermark. An older one is refused with no look at anything but its seal.

import { createSeal } from './access/seal.ts';
import type { Session } from './access/tokens.ts';

export interface Ticket {
  readonly conversation: string;
  readonly user: string;
  readonly origins: readonly string[];
  readonly after: number;
}

export interface Tickets {
  /** Absolute, `wss` where the service is reached by https. */
  streamUrl(session: Session, after: number): string;
  /** The ticket in a request's path and query, or nothing when it lets nobody in. */
  read(address: URL): Ticket | undefined;
}

const lifeMs = 60_000;
const streamPath = /^\/v3\/directline\/conversations\/(?<conversation>[^/]+)\/stream$/;

export function createTickets(publicUrl: string, secret: string, clock: () => Date): Tickets {
  const seal = createSeal(secret, 'stream ticket', clock);
  const socketUrl = publicUrl.replace(/^http/, 'ws');
  return {
    streamUrl({ conversation, user, origins }, after) {
      const ticket: Ticket = { conversation, user, origins, after };
      const sealed = seal.close(JSON.stringify(ticket), lifeMs);
      return `${socketUrl}/v3/directline/conversations/${conversation}/stream?t=${sealed}`;
    },
    read(address) {
      const sealed = seal.open(address.searchParams.get('t') ?? '');
      if (sealed === undefined) return undefined;
      const ticket = JSON.parse(sealed) as Ticket;
      return ticket.conversation === conversationOf(address) ? ticket : undefined;
    },
  };
}

/** The conversation whose stream this path names, if it names one. */
export function conversationOf(address: URL): string | undefined {
  return streamPath.exec(address.pathname)?.groups?.conversation;
}

/** What a client has seen, as it says. Microsoft's says `-` or nothing for "nothing yet". */
export function readWatermark(watermark: unknown): number {
  return typeof watermark === 'string' && /^\d{1,9}$/.test(watermark) ? Number(watermark) : 0;
}
