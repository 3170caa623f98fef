// Formats that the service makes by itself: who makes what, and what the outbox does with an order.

import type { FileStore } from '../channels/web-chat/files/file-store.ts';
import { readOn } from '../desk/conversation-view.ts';
import type { FormatMaker } from '../formats/maker.ts';
import { createMaking } from '../formats/making.ts';
import { createPlainText } from '../formats/plain-text.ts';
import { createFormatLinks } from '../store/formats.ts';
import type { FormatsHere } from '../turn/world.ts';
import type { Foundation } from './foundation.ts';
import type { Path } from './path.ts';

const makers: readonly FormatMaker[] = [createPlainText()];

export const formatsHere: FormatsHere = {
  canMake: (format, language) => makers.some((each) => each.format === format && each.canMake(language)),
};

export function buildFormats(foundation: Foundation, { inbox }: Path, files: FileStore) {
  const { store, content, messages, housing, publicUrl, secrets, clock, log } = foundation;
  const links = createFormatLinks(store.db);
  const make = createMaking({
    makers,
    links,
    files,
    world: content,
    read: (conversation) => readOn(messages.read, conversation, 0),
    caseOf: housing.reads.case,
    act: inbox.act,
    publicUrl: publicUrl.replace(/\/$/, ''),
    secret: secrets.signing,
    clock,
    logger: log,
  });
  return { links, deliver: { 'format.make': make } };
}
