// A conversation in the terminal with the demonstration landlord: the real service in this process, its database in a folder
// that goes when the talk ends.
//
//   npm run talk
//   npm run talk -- --channel sms --language pl --as P-1002

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { buildApp } from '../src/app.ts';
import { conversationOf } from '../src/channels/sms/conversation-id.ts';
import { simulatorNumber, simulatorSid } from '../src/channels/sms/simulator/phone.ts';
import { readConfig } from '../src/config.ts';
import type { Inbound, Message } from '../src/model/message.ts';
import { environment } from './environment.ts';

const { values } = parseArgs({
  options: {
    channel: { type: 'string', default: 'web' },
    language: { type: 'string' },
    as: { type: 'string' },
    log: { type: 'string', default: 'silent' },
  },
});
if (!['web', 'sms'].includes(values.channel)) throw new Error('--channel is web or sms');

const folder = mkdtempSync(join(tmpdir(), 'doorstep-talk-'));
// Nothing of it reaches a real database, a real phone or a real housing system.
const { LANDLORD, CLOCK } = environment();
const own = {
  ...(LANDLORD && { LANDLORD }),
  ...(CLOCK && { CLOCK }),
  DATA_DIR: folder,
  PORT: '0',
  LOG_LEVEL: values.log,
};
const app = await buildApp(readConfig(own));
await app.listen();

const person = values.as === undefined ? undefined : await known(values.as);
const number = person?.phones[0] ?? '+447700900199';
const conversation = values.channel === 'sms' ? conversationOf(number, simulatorNumber) : `web-${randomUUID()}`;
const address: Inbound['address'] =
  values.channel === 'sms'
    ? { channel: 'sms', number, ours: simulatorNumber, account: simulatorSid }
    : { channel: 'web', user: 'dl_terminal' };

async function known(id: string) {
  const found = await app.person(id);
  if (found === undefined) throw new Error(`There is no ${id} in the demonstration landlord's housing system.`);
  return found;
}

let shown = 0;
const answersOf = (messages: readonly Message[]) => messages.filter(({ author }) => author !== 'customer');

async function say(text: string): Promise<void> {
  const isProved = values.channel === 'web' && person !== undefined;
  const { answered } = await app.inbox.accept({
    conversation,
    address,
    channelMessageId: randomUUID(),
    kind: 'message',
    text,
    attachments: [],
    ...(values.language === undefined ? {} : { locale: values.language }),
    ...(isProved
      ? { identity: { person: person.id, until: new Date(app.clock().getTime() + 1_800_000).toISOString() } }
      : {}),
    receivedAt: app.clock(),
  });
  await answered;
  await show();
}

async function show(): Promise<void> {
  const messages = await app.messages.read(conversation, shown);
  shown = messages.at(-1)?.sequence ?? shown;
  for (const { text, data } of answersOf(messages)) {
    console.log(`\n${text.replace(/^/gm, '    ')}`);
    // By text the options are in the words already.
    if (values.channel === 'web')
      for (const [index, { label }] of (data.options ?? []).entries()) console.log(`      ${index + 1}  ${label}`);
  }
  console.log('');
}

console.log(
  `\n${app.content.landlord.name}, ${values.channel === 'sms' ? `by text from ${number}` : 'web chat'}. Write, or Ctrl-D to end.\n`,
);
const lines = createInterface({
  input: process.stdin,
  output: process.stdout,
  prompt: 'you> ',
  terminal: process.stdin.isTTY === true,
});
app.hub.watch(conversation, (messages) => {
  if (messages.some(({ author }) => author === 'agent')) void show();
});
// Lines may come from a file: then they end while the first is still being answered.
let isOpen = true;
lines.once('close', () => {
  isOpen = false;
});
lines.prompt();
for await (const line of lines) {
  if (line.trim() !== '') await say(line);
  if (isOpen) lines.prompt();
}
await app.close('end');
rmSync(folder, { recursive: true, force: true });
process.exit(0);
