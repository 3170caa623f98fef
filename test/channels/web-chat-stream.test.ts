import { connect } from 'node:net';
import { expect } from 'chai';
import { WebSocket } from 'ws';
import { follow } from '../../src/channels/web-chat/follow.ts';
import type { Message } from '../../src/model/message.ts';
import { createInProcessConversations } from '../support/in-process-conversations.ts';
import { ask, type Door, makeToken, openDoor, until } from '../support/web-chat-door.ts';

interface Watched {
  readonly socket: WebSocket;
  readonly frames: string[];
  texts(): string[];
  watermark(): string | undefined;
  closed(): { code: number } | undefined;
}

function open(streamUrl: string, headers: Record<string, string> = {}): Watched {
  const socket = new WebSocket(streamUrl, { headers });
  const frames: string[] = [];
  let end: { code: number } | undefined;
  socket.on('message', (frame) => frames.push(frame.toString()));
  socket.on('error', () => undefined);
  socket.on('close', (code) => {
    end = { code };
  });
  const sets = () => frames.filter(Boolean).map((frame) => JSON.parse(frame));
  return {
    socket,
    frames,
    texts: () =>
      sets().flatMap(({ activities }) =>
        activities.map(({ text, type }: { text: string; type: string }) => text ?? type),
      ),
    watermark: () => sets().at(-1)?.watermark,
    closed: () => end,
  };
}

async function statusOf(streamUrl: string, headers = {}): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(streamUrl, { headers });
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
}

describe('a Direct Line stream', () => {
  let door: Door;
  let token: string;
  let conversationId: string;
  const streamUrl = async (watermark = '') => {
    const { body } = await ask(`${door.directLine}/conversations/${conversationId}?watermark=${watermark}`, { token });
    return body.streamUrl as string;
  };

  beforeEach(async () => {
    door = await openDoor({ keepAliveMs: 50 });
    ({ token, conversationId } = await makeToken(door));
  });
  afterEach(async () => {
    await door.close();
  });

  it('tells what was said, then what is said, each with its watermark', async () => {
    door.say(conversationId, 'one');
    door.say(conversationId, 'two');

    const watched = open(await streamUrl());
    await until(() => watched.texts().length === 2);
    door.say(conversationId, 'three');
    await until(() => watched.texts().length === 3);

    expect(watched.texts()).to.deep.equal(['one', 'two', 'three']);
    expect(watched.watermark()).to.equal('3');
  });

  it('starts strictly after the watermark', async () => {
    for (let n = 1; n <= 250; n += 1) door.say(conversationId, `line ${n}`);

    const watched = open(await streamUrl('247'));
    await until(() => watched.texts().length >= 3);

    expect(watched.texts()).to.deep.equal(['line 248', 'line 249', 'line 250']);
  });

  it('tells a long history once and in order while more is being said', async () => {
    for (let n = 1; n <= 350; n += 1) door.say(conversationId, `line ${n}`);

    const watched = open(await streamUrl());
    for (let n = 351; n <= 400; n += 1) {
      door.say(conversationId, `line ${n}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await until(() => watched.watermark() === '400');

    expect(watched.texts()).to.deep.equal(Array.from({ length: 400 }, (_, n) => `line ${n + 1}`));
  });

  it('tells a history of very long messages to a client that takes them', async () => {
    for (let n = 1; n <= 120; n += 1) door.say(conversationId, `${n} ${'界'.repeat(20_000)}`);

    const watched = open(await streamUrl());
    await until(() => watched.watermark() === '120', 10_000);

    expect(watched.texts().map((text) => Number.parseInt(text, 10))).to.deep.equal(
      Array.from({ length: 120 }, (_, n) => n + 1),
    );
    expect(watched.closed()).to.equal(undefined);
  });

  it('finds what the hub did not tell: at a nudge, at the next message, and by itself', async () => {
    const watched = open(await streamUrl());
    await until(() => door.watching(conversationId) === 1);

    door.sayUnheard(conversationId, 'one');
    door.nudge(conversationId);
    await until(() => watched.texts().length === 1);
    door.sayUnheard(conversationId, 'two');
    door.say(conversationId, 'three');
    await until(() => watched.texts().length === 3);
    door.sayUnheard(conversationId, 'four');
    await until(() => watched.texts().length === 4);

    expect(watched.texts()).to.deep.equal(['one', 'two', 'three', 'four']);
  });

  it('tells several sockets of one conversation, and leaves nothing behind when they go', async () => {
    const watched = [open(await streamUrl()), open(await streamUrl()), open(await streamUrl())];
    await until(() => door.watching(conversationId) === 3);

    door.say(conversationId, 'one');
    await until(() => watched.every((each) => each.texts().length === 1));
    for (const { socket } of watched) socket.terminate();

    await until(() => door.watching(conversationId) === 0);
  });

  it('lets the oldest of very many sockets go', async () => {
    const watched: Watched[] = [];
    for (let n = 0; n < 21; n += 1) {
      watched.push(open(await streamUrl()));
      await until(() => watched[n]?.socket.readyState === WebSocket.OPEN);
    }

    await until(() => watched[0]?.closed() !== undefined);
    expect(watched.filter((each) => each.closed() !== undefined)).to.have.length(1);
  });

  it('shows typing of agent and service, not the customer’s own, and keeps the watermark', async () => {
    door.say(conversationId, 'one');
    const watched = open(await streamUrl());
    await until(() => watched.texts().length === 1);

    door.hub.typing(conversationId, 'customer');
    door.hub.typing(conversationId, 'agent');
    await until(() => watched.texts().length === 2);

    expect(watched.texts()).to.deep.equal(['one', 'typing']);
    expect(watched.watermark()).to.equal('1');
    expect(JSON.parse(watched.frames.filter(Boolean).at(-1) ?? '').activities[0].from).to.include({
      id: 'agent',
      role: 'bot',
    });
  });

  it('tells how far an agent has read, as Bot Framework does, and keeps it nowhere', async () => {
    door.say(conversationId, 'one');
    const watched = open(await streamUrl());
    await until(() => watched.texts().length === 1);

    door.hub.receipt(conversationId, { from: 'customer', as: 'read', sequence: 1 });
    door.hub.receipt(conversationId, { from: 'agent', as: 'delivered', sequence: 7 });
    door.hub.receipt(conversationId, { from: 'agent', as: 'read', sequence: 7 });
    await until(() => watched.frames.filter(Boolean).length === 3);

    const told = watched.frames.filter(Boolean).slice(1);
    const last = `${conversationId}|0000007`;
    expect(
      told.map((frame) => JSON.parse(frame).activities[0]).map(({ type, name, value }) => [type, name, value]),
    ).to.deep.equal([
      ['event', 'delivered', { lastDeliveredMessageId: last }],
      ['event', 'application/vnd.microsoft.readReceipt', { lastReadMessageId: last }],
    ]);
    expect(watched.watermark()).to.equal('1');
  });

  it('sends empty frames, takes empty frames, and drops a client that is silent', async () => {
    const watched = open(await streamUrl());
    const dead = open(await streamUrl());
    await until(() => dead.socket.readyState === WebSocket.OPEN && watched.socket.readyState === WebSocket.OPEN);
    dead.socket.pause();

    await until(() => watched.frames.length >= 6);
    watched.socket.send('');
    watched.socket.send('nonsense');

    await until(() => door.watching(conversationId) === 1);
    expect(watched.frames.every((frame) => frame === '')).to.equal(true);
    expect(watched.closed()).to.equal(undefined);
  });

  it('closes on a frame that is too large', async () => {
    const watched = open(await streamUrl());
    await until(() => watched.socket.readyState === WebSocket.OPEN);

    watched.socket.send('x'.repeat(100_000));

    await until(() => watched.closed() !== undefined);
    expect(watched.closed()?.code).to.equal(1009);
  });

  it('closes when the log cannot be read, so that the client comes back', async () => {
    door.fail.read = true;

    const watched = open(await streamUrl());

    await until(() => watched.closed() !== undefined);
    expect(watched.closed()?.code).to.equal(1013);
    expect(door.watching(conversationId)).to.equal(0);
  });

  it('cuts off a client that does not take its messages', async () => {
    const patient = await openDoor({ keepAliveMs: 60_000 });
    try {
      const made = await makeToken(patient);
      const { body } = await ask(`${patient.directLine}/conversations`, { method: 'POST', token: made.token });
      const watched = open(body.streamUrl);
      await until(() => watched.socket.readyState === WebSocket.OPEN);
      watched.socket.pause();

      for (let n = 0; n < 1_500; n += 1) patient.say(made.conversationId, 'x'.repeat(20_000));

      await until(() => patient.watching(made.conversationId) === 0);
    } finally {
      await patient.close();
    }
  });

  it('tells its clients to come back elsewhere when the service stops', async () => {
    const watched = open(await streamUrl());
    await until(() => watched.socket.readyState === WebSocket.OPEN);

    await door.webChat.close();

    await until(() => watched.closed() !== undefined);
    expect(watched.closed()?.code).to.equal(1001);
  });

  it('is refused with a stale, forged or borrowed address, from a strange site, or none', async () => {
    const url = await streamUrl();
    const other = await makeToken(door);
    const at = (ticket: string, id = conversationId) =>
      `${url.split('/conversations/')[0]}/conversations/${id}/stream?t=${ticket}`;
    const ticket = new URL(url).searchParams.get('t') ?? '';
    const [expires = '', value = '', signature = ''] = ticket.split('.');

    expect(await statusOf(url, { origin: 'https://evil.example' })).to.equal(403);
    expect(await statusOf(url, { origin: 'https://harbour.example' })).to.equal(101);
    expect(await statusOf(url)).to.equal(101);
    expect(await statusOf(at(ticket, other.conversationId))).to.equal(403);
    expect(await statusOf(at(token))).to.equal(403);
    expect(await statusOf(at(''))).to.equal(403);
    expect(await statusOf(at(`zzzzzzzzz.${value}.${signature}`))).to.equal(403);
    expect(await statusOf(at(`${expires}.${value}.${signature}.x`))).to.equal(403);
    door.clock.now = new Date(door.clock.now.getTime() + 60_000);
    expect(await statusOf(url)).to.equal(403);
    expect(door.watching(conversationId)).to.equal(0);
  });

  it('survives an upgrade that is no WebSocket, and half a handshake', async () => {
    const { host, pathname, search } = new URL(await streamUrl());
    const send = (text: string) =>
      new Promise<string>((resolve) => {
        const [name = '', port = ''] = host.split(':');
        const socket = connect(Number(port), name, () => socket.write(text));
        let answer = '';
        socket.on('data', (data) => {
          answer += data.toString();
        });
        socket.on('close', () => resolve(answer));
        socket.on('error', () => resolve(answer));
        setTimeout(() => socket.destroy(), 200);
      });

    const head = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: `;
    expect(await send(`${head}h2c\r\n\r\n`)).to.match(/^HTTP\/1.1 4/);
    expect(await send(`${head}websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n\r\n`)).to.match(
      /^HTTP\/1.1 4/,
    );
    expect(
      await send(`GET //[ HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`),
    ).to.match(/^HTTP\/1.1 400/);

    expect((await ask(`${door.directLine}/conversations/${conversationId}`, { token })).status).to.equal(200);
  });

  it('is reached by wss where the service is reached by https', async () => {
    const secure = await openDoor({ publicUrl: 'https://chat.harbour.example/' });
    try {
      const made = await makeToken(secure);
      const { body } = await ask(`${secure.directLine}/conversations`, { method: 'POST', token: made.token });

      expect(body.streamUrl).to.match(/^wss:\/\/chat\.harbour\.example\/v3\/directline\/conversations\//);
    } finally {
      await secure.close();
    }
  });
});

describe('following a conversation', () => {
  it('delivers each message once and in order however telling and reading meet', async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = randomFrom(seed);
      const conversations = createInProcessConversations();
      const got: number[] = [];
      const deliver = async (messages: readonly Message[]) => {
        got.push(...messages.map(({ sequence }) => sequence));
        if (random() < 0.5) await new Promise((resolve) => setImmediate(resolve));
      };
      const failed = () => got.push(-1);
      for (let n = 0; n < random() * 150; n += 1) conversations.say('c', 'before');
      const following = follow('c', 0, { ...conversations, deliver, failed });

      for (let n = 0; n < 40; n += 1) {
        const dice = random();
        if (dice < 0.5) conversations.say('c', 'told');
        else if (dice < 0.7) conversations.sayUnheard('c', 'untold');
        else if (dice < 0.8) conversations.nudge('c');
        else await new Promise((resolve) => setImmediate(resolve));
      }
      const last = conversations.say('c', 'last');
      await until(() => following.position === last.sequence);

      expect(got, `seed ${seed}`).to.deep.equal(Array.from({ length: last.sequence }, (_, n) => n + 1));
      following.stop();
    }
  });

  it('delivers nothing after it was stopped', async () => {
    const conversations = createInProcessConversations();
    const got: number[] = [];
    conversations.say('c', 'one');
    const deliver = (messages: readonly Message[]) => void got.push(messages.length);
    const following = follow('c', 0, { ...conversations, deliver, failed: () => undefined });

    following.stop();
    conversations.say('c', 'two');
    await new Promise((resolve) => setTimeout(resolve, 20));

    expect(got).to.deep.equal([]);
    expect(conversations.watching('c')).to.equal(0);
  });
});

/** The same numbers for the same seed, so that a failure can be seen again. */
function randomFrom(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}
