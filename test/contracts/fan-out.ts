// What fan-out, limits and leases promise, whether one process does it in memory or several with Redis.

import { expect } from 'chai';
import type { Hub, RateLimit } from '../../src/channels/channel.ts';
import type { Message } from '../../src/model/message.ts';
import { freshId } from '../support/turns.ts';

const nap = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function aMessage(conversation: string, sequence: number): Message {
  const said = { author: 'service', kind: 'message', text: 'Hello', language: 'en', data: {} } as const;
  return { ...said, conversation, sequence, at: new Date() };
}

export interface AnnouncingHub extends Hub {
  announce(conversation: string, messages: readonly Message[]): void;
}

/** @param make gives the hub that is told, and the one that is watched: the same one, or that of another instance */
export function hubContract(make: () => { readonly told: AnnouncingHub; readonly watched: AnnouncingHub }): void {
  it('tells who watches a conversation that it has grown, and nobody else', async () => {
    const { told, watched } = make();
    const [mine, other] = [freshId('conversation'), freshId('conversation')];
    const heard: string[] = [];
    const stop = [watched.watch(mine, () => heard.push('mine')), watched.watch(other, () => heard.push('other'))];
    await nap(100);
    heard.length = 0;

    told.announce(mine, [aMessage(mine, 1)]);
    await nap(100);

    expect(heard).to.deep.equal(['mine']);
    for (const each of stop) each();
  });

  it('tells nothing to who has stopped watching, and goes on telling others', async () => {
    const { told, watched } = make();
    const conversation = freshId('conversation');
    const heard: string[] = [];
    const first = watched.watch(conversation, () => heard.push('first'));
    const second = watched.watch(conversation, () => heard.push('second'));
    await nap(100);
    heard.length = 0;

    first();
    told.announce(conversation, [aMessage(conversation, 1)]);
    await nap(100);
    second();
    told.announce(conversation, [aMessage(conversation, 2)]);
    await nap(100);

    expect(heard).to.deep.equal(['second']);
  });

  it('tells who is typing', async () => {
    const { told, watched } = make();
    const conversation = freshId('conversation');
    const heard: string[] = [];
    const stop = watched.watchTyping(conversation, (from) => heard.push(from));
    await nap(100);

    told.typing(conversation, 'agent');
    await nap(100);

    expect(heard).to.deep.equal(['agent']);
    stop();
  });

  it('tells how far somebody has read, and is not taken for typing', async () => {
    const { told, watched } = make();
    const conversation = freshId('conversation');
    const heard: unknown[] = [];
    const stops = [
      watched.watchReceipts(conversation, (receipt) => heard.push(receipt)),
      watched.watchTyping(conversation, (from) => heard.push(from)),
    ];
    await nap(100);

    told.receipt(conversation, { from: 'agent', as: 'read', sequence: 12 });
    await nap(100);

    expect(heard).to.deep.equal([{ from: 'agent', as: 'read', sequence: 12 }]);
    for (const stop of stops) stop();
  });
}

/** @param make gives a limit of three in a second, and the same limit on another instance (or the same once more) */
export function rateLimitContract(make: () => { readonly here: RateLimit; readonly there: RateLimit }): void {
  it('lets through as many as are allowed, and says how long the rest must wait', async () => {
    const { here, there } = make();
    const key = freshId('key');

    const taken = [await here.take(key), await there.take(key), await here.take(key), await there.take(key)];

    expect(taken.map((each) => each.allowed)).to.deep.equal([true, true, true, false]);
    const refused = taken[3];
    expect(refused?.allowed === false && refused.retryAfterMs).to.be.within(1, 1_000);
    expect(await here.take(freshId('key'))).to.deep.equal({ allowed: true });
  });

  it('lets through again when the time is over', async () => {
    const { here } = make();
    const key = freshId('key');
    for (let n = 0; n < 4; n += 1) await here.take(key);

    await nap(1_100);

    expect(await here.take(key)).to.deep.equal({ allowed: true });
  });
}

interface SomeLeases {
  renew(key: string, value: { readonly state: string }, forMs: number): Promise<void>;
  end(key: string): Promise<void>;
  all(): Promise<ReadonlyMap<string, { readonly state: string }>>;
}

export function leasesContract(make: () => { readonly here: SomeLeases; readonly there: SomeLeases }): void {
  it('last until they end or are not renewed', async () => {
    const { here, there } = make();

    await here.renew('sam', { state: 'available' }, 5_000);
    await here.renew('kim', { state: 'busy' }, 100);
    await there.renew('lee', { state: 'away' }, 5_000);
    expect([...(await there.all()).keys()].sort()).to.deep.equal(['kim', 'lee', 'sam']);

    await nap(150);
    await there.end('lee');
    expect([...(await here.all())]).to.deep.equal([['sam', { state: 'available' }]]);
  });
}
