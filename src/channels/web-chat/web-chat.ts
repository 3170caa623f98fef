// The web chat door: Direct Line 3.0 as Microsoft's clients speak it, the widget's session, and the files that customers send.
// It verifies, hands on and shows; it decides nothing.

import type { Server } from 'node:http';
import express, { type Router } from 'express';
import type { Logger } from '../../log.ts';
import type { Attachment } from '../../model/message.ts';
import type { Openings } from '../../model/opening-hours.ts';
import type { Hub, Inbox, Log, RateLimit, WaitingPlaces } from '../channel.ts';
import { createConversationIds } from './access/conversation-ids.ts';
import { createGate } from './access/gate.ts';
import { createOrigins } from './access/origins.ts';
import { createTokens } from './access/tokens.ts';
import { createDirectLine } from './direct-line.ts';
import { createFileLinks } from './files/file-links.ts';
import type { FileStore } from './files/file-store.ts';
import { createUploadReader } from './files/read-upload.ts';
import { createReceive } from './receive.ts';
import { createSpokenMessages, type Speak } from './spoken-messages.ts';
import { createStream } from './stream.ts';
import { createTickets } from './tickets.ts';
import { answerNow } from './widget-now.ts';
import {
  createWidgetSession,
  type PortalIdentity,
  type WidgetLandlord,
  type WidgetLanguage,
} from './widget-session.ts';

export interface WebChatOptions {
  /** How the outside reaches the service, with no slash at its end. */
  readonly publicUrl: string;
  /** The Direct Line secret: who holds it may make tokens. All keys of this door are made from it. */
  readonly secret: string;
  readonly inbox: Inbox;
  readonly log: Log;
  readonly hub: Hub;
  /** Sessions per address, sessions per site, messages (and typing signs) per conversation. */
  readonly limits: { readonly session: RateLimit; readonly origin: RateLimit; readonly message: RateLimit };
  readonly files: FileStore;
  readonly clock: () => Date;
  readonly logger: Logger;
  readonly landlord: WidgetLandlord & { readonly origins: readonly string[] };
  /** When somebody is at the desk. */
  readonly openings: Openings;
  languages(): readonly WidgetLanguage[];
  readonly portalIdentity?: PortalIdentity;
  /** Where those stand who wait for a person; absent where nobody is told again. */
  readonly places?: WaitingPlaces;
  readonly placesEveryMs?: number;
  /** Reads a message out; absent where the service has no voice. */
  readonly speak?: Speak;
  readonly keepAliveMs?: number;
}

export interface WebChat {
  /** Mounted at `/`. */
  readonly router: Router;
  /** Takes the WebSocket upgrades of Direct Line streams; leaves others alone. */
  attachUpgrade(server: Server): void;
  /** A link to a stored file, good for an hour. */
  linkTo(attachment: Attachment): string;
  close(): Promise<void>;
}

/** Makes the door. It listens to nothing before `attachUpgrade`, and holds nothing that a restart would miss. */
export function createWebChat(options: WebChatOptions): WebChat {
  const { secret, clock, landlord } = options;
  const publicUrl = options.publicUrl.replace(/\/$/, '');
  const tokens = createTokens(secret, clock);
  const ids = createConversationIds(secret);
  const origins = createOrigins(publicUrl, landlord.origins);
  const tickets = createTickets(publicUrl, secret, clock);
  const links = createFileLinks({ publicUrl, secret, clock, files: options.files });
  const viewOf = (user: string) => ({ user: user || 'dl_server', serviceName: landlord.name, linkTo: links.linkTo });
  const readUpload = createUploadReader(options.files.maxBytes);
  const receive = createReceive({ ...options, limit: options.limits.message, readUpload });
  const stream = createStream({ ...options, tickets, origins, viewOf });
  const gate = createGate({ tokens, ids, origins });
  const spoken = createSpokenMessages(options);

  const router = express.Router();
  router.use(
    '/v3/directline',
    createDirectLine({ ...options, spoken, gate, tokens, ids, origins, tickets, receive, viewOf }),
  );
  router.get('/widget/now', answerNow(options));
  router.use('/widget', createWidgetSession({ ...options, publicUrl, tokens, ids, origins }));
  router.get('/files/:id', links.serve);
  return { router, attachUpgrade: stream.attachUpgrade, linkTo: links.linkTo, close: stream.close };
}
