// What the outbox does with an order: once, whatever dies in between, and people where it cannot be made.

import { expect } from 'chai';
import type { FormatMaker } from '../../src/formats/maker.ts';
import { createMaking } from '../../src/formats/making.ts';
import { createPlainText } from '../../src/formats/plain-text.ts';
import type { Linked } from '../../src/formats/ports.ts';
import { createLogger } from '../../src/log.ts';
import type { FormatOrder } from '../../src/model/format-order.ts';
import type { Message } from '../../src/model/message.ts';
import { OutsideError } from '../../src/model/outside-error.ts';
import type { Act } from '../../src/turn/act.ts';
import { readAll } from '../support/world.ts';

const { phrases } = readAll();
const plainText = createPlainText({ say: (key, language, values) => phrases.say(key, language, 'web', values) });
const at = new Date('2026-11-23T10:00:00Z');
const message = (sequence: number, author: Message['author'], said: Partial<Message>): Message => ({
  conversation: 'c1',
  sequence,
  author,
  kind: 'message',
  text: '',
  language: 'en',
  data: {},
  at,
  ...said,
});
const order: FormatOrder = {
  reference: 'FMT-1234567',
  conversation: 'c1',
  formats: ['plain-text'],
  language: 'en',
  wish: {},
  about: { is: 'reply', before: 3, said: [] },
  owner: 'Access Team',
  by: '2026-12-04',
};

function setUp(makers: readonly FormatMaker[] = [plainText], dies = 0) {
  const rows = new Map<string, Linked>();
  const files = new Map<string, string>();
  const acts: Act[] = [];
  let left = dies;
  const make = createMaking({
    makers,
    links: {
      keep: async (linked) => {
        if (!rows.has(linked.id)) rows.set(linked.id, linked);
        return true;
      },
      find: async (id) => rows.get(id),
    },
    files: {
      keepMade: async ({ id, bytes }) => void files.set(id, Buffer.from(bytes).toString()),
      remove: async (id) => void files.delete(id),
    },
    world: readAll(),
    read: async () => [
      message(1, 'customer', { text: 'how do I reach you' }),
      message(2, 'agent', {
        text: 'Dzień dobry',
        language: 'pl',
        data: { original: 'Good morning', originalLanguage: 'en' },
      }),
      message(3, 'customer', { text: 'read that to me' }),
    ],
    caseOf: async () => ({ is: 'away' }),
    act: async (_conversation, act) => {
      if (left > 0) {
        left -= 1;
        throw new OutsideError('The database is away', { system: 'database', code: 'unreachable', retryable: true });
      }
      acts.push(act);
    },
    publicUrl: 'https://x.example',
    secret: 'a secret of sixteen',
    clock: () => at,
    logger: createLogger('silent'),
  });
  return { make, rows, files, acts };
}

const failing: FormatMaker = {
  format: 'plain-text',
  canMake: () => true,
  make: async () => {
    throw new OutsideError('Too slow', { system: 'speech', code: 'timed-out', retryable: true });
  },
};

describe('an order for a format', function () {
  this.timeout(180_000);

  it('[GUH-04] killed between making and telling is told once, with the same files under the same link', async () => {
    const { make, rows, files, acts } = setUp([plainText], 1);
    const row = { id: 'c1:m3:1', payload: { ...order, about: { is: 'conversation', before: 3 } as const } };
    const first = await make({ ...row, attempts: 1 }).catch((error: unknown) => error);
    await make({ ...row, attempts: 2 });

    expect(first).to.be.instanceOf(OutsideError);
    expect([rows.size, files.size, acts.length]).to.deep.equal([1, 1, 1]);
    const [act] = acts;
    expect(act?.is === 'format-made' && act.files[0]?.id).to.equal([...files.keys()][0]);
    expect(act?.is === 'format-made' && act.link).to.equal(`https://x.example/formats/${[...rows.keys()][0]}`);
  });

  it('holds both sides of a conversation, the original of a translated line beside it', async () => {
    const { make, files } = setUp();
    await make({ id: 'c1:m3:1', attempts: 1, payload: { ...order, about: { is: 'conversation', before: 3 } } });

    expect([...files.values()][0])
      .to.match(/how do I reach you[\s\S]*Dzień dobry[\s\S]*Good morning/)
      .and.not.include('read that');
  });

  it('[TPC-07] says our own phrases in the language that was asked for, and never an agent’s words in another', async () => {
    const { make, files, acts } = setUp();
    const said = [{ phrase: 'talk.all_right', values: {} }];
    await make({
      id: 'c1:m3:1',
      attempts: 1,
      payload: { ...order, language: 'ur', about: { is: 'reply', before: 3, said } },
    });

    expect(files.size).to.equal(0);
    expect(acts.map(({ is }) => is)).to.deep.equal(['format-not-made']);
  });

  it('is tried again while its maker is away, and is people’s when it stays away', async () => {
    const { make, acts } = setUp([failing]);
    const row = { id: 'c1:m3:1', payload: { ...order, language: 'pl' } };
    const first = await make({ ...row, attempts: 1 }).catch((error: unknown) => error);
    await make({ ...row, attempts: 8 });

    expect(first).to.be.instanceOf(OutsideError);
    expect(acts).to.deep.equal([
      { is: 'format-not-made', delivery: 'c1:m3:1', order: row.payload, because: 'maker-away' },
    ]);
  });

  it('asked for twice at once is made once: a long recording outlives the lease of its row', async () => {
    let made = 0;
    const slow: FormatMaker = {
      ...plainText,
      make: async (document, wish) => {
        made += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
        return await plainText.make(document, wish);
      },
    };
    const { make, acts } = setUp([slow]);
    const row = { id: 'c1:m3:1', payload: { ...order, language: 'pl' } };
    await Promise.all([make({ ...row, attempts: 1 }), make({ ...row, attempts: 2 })]);

    expect([made, acts.length]).to.deep.equal([1, 1]);
  });
});
