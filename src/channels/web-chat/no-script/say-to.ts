// Hands what the page's form says to the inbox, and waits a moment for the answer.

import { createHash } from 'node:crypto';
import type { Attachment } from '../../../model/message.ts';
import type { Inbox } from '../../channel.ts';
import type { Visitor } from './visitor.ts';

export interface Said {
  readonly once: string;
  readonly text: string;
  readonly value?: string;
  readonly attachments?: readonly Attachment[];
  /** A file that this message brought: it goes again when the message is not taken. */
  readonly stored?: string;
}

/** How long a page waits for the answer before it is shown without it. */
const patienceMs = 2_000;

/** @throws what the inbox throws */
export async function sayTo(
  { inbox, clock }: { readonly inbox: Inbox; readonly clock: () => Date },
  said: Said,
  visitor: Visitor,
): Promise<void> {
  const { conversation, user, locale, identity } = visitor;
  const { text, once, value, attachments = [] } = said;
  const now = clock();
  const proved = identity !== undefined && Date.parse(identity.until) > now.getTime();
  const accepted = await inbox.accept({
    conversation,
    address: { channel: 'web', user },
    channelMessageId: `${conversation}:page-${once}-${digest(said)}`,
    kind: 'message',
    text,
    attachments,
    receivedAt: now,
    ...(value === undefined || value.startsWith('start-') ? {} : { value }),
    ...(locale === undefined ? {} : { locale }),
    ...(proved ? { identity } : {}),
  });
  await Promise.race([accepted.answered, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
}

/** Sending a page twice is one message; going back to it and answering otherwise is another. */
function digest({ text, value, attachments = [] }: Said): string {
  const said = JSON.stringify([text, value, attachments.map(({ id }) => id)]);
  return createHash('sha256').update(said).digest('hex').slice(0, 12);
}
