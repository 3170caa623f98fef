// What the database holds once every instance has stopped, read with the service's own store.

import { expect } from 'chai';
import { cutForSms } from '../../src/channels/sms/cut.ts';
import { foldForSms } from '../../src/model/gsm7.ts';
import type { Message } from '../../src/model/message.ts';
import { createMessageLog } from '../../src/store/conversations/message-log.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createOutboxStore } from '../../src/store/outbox.ts';
import { silentLog } from './silent-log.ts';
import type { Phone } from './text-network.ts';

export interface Kept {
  log(conversation: string): Promise<readonly Message[]>;
  /** Rows that were never delivered. */
  undelivered(): Promise<{ readonly waiting: number; readonly parked: number }>;
}

/** @param at as the service had it; nothing else may have the embedded database open */
export async function lookInside<Result>(
  at: { readonly dataDir: string; readonly url?: string | undefined },
  look: (kept: Kept) => Promise<Result>,
): Promise<Result> {
  const store = await openDatabase({ ...at, log: silentLog });
  try {
    const messages = createMessageLog(store.run);
    const outbox = createOutboxStore(store.run, store.db);
    return await look({
      log: (conversation) => readAll(messages.read, conversation),
      undelivered: async () => {
        const { waiting, parked } = await outbox.counts();
        return { waiting, parked };
      },
    });
  } finally {
    await store.close();
  }
}

async function readAll(read: ReturnType<typeof createMessageLog>['read'], conversation: string) {
  const all: Message[] = [];
  for (;;) {
    const page = await read(conversation, all.at(-1)?.sequence ?? 0, 1_000);
    all.push(...page);
    if (page.length < 1_000) return all;
  }
}

/** The log is whole, each acknowledged text has its one answer, and the phone got exactly what the log says, in its order. */
export function expectTextsWhole(phone: Phone, log: readonly Message[]): void {
  expect(
    log.map(({ sequence }) => sequence),
    'numbers without gap or repeat',
  ).to.deep.equal(log.map((_each, index) => index + 1));
  const heard = log.filter(({ author }) => author === 'customer');
  expect(
    heard.map(({ text }) => text),
    'every acknowledged text, once, in order',
  ).to.deep.equal([...phone.acknowledged.values()]);
  const said = log.filter(({ author }) => author !== 'customer');
  const answered = said.flatMap(({ replyTo }) => (replyTo === undefined ? [] : [replyTo]));
  expect(
    answered.filter((to, index) => to !== answered[index - 1]),
    'one answer to each text, in order',
  ).to.deep.equal(heard.map(({ sequence }) => sequence));
  const sent = said.flatMap(({ text }) => cutForSms(foldForSms(text)));
  expect(phone.inbox(), 'the phone got each answer once, in order').to.deep.equal(sent);
}
