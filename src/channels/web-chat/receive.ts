// From a client's activity to the inbox, with its files. The answer's id is given only when the message is saved; the client may send the
// same again whenever it is in doubt.

import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { Problem } from '../../http/problem.ts';
import { type Logger, nameOf } from '../../log.ts';
import { type Inbound, messageId } from '../../model/message.ts';
import { OutsideError } from '../../model/outside-error.ts';
import { type Receipt, readReceiptName } from '../../model/receipt.ts';
import type { Accepted, Hub, Inbox, Log, RateLimit } from '../channel.ts';
import type { Session } from './access/tokens.ts';
import type { FileStore, Kept } from './files/file-store.ts';
import { mostFiles, type ReadUpload, type UploadedParts } from './files/read-upload.ts';
import { emptyMessage, isEmpty, parseActivity, readActivity, type Sender } from './read-activity.ts';
import { tooMany } from './too-many.ts';

export interface Receive {
  /** The id of the saved activity. @throws Problem 400, 413, 429, 503 */
  activity(body: unknown, session: Session): Promise<string>;
  /** The same with files. @throws also Problem 415 */
  upload(request: Request, response: Response, session: Session): Promise<string>;
}

export interface ReceiveParts {
  readonly inbox: Inbox;
  readonly log: Log;
  readonly hub: Hub;
  readonly files: FileStore;
  readonly readUpload: ReadUpload;
  readonly limit: RateLimit;
  readonly clock: () => Date;
  readonly logger: Logger;
}

type Activity = ReturnType<typeof parseActivity>;

export function createReceive(parts: ReceiveParts): Receive {
  return {
    async activity(body, session) {
      const activity = parseActivity(body);
      if (activity.type === 'typing')
        return passSign(session, parts, (hub) => hub.typing(session.conversation, 'customer'));
      const read = readUpTo(activity, session.conversation);
      if (read !== undefined) return passSign(session, parts, (hub) => hub.receipt(session.conversation, read));
      await keepWithinLimit(session, parts);
      return receive(activity, { session, parts });
    },
    async upload(request, response, session) {
      await keepWithinLimit(session, parts);
      const uploaded = await parts.readUpload(request, response);
      const activity = parseActivity(uploaded.activity);
      if (uploaded.files.length > mostFiles) {
        throw new Problem(400, 'too-many-files', { title: `A message may carry ${mostFiles} files.` });
      }
      if (uploaded.files.length === 0 && isEmpty(activity)) throw emptyMessage();
      const kept = await keepAll(uploaded, { activity, session, parts });
      return saveOrRemove(kept, { activity, session, parts });
    },
  };
}

interface Work {
  readonly session: Session;
  readonly parts: ReceiveParts;
}

async function keepWithinLimit({ conversation }: Session, { limit }: ReceiveParts): Promise<void> {
  const taken = await limit.take(`message:${conversation}`);
  if (!taken.allowed) throw tooMany(taken.retryAfterMs);
}

/** Typing and receipts count for themselves, so that they take no message's place; too much of it is dropped without a word. */
async function passSign(
  { conversation }: Session,
  { limit, hub }: ReceiveParts,
  pass: (hub: Hub) => void,
): Promise<string> {
  const taken = await limit.take(`typing:${conversation}`);
  if (taken.allowed) pass(hub);
  return randomUUID();
}

/** How far the customer says that they have read; undefined for every other activity. */
function readUpTo(activity: Activity, conversation: string): Receipt | undefined {
  if (activity.type !== 'event' || activity.name !== readReceiptName) return undefined;
  const { value } = activity;
  const last = typeof value === 'object' && value !== null && 'lastReadMessageId' in value && value.lastReadMessageId;
  const sequence = typeof last === 'string' && last.startsWith(`${conversation}|`) ? Number(last.split('|').pop()) : 0;
  return { from: 'customer', as: 'read', sequence: Number.isSafeInteger(sequence) ? sequence : 0 };
}

async function receive(activity: Activity, work: Work): Promise<string> {
  const at = { receivedAt: work.parts.clock(), attachments: [] };
  const read = readActivity(activity, senderOf(activity, work), at);
  if (read.is === 'ignored') return randomUUID();
  const { sequence } = await accept(read.inbound, work.parts);
  return messageId(read.inbound.conversation, sequence);
}

/** The portal's proof does not outlive its own date, however often the token is refreshed. */
function senderOf(activity: Activity, { session, parts }: Work): Sender {
  const { conversation, user, locale, identity } = session;
  const proved = identity !== undefined && Date.parse(identity.until) > parts.clock().getTime();
  return {
    conversation,
    user: user || activity.from?.id || 'dl_server',
    ...(locale === undefined ? {} : { locale }),
    ...(proved ? { identity } : {}),
  };
}

/** Whatever keeps a message from being saved, the client is told to send it again. */
async function accept(inbound: Inbound, { inbox, logger }: ReceiveParts): Promise<Accepted> {
  try {
    return await inbox.accept(inbound);
  } catch (error) {
    logger.error('a web message could not be saved', { conversation: inbound.conversation, error: nameOf(error) });
    if (error instanceof OutsideError) throw error;
    const headers = { 'Retry-After': '2' };
    throw new Problem(503, 'not-now', { title: 'This could not be saved just now. Please send it again.', headers });
  }
}

async function keepAll(uploaded: UploadedParts, work: Work & { activity: Activity }): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  try {
    for (const file of uploaded.files) kept.push(await work.parts.files.keep({ ...file, ...placeOf(work) }));
  } catch (error) {
    await removeNew(kept, work.parts.files);
    throw error;
  }
  return kept;
}

/** A message that is sent again finds its files where the first try put them. */
function placeOf({ activity, session }: { activity: Activity; session: Session }): { place?: string } {
  const clientActivityId = activity.channelData?.clientActivityID;
  return clientActivityId === undefined ? {} : { place: `${session.conversation}:${clientActivityId}` };
}

async function saveOrRemove(kept: readonly Kept[], work: Work & { activity: Activity }): Promise<string> {
  const { activity, session, parts } = work;
  const attachments = kept.map(({ attachment }) => attachment);
  const read = readActivity(activity, senderOf(activity, work), { receivedAt: parts.clock(), attachments });
  if (read.is === 'ignored') {
    await removeNew(kept, parts.files);
    return randomUUID();
  }
  try {
    const accepted = await accept(read.inbound, parts);
    if (accepted.is === 'repeat') await removeStrays(kept, { conversation: session.conversation, accepted, parts });
    return messageId(session.conversation, accepted.sequence);
  } catch (error) {
    await removeNew(kept, parts.files);
    throw error;
  }
}

async function removeNew(kept: readonly Kept[], files: FileStore): Promise<void> {
  await Promise.all(kept.filter(({ isNew }) => isNew).map(({ attachment }) => files.remove(attachment.id)));
}

/** Of a repeat only those files stay that the saved message names. */
async function removeStrays(
  kept: readonly Kept[],
  of: { conversation: string; accepted: Accepted; parts: ReceiveParts },
): Promise<void> {
  const saved = await of.parts.log.read(of.conversation, of.accepted.sequence - 1, 1);
  const named = new Set((saved[0]?.data.attachments ?? []).map(({ id }) => id));
  await removeNew(
    kept.filter(({ attachment }) => !named.has(attachment.id)),
    of.parts.files,
  );
}
