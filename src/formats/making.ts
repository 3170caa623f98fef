// Makes what was ordered and hands it on: once, whenever the process dies. First a row that knows of the files, then the files, then the
// act that tells the tenant; each of them done again is the same as done once.

import { createHmac } from 'node:crypto';
import { type Logger, nameOf } from '../log.ts';
import type { Case } from '../model/case.ts';
import type { FormatName, WrittenDocument } from '../model/document.ts';
import { madeContentTypes } from '../model/file-kinds.ts';
import type { FormatOrder } from '../model/format-order.ts';
import type { Attachment, Message } from '../model/message.ts';
import { OutsideError } from '../model/outside-error.ts';
import type { Act } from '../turn/act.ts';
import type { Answer } from '../turn/actions/housing.ts';
import { waysSaid } from '../turn/format-ways.ts';
import { documentOf } from '../turn/formats/document.ts';
import { linkEnds } from '../turn/formats/made.ts';
import type { World } from '../turn/world.ts';
import { linkId } from './link-id.ts';
import type { FormatMaker, MadeFile } from './maker.ts';
import type { FormatLinks, MadeFiles } from './ports.ts';

export interface MakingOptions {
  readonly makers: readonly FormatMaker[];
  readonly links: FormatLinks;
  readonly files: MadeFiles;
  readonly world: Pick<World, 'phrases' | 'landlord' | 'rules'>;
  /** All of a conversation's log. */
  readonly read: (conversation: string) => Promise<readonly Message[]>;
  readonly caseOf: (reference: string) => Promise<Answer<Case | null>>;
  readonly act: (conversation: string, act: Act) => Promise<unknown>;
  readonly publicUrl: string;
  /** Makes ids that nobody guesses and that are the same each time. */
  readonly secret: string;
  readonly clock: () => Date;
  readonly logger: Logger;
}

interface Row {
  readonly id: string;
  readonly attempts: number;
  readonly payload: FormatOrder;
}

/** Two minutes or so, with the outbox's pauses: then people make it, and the tenant hears so. */
const mostTries = 8;

/** @returns the outbox's delivery of `format.make` */
export function createMaking(options: MakingOptions) {
  // A long recording outlives the lease of its row: who comes for it again waits for what is under way.
  const underWay = new Map<string, Promise<void>>();
  return (row: Row): Promise<void> => {
    const known = underWay.get(row.id);
    if (known !== undefined) return known;
    const own = makeAndTell(row, options).finally(() => underWay.delete(row.id));
    underWay.set(row.id, own);
    return own;
  };
}

async function makeAndTell({ id, attempts, payload: order }: Row, options: MakingOptions): Promise<void> {
  try {
    const document = await writtenFor(order, options);
    if (document === undefined) return await giveUp(id, order, options, 'nothing-to-make');
    const files = await filesOf(order, document, options);
    if (files === undefined) return await giveUp(id, order, options, 'not-made-here');
    await handOn(id, order, options, files);
  } catch (error) {
    if (attempts < mostTries) throw error;
    options.logger.warn('A format could not be made; people make it', { delivery: id, error: nameOf(error) });
    await giveUp(id, order, options, 'maker-away');
  }
}

/** @throws OutsideError while the housing system is away, or has not got the case yet */
async function writtenFor(order: FormatOrder, options: MakingOptions): Promise<WrittenDocument | undefined> {
  const { about, conversation } = order;
  const found = about.is === 'case' ? await caseFor(about.reference, options) : undefined;
  const messages = about.is === 'case' ? [] : await options.read(conversation);
  return documentOf(order, { messages, found, world: options.world, now: options.clock() });
}

async function caseFor(reference: string, { caseOf }: MakingOptions): Promise<Case> {
  const answer = await caseOf(reference);
  if (answer.is === 'known' && answer.value !== null) return answer.value;
  throw new OutsideError('The case is not there', { system: 'housing', code: 'unreachable', retryable: true });
}

/** `name`: as a person reads it, in the language of the document; nobody is named in it. */
type Made = MadeFile & { readonly name: string };

/** All or none: what was asked for together is one document. */
async function filesOf(
  { formats, language, wish }: FormatOrder,
  document: WrittenDocument,
  { makers, world }: MakingOptions,
): Promise<readonly Made[] | undefined> {
  const chosen = formats.map((format: FormatName) => makers.find((each) => each.format === format));
  const able = chosen.filter((each) => each?.canMake(language) && (each.suits?.(document) ?? true));
  if (able.length < formats.length) return undefined;
  const made: Made[] = [];
  // One after the other: each may want the whole machine.
  for (const maker of able) {
    if (maker === undefined) continue;
    const ways = waysSaid({ formats: [maker.format] }, world, { language, channel: 'web' });
    const files = await maker.make(document, wish);
    made.push(...files.map((file) => ({ ...file, name: `${document.title} (${ways}).${file.kind}` })));
  }
  return made;
}

// biome-ignore lint/complexity/useMaxParams: what is handed on, of whom
async function handOn(
  delivery: string,
  order: FormatOrder,
  options: MakingOptions,
  made: readonly Made[],
): Promise<void> {
  const { links, files, publicUrl, world, secret, clock } = options;
  const { conversation, language, formats } = order;
  const now = clock();
  const { linkDays } = world.landlord.texts;
  const attachments = made.map((file, at) => attachmentOf(file, hexFor(secret, `${delivery}:file:${at}`)));
  const id = linkId(secret, delivery);
  const ways = waysSaid({ formats }, world, { language, channel: 'web' });
  const until = new Date(now.getTime() + linkDays * 86_400_000);
  if (!(await links.keep({ id, conversation, language, ways, files: attachments, until }, now))) return;
  for (const [at, { bytes }] of made.entries()) await files.keepMade({ id: attachments[at]?.id ?? '', bytes });
  // Erased meanwhile: what was just written would be nobody's.
  if ((await links.find(id)) === undefined) return removeAll(attachments, files);
  const ends = linkEnds(now, linkDays, world.landlord.timeZone);
  const link = `${publicUrl}/formats/${id}`;
  await options.act(conversation, { is: 'format-made', delivery, order, files: attachments, link, until: ends });
}

async function removeAll(attachments: readonly Attachment[], files: MadeFiles): Promise<void> {
  await Promise.all(attachments.map(({ id }) => files.remove(id)));
}

function attachmentOf({ kind, name, bytes }: Made, hex: string): Attachment {
  return { id: `${hex}.${kind}`, name, contentType: madeContentTypes[kind], bytes: bytes.length };
}

// biome-ignore lint/complexity/useMaxParams: who, what, and why not
async function giveUp(delivery: string, order: FormatOrder, options: MakingOptions, because: string): Promise<void> {
  await options.act(order.conversation, { is: 'format-not-made', delivery, order, because });
}

function hexFor(secret: string, what: string): string {
  return createHmac('sha256', secret).update(`format file:${what}`).digest('hex').slice(0, 32);
}
