// Microsoft's own client, unchanged, against the door on a real server.

import type { Activity, DirectLine, DirectLineOptions, Services } from 'botframework-directlinejs';
import { expect } from 'chai';
import sharp from 'sharp';
import { ask, type Door, makeToken, openDoor, secret, until } from '../support/web-chat-door.ts';
import { FetchedXmlHttpRequest } from '../support/xml-http-request.ts';

const online = 2;
const expiredToken = 3;
const failedToConnect = 4;

interface Client {
  readonly line: DirectLine;
  readonly got: Activity[];
  readonly errors: unknown[];
  statuses: number[];
  /** Sends, and gives what the client's own promise of an id came to. */
  send(activity: Partial<Activity>): Promise<string>;
  sequences(): number[];
  texts(): string[];
}

describe('Microsoft’s Direct Line client', () => {
  let door: Door;
  let make: typeof DirectLine;
  const clients: Client[] = [];
  const before_ = { xhr: Reflect.get(globalThis, 'XMLHttpRequest') };

  before(async () => {
    Reflect.set(globalThis, 'XMLHttpRequest', FetchedXmlHttpRequest);
    ({ DirectLine: make } = await import('botframework-directlinejs'));
  });
  after(() => {
    Reflect.set(globalThis, 'XMLHttpRequest', before_.xhr);
  });
  beforeEach(async () => {
    door = await openDoor({}, (inbound) => (inbound.kind === 'message' ? `You said: ${inbound.text}` : undefined));
  });
  afterEach(async () => {
    for (const { line } of clients.splice(0)) line.end();
    await door.close();
  });

  /** Comes back after 60 ms instead of 3 to 15 s; all else is as it ships. */
  function connect(options: DirectLineOptions & Partial<Services>): Client {
    const line = new make({ domain: door.directLine, random: () => -0.245, ...options });
    const client: Client = {
      line,
      got: [],
      errors: [],
      statuses: [],
      send: (activity) => line.postActivity({ from: { id: 'me' }, ...activity } as Activity).toPromise(),
      sequences: () => client.got.map((each) => each.channelData?.['webchat:sequence-id']),
      texts: () => client.got.map((each) => ('text' in each ? (each.text ?? '') : each.type)),
    };
    line.activity$.subscribe(
      (activity) => client.got.push(activity),
      (error) => client.errors.push(error),
    );
    line.connectionStatus$.subscribe((status) => client.statuses.push(status));
    clients.push(client);
    return client;
  }

  it('holds a conversation over a WebSocket', async () => {
    const { token, conversationId } = await makeToken(door);
    const client = connect({ token });

    const id = await client.send({ type: 'message', text: 'hello', channelData: { clientActivityID: 'c-1' } } as never);
    await until(() => client.got.length === 2);

    const [echo, reply] = client.got as [Activity, Activity];
    expect(id).to.equal(`${conversationId}|0000001`);
    expect(echo).to.deep.include({ id, from: { id: 'dl_tester', role: 'user' } });
    expect(echo.channelData).to.include({ clientActivityID: 'c-1' });
    expect(reply).to.include({ text: 'You said: hello', replyToId: id });
    expect(client.statuses.at(-1)).to.equal(online);
    expect(client.errors).to.deep.equal([]);
  });

  it('misses nothing and doubles nothing when it is cut off again and again while messages come', async () => {
    const { token, conversationId } = await makeToken(door);
    const client = connect({ token });
    await client.send({ type: 'message', text: 'hello' } as never);
    await until(() => client.got.length === 2);

    let cuts = 0;
    for (let n = 0; n < 300; n += 1) {
      door.say(conversationId, `told ${n}`);
      if (n % 3 === 0) await client.send({ type: 'message', text: `said ${n}` } as never);
      if (n % 40 === 20) cuts += door.cut();
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    door.cut();
    const last = door.say(conversationId, 'last');
    await until(() => client.texts().includes('last'), 10_000);

    expect(cuts).to.be.at.least(5);
    expect(door.upgrades()).to.be.at.least(cuts + 1);
    expect(client.sequences()).to.deep.equal(Array.from({ length: last.sequence }, (_, n) => n + 1));
    expect(new Set(client.got.map(({ id }) => id)).size).to.equal(last.sequence);
    expect(client.errors).to.deep.equal([]);
  });

  it('misses nothing when the log cannot be read for a while', async () => {
    const { token, conversationId } = await makeToken(door);
    const client = connect({ token });
    await client.send({ type: 'message', text: 'hello' } as never);
    await until(() => client.got.length === 2);

    door.fail.read = true;
    door.cut();
    door.say(conversationId, 'while you were away');
    await until(() => door.upgrades() >= 3);
    door.fail.read = false;

    await until(() => client.got.length === 3);
    expect(client.sequences()).to.deep.equal([1, 2, 3]);
  });

  it('misses nothing and doubles nothing by polling, through trouble of ours', async () => {
    const { token, conversationId } = await makeToken(door);
    const client = connect({ token, webSocket: false, pollingInterval: 200 });
    await client.send({ type: 'message', text: 'hello' } as never);

    for (let n = 0; n < 10; n += 1) {
      door.fail.read = n % 3 === 1;
      door.say(conversationId, `told ${n}`);
      await new Promise((resolve) => setTimeout(resolve, 130));
    }
    door.fail.read = false;
    const last = door.say(conversationId, 'last');
    await until(() => client.texts().includes('last'));
    await new Promise((resolve) => setTimeout(resolve, 450));

    expect(door.upgrades()).to.equal(0);
    expect(client.sequences()).to.deep.equal(Array.from({ length: last.sequence }, (_, n) => n + 1));
    expect(client.errors).to.deep.equal([]);
  });

  it('goes on with a conversation from where another page stopped', async () => {
    const { token, conversationId } = await makeToken(door);
    for (let n = 1; n <= 5; n += 1) door.say(conversationId, `line ${n}`);

    const fresh = connect({ token, conversationId });
    const late = connect({ token, conversationId, watermark: '3' });
    await until(() => fresh.got.length === 5 && late.got.length === 2);

    expect(fresh.sequences()).to.deep.equal([1, 2, 3, 4, 5]);
    expect(late.sequences()).to.deep.equal([4, 5]);
  });

  it('uploads a photograph', async () => {
    const { token, conversationId } = await makeToken(door);
    const client = connect({ token });
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#a33' } })
      .jpeg()
      .withExif({ IFD0: { Make: 'SecretPhone' } })
      .toBuffer();
    const contentUrl = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }));

    const id = await client.send({
      type: 'message',
      text: 'the wall',
      channelData: { clientActivityID: 'c-9' },
      attachments: [{ contentType: 'image/jpeg', contentUrl, name: 'wall.jpg' }],
    } as never);
    await until(() => client.got.length === 2);

    const echo = client.got[0] as Activity & { attachments: { contentUrl: string; name: string }[] };
    expect(id).to.equal(`${conversationId}|0000001`);
    expect(echo.channelData).to.include({ clientActivityID: 'c-9' });
    expect(echo.attachments[0]).to.include({ contentType: 'image/jpeg', name: 'wall.jpg' });
    const kept = Buffer.from(await (await fetch(echo.attachments[0]?.contentUrl ?? '')).arrayBuffer());
    expect((await sharp(kept).metadata()).format).to.equal('jpeg');
    expect(kept.includes('SecretPhone')).to.equal(false);
  });

  it('is told of a file that is not taken, and of too long a message, as errors', async () => {
    const { token } = await makeToken(door);
    const client = connect({ token });
    const contentUrl = 'data:text/html,<script>';

    const failures: number[] = [];
    for (const activity of [
      { type: 'message', attachments: [{ contentType: 'image/png', contentUrl, name: 'x.png' }] },
      { type: 'message', text: 'x'.repeat(20_001) },
    ]) {
      await client.send(activity as never).catch((error) => failures.push(error.status));
    }

    expect(failures).to.deep.equal([415, 413]);
  });

  it('says “retry” when a message could not be saved, and sends it once', async () => {
    const { token } = await makeToken(door);
    const client = connect({ token });
    const activity = { type: 'message', text: 'hello', channelData: { clientActivityID: 'c-1' } };

    door.fail.save = true;
    const failed = await client.send({ ...activity } as never);
    door.fail.save = false;
    const [first, second] = [await client.send({ ...activity } as never), await client.send({ ...activity } as never)];

    expect(failed).to.equal('retry');
    expect(second).to.equal(first);
    expect(door.accepted).to.have.length(1);
  });

  it('learns that its token has expired, opens no stream on a stale address, and goes on with a new one', async () => {
    const { token, conversationId } = await makeToken(door);
    const client = connect({ token, timeout: 100 });
    await client.send({ type: 'message', text: 'hello' } as never);
    await until(() => client.got.length === 2);

    door.clock.now = new Date(door.clock.now.getTime() + 31 * 60_000);
    const sent = await client.send({ type: 'message', text: 'too late' } as never);
    expect(sent).to.equal('retry');
    expect(client.statuses).to.include(expiredToken);
    door.say(conversationId, 'still here');
    await until(() => client.texts().includes('still here'));

    const renewed = await ask(`${door.url}/widget/session`, { method: 'POST', token, body: { conversationId } });
    const { body } = await ask(`${door.directLine}/conversations/${conversationId}?watermark=3`, {
      token: renewed.body.token,
    });
    client.line.reconnect({ ...body });
    expect(await client.send({ type: 'message', text: 'again' } as never)).to.equal(`${conversationId}|0000004`);
    await until(() => client.texts().includes('You said: again'));
    expect(door.accepted.map(({ text }) => text)).to.deep.equal(['hello', 'again']);
  });

  it('fails to connect, and says so, where no such conversation was given out', async () => {
    const client = connect({ secret, conversationId: 'nobody-knows-it' });

    await until(() => client.errors.length === 1);

    expect(client.statuses.at(-1)).to.equal(failedToConnect);
  });

  it('works with the secret, as a landlord’s server does', async () => {
    const client = connect({ secret });

    const id = await client.send({ type: 'message', text: 'hello' } as never);
    await until(() => client.got.length === 2);

    expect(id).to.equal(client.got[0]?.id);
    expect(door.accepted[0]?.address).to.deep.equal({ channel: 'web', user: 'me' });
  });

  it('sends typing and events, and hears an agent type', async () => {
    const { token, conversationId } = await makeToken(door);
    const client = connect({ token });

    await client.send({ type: 'event', name: 'webchat/join', value: {} } as never);
    await client.send({ type: 'typing' } as never);
    await until(() => client.got.length === 1);
    door.hub.typing(conversationId, 'agent');
    await until(() => client.got.length === 2);

    expect(door.accepted.map(({ kind, name }) => [kind, name])).to.deep.equal([['event', 'join']]);
    expect(door.typed).to.deep.equal([`${conversationId} customer`, `${conversationId} agent`]);
    expect(client.got.map(({ type }) => type)).to.deep.equal(['event', 'typing']);
  });
});
